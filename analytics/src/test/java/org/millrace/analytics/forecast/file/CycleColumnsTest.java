package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CycleColumnsTest {

  private static final String WIDE = "series,season,horizon,1,2,3,4\na,,2,5,6,7,8\nb,12,,1,2,3,\n";
  private static final String LONG =
      "series,t,value,season,horizon\na,1,5,4,3\na,2,6,,\nb,1,4,,\nb,2,3,,\n";

  @TempDir private Path folder;

  @Test
  void aBlankCellLeavesItToTheOption() throws IOException {
    for (String text : new String[] {WIDE, LONG}) {
      TestingRun run =
          TestingRun.of(
              folder,
              text,
              "--season-column",
              "season",
              "--horizon-column",
              "horizon",
              "--season",
              "4",
              "--horizon",
              "6");

      assertThat(run.said()).doesNotContain("takes");
      assertThat(run.rows()).hasSize(text.equals(WIDE) ? 1 + 2 + 6 : 1 + 3 + 6);
    }
  }

  @Test
  void aBlankHorizonWithoutTheOptionIsRefused() throws IOException {
    String[] options = {"--season-column", "season", "--horizon-column", "horizon"};

    assertThat(TestingRun.of(folder, WIDE, options).said())
        .isEqualTo(
            "millrace: %s line 3: horizon is blank. Fill it in or say --horizon for such series\n"
                .formatted(folder.resolve("in.csv")));
    assertThat(TestingRun.of(folder, LONG, options).said())
        .contains("line 4: horizon is blank. Fill it in or say --horizon");
  }

  @Test
  void anotherHorizonInOneSeriesIsRefused() throws IOException {
    TestingRun run =
        TestingRun.of(
            folder,
            "series,t,value,h\na,1,5,4\na,2,6,\na,3,6,5\n",
            "--horizon-column",
            "h",
            "--horizon",
            "2");

    assertThat(run.said()).contains("line 4: h of series 'a' is '5', but was another before");
  }

  @Test
  void theNameMayStandBehindSeasonAndHorizon() throws IOException {
    TestingRun run =
        TestingRun.of(
            folder, "horizon,series,1,2,3\n2,a,5,6,7\n1,b,5,6,7\n", "--horizon-column", "horizon");

    assertThat(run.rows()).as(run.said()).hasSize(1 + 2 + 1);
    assertThat(run.rows().get(1)).startsWith("a,1,");
  }

  @Test
  void aColumnThatCountsNoStepIsNoValue() throws IOException {
    TestingRun run = TestingRun.of(folder, WIDE, "--horizon-column", "horizon", "--season", "4");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.said())
        .isEqualTo(
            "millrace: "
                + folder.resolve("in.csv")
                + " line 1: the column 'season' stands among the values of a series, but is none by"
                + " its name. Name it with --season-column or --horizon-column, number it as the"
                + " others or take it out\n");
    assertThat(TestingRun.of(folder, "id,N,1,2\na,2,5,6\n", "--horizon", "1").said())
        .contains("the column 'N' stands among");
    assertThat(TestingRun.of(folder, "id,horizon,x,y\na,2,5,6\n", "--horizon", "1").said())
        .contains("the column 'horizon' stands among");
    assertThat(TestingRun.of(folder, "id,Jan,Feb,Mar\na,2,5,6\n", "--horizon", "1").rows())
        .hasSize(2);
    assertThat(TestingRun.of(folder, "id,V1,V2,\na,2,5,\n", "--horizon", "1").rows()).hasSize(2);
  }
}
