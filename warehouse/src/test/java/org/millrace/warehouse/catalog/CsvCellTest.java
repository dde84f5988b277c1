package org.millrace.warehouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CsvCellTest {
  @Test
  void keepsSpreadsheetsFromRunningTexts() throws IOException {
    for (String line : Files.readAllLines(Path.of("../docs/csv-cells.txt"))) {
      if (!line.startsWith("#")) {
        String[] pair = line.replace("\\t", "\t").replace("\\r", "\r").split(" \\| ", 2);
        assertThat(CsvCell.safe(pair[0])).isEqualTo(pair[1]);
      }
    }
  }

  @Test
  void quotesWhereNeededAndWritesNumbersPlain() {
    assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvCell.of("=say \"x\"")).isEqualTo("\"'=say \"\"x\"\"\"");
    assertThat(CsvCell.of("two\nlines")).isEqualTo("\"two\nlines\"");
    assertThat(CsvCell.of(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(CsvCell.of(new BigDecimal("-12.50"))).isEqualTo("-12.50");
    assertThat(CsvCell.of(-7L)).isEqualTo("-7");
  }
}
