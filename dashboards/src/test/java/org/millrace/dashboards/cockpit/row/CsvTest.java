package org.millrace.dashboards.cockpit.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void quotesCommasQuotesAndLineEnds() throws IOException {
    assertThat(line("a,b", "say \"x\"", "two\nlines", "plain"))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain\r\n");
  }

  @Test
  void writesNumbersPlainAndNegativeOnesAsNumbers() throws IOException {
    assertThat(line(new BigDecimal("1E+3"), new BigDecimal("-12.50"), 7L))
        .isEqualTo("1000,-12.50,7\r\n");
  }

  @Test
  void keepsASpreadsheetFromRunningATextAsAFormula() throws IOException {
    assertThat(line("=HYPERLINK(1)", "+1", "@x", "-name"))
        .isEqualTo("'=HYPERLINK(1),'+1,'@x,'-name\r\n");
  }

  private static String line(Object... values) throws IOException {
    StringWriter out = new StringWriter();
    Csv.line(out, List.of(values));
    return out.toString();
  }
}
