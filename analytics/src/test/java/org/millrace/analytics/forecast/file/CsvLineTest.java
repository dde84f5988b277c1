package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLineTest {

  @TempDir private Path folder;

  @Test
  void theSeparatorStandsOutsideQuotes() {
    assertThat(CsvLine.separator("\"series, code\";t1;t2")).isEqualTo(';');
    assertThat(CsvLine.separator("\"a; b\",t1,t2")).isEqualTo(',');
    assertThat(CsvLine.separator("series\tt\tvalue")).isEqualTo('\t');
    assertThat(CsvLine.separator("series;t, from 1;value")).isEqualTo(';');
    assertThat(CsvLine.separator("series")).isEqualTo(',');
  }

  @Test
  void aSemicolonHeaderMayHoldAQuotedComma() throws IOException {
    TestingRun run =
        TestingRun.of(folder, "\"series, code\";t1;t2;t3\na;1;2;3\n", "--horizon", "1");

    assertThat(run.rows()).hasSize(2);
    assertThat(run.rows().get(1)).startsWith("a,1,");
  }

  @Test
  void aQuoteWithinACellIsText() throws IOException {
    TestingRun run =
        TestingRun.of(folder, "id,1,2,3\n5\" pipe,1,2,3\n6\" pipe,4,5,6\n", "--horizon", "1");

    assertThat(run.rows()).hasSize(3);
    assertThat(run.rows().get(1)).startsWith("\"5\"\" pipe\",1,");
    assertThat(run.rows().get(2)).startsWith("\"6\"\" pipe\",1,");
  }

  @Test
  void aQuotedHeaderMayTakeTwoLines() throws IOException {
    TestingRun run =
        TestingRun.of(folder, "series,t,\"value\",\"in\npieces\"\na,1,5,\n", "--horizon", "1");

    assertThat(run.said()).doesNotContain("line");
    assertThat(run.rows()).hasSize(2);
  }
}
