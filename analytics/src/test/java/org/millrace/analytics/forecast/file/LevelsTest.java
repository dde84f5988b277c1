package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelsTest {

  private static final String TEXT =
      "id,1,2,3,4,5,6,7,8\na,5,7,6,9,5,7,6,8\npart,0,0,3,0,0,0,2,0\n";

  @TempDir private Path folder;

  @Test
  void aLevelGivenTwiceIsOne() throws IOException {
    assertThat(header("95,80,95")).isEqualTo("series,step,mean,lo95,hi95,lo80,hi80,method");
    assertThat(header("80 90;95"))
        .isEqualTo("series,step,mean,lo80,hi80,lo90,hi90,lo95,hi95,method");
  }

  @Test
  void aLevelMayHaveDecimals() throws IOException {
    TestingRun run = TestingRun.of(folder, TEXT, "--horizon", "2", "--level", "95,97.50,95.0,99.9");

    assertThat(run.rows().get(0))
        .isEqualTo("series,step,mean,lo95,hi95,lo97.5,hi97.5,lo99.9,hi99.9,method");
    String[] row = run.rows().get(1).split(",");
    double[] values = new double[9];
    for (int i = 2; i < 9; i++) {
      values[i] = Double.parseDouble(row[i]);
    }
    assertThat(values[5]).isBetween(values[7], values[3]).isLessThan(values[3]);
    assertThat(values[6]).isBetween(values[4], values[8]).isGreaterThan(values[4]);
  }

  @Test
  void noneGivesTheMeanOnly() throws IOException {
    TestingRun run = TestingRun.of(folder, TEXT, "--horizon", "2", "--level", "none");

    assertThat(run.rows().get(0)).isEqualTo("series,step,mean,method");
    assertThat(run.rows()).hasSize(5);
    assertThat(run.rows().get(1)).matches("a,1,[\\d.]+,Pool");
    assertThat(run.rows().get(3)).matches("part,1,[\\d.]+,Intermittent pool");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "-5", "80,x", "", "80%", "none,80", "0.0", "100.5", "NaN"})
  void otherLevelsAreRefused(String levels) throws IOException {
    assertThat(TestingRun.of(folder, TEXT, "--horizon", "2", "--level", levels).said())
        .startsWith("millrace: The option --level is '" + levels + "', but takes ")
        .endsWith("per cents above 0 and below 100 such as 80,95 or 97.5, or none\n");
  }

  private String header(String levels) throws IOException {
    return TestingRun.of(folder, TEXT, "--horizon", "2", "--level", levels).rows().get(0);
  }
}
