package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastFileTest {

  @TempDir private Path folder;

  @Test
  void longAndWideFilesGiveTheSame() throws IOException {
    List<String> fromLong =
        forecast("series,t,value\na,1,5\na,2,7\na,3,6\nb,1,2\na,4,9\nb,2,3\n", "--horizon", "2");
    List<String> fromWide = forecast("name,v1,v2,v3,v4\na,5,7,6,9\nb,2,3,,\n", "--horizon", "2");

    assertThat(fromLong).isEqualTo(fromWide).hasSize(5);
    assertThat(fromLong.get(0)).isEqualTo("series,step,mean,lo80,hi80,lo95,hi95,method");
    assertThat(fromLong.get(1)).startsWith("a,1,").endsWith(",Pool");
    assertThat(fromLong.get(4)).startsWith("b,2,");
  }

  @Test
  void seasonAndHorizonMayComeFromColumns() throws IOException {
    List<String> rows =
        forecast(
            "series,m,h,x1,x2\na,4,1,5,7\nb,1,3,2,3\n",
            "--season-column",
            "m",
            "--horizon-column",
            "h",
            "--level",
            "90");

    assertThat(rows.get(0)).isEqualTo("series,step,mean,lo90,hi90,method");
    assertThat(rows).hasSize(5);
    assertThat(rows.get(4)).startsWith("b,3,");
  }

  @Test
  void oddSeriesGetNumbers() throws IOException {
    List<String> rows =
        forecast(
            """
            name,1,2,3,4,5,6,7
            short,5
            constant,3,3,3,3,3,3,3
            zero,0,0,0,0,0,0,0
            negative,-3,2,-5,1,-9,0,2
            gapped,4,,5,NA,,7,6
            late,,,,5,6,7,
            "a, b",1,2,3
            """,
            "--season",
            "3",
            "--horizon",
            "2");

    assertThat(rows).hasSize(15);
    assertThat(rows).noneMatch(row -> row.contains("NaN") || row.contains("Infinity"));
    assertThat(rows.get(5)).isEqualTo("zero,1,0,0,0,0,0,Pool");
    assertThat(rows.get(13)).startsWith("\"a, b\",1,");
  }

  @Test
  void allProblemsAreSaidWithTheirPlaces() throws IOException {
    Path in = file("series,t,value\na,1,5\na,2,x\na,2026-13-01,4\na,1,6\n");

    assertThat(said("--in", in.toString(), "--horizon", "2"))
        .isEqualTo(
            "millrace: %1$s line 3: value is 'x', which is no number%n".formatted(in)
                + in
                + " line 4: t is '2026-13-01', which is neither a whole number nor a date as"
                + " 2026-11-24\n");
  }

  @Test
  void aTimeGivenTwiceIsRefused() throws IOException {
    Path in = file("series,t,value\na,1,5\na,2,5\na,1,6\n");

    assertThat(said("--in", in.toString(), "--horizon", "2"))
        .isEqualTo("millrace: " + in + " line 4: t of series 'a' was given before, in line 2\n");
  }

  @Test
  void emptySeriesAndWrongOptionsAreRefused() throws IOException {
    Path in = file("name,1,2\na,,\n");

    assertThat(said("--in", in.toString(), "--horizon", "2"))
        .isEqualTo("millrace: " + in + " line 2: name 'a' has no value\n");
    assertThat(said("--in", in.toString()))
        .isEqualTo("millrace: Say how many steps to forecast: --horizon 18, or --horizon-column\n");
    assertThat(said("--in", in.toString(), "--horizon", "0"))
        .isEqualTo(
            "millrace: The option --horizon is '0', but takes a whole number from 1 to 100000\n");
    assertThat(said("--in", in.toString(), "--horizon", "1", "--level", "150"))
        .contains("--level is '150'");
    assertThat(said("--in", in.toString(), "--horizon", "1", "--season-column", "m"))
        .contains("there is no column 'm' for --season-column; there are: name, 1, 2");
    assertThat(said("--speed", "9")).contains("There is no option '--speed'");
    assertThat(said("--in", folder.resolve("no.csv").toString(), "--horizon", "1"))
        .contains("There is no file");
  }

  @Test
  void datesOfMonthsAreStepsOfOneMonth() {
    long[] monthEnds = new long[5];
    String[] dates = {"2024-01-31", "2024-02-29", "2024-04-30", "2024-05-31", "2024-06-30"};
    for (int i = 0; i < 5; i++) {
      monthEnds[i] = Steps.time(dates[i], "t");
    }

    assertThat(Steps.placesOfDays(monthEnds)).containsExactly(0, 1, 3, 4, 5);
    assertThat(Steps.places(1, 2, 4, 5, 6, 7)).containsExactly(0, 1, 3, 4, 5, 6);
    assertThat(Steps.places(1, 50, 7000)).containsExactly(0, 1, 2);
  }

  @Test
  void gapsLieOnALine() {
    assertThat(NamedSeries.closed(Double.NaN, 1, Double.NaN, 3, Double.NaN))
        .containsExactly(1, 2, 3);
    assertThat(NamedSeries.closed(Double.NaN)).isEmpty();
  }

  private List<String> forecast(String text, String... options) throws IOException {
    Path out = folder.resolve("out.csv");
    String[] arguments = new String[options.length + 4];
    System.arraycopy(options, 0, arguments, 4, options.length);
    arguments[0] = "--in";
    arguments[1] = file(text).toString();
    arguments[2] = "--out";
    arguments[3] = out.toString();
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    int status = ForecastFile.run(new PrintStream(screen, true, StandardCharsets.UTF_8), arguments);
    assertThat(status).as(screen.toString(StandardCharsets.UTF_8)).isZero();
    return Files.readAllLines(out);
  }

  private static String said(String... arguments) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    int status = ForecastFile.run(new PrintStream(screen, true, StandardCharsets.UTF_8), arguments);
    assertThat(status).isEqualTo(1);
    return screen.toString(StandardCharsets.UTF_8);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.csv"), text);
  }
}
