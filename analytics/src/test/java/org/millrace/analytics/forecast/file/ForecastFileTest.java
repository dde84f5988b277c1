package org.millrace.analytics.forecast.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.analytics.forecast.season.Seasons;

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
                + " 2026-11-24, 2026-11-24 13:00, 2026-11, 2026-W48 or 2026-Q4\n");
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

    assertThat(Steps.ofDates(monthEnds).places()).containsExactly(0, 1, 3, 4, 5);
    assertThat(Steps.ofNumbers(1, 2, 4, 5, 6, 7).places()).containsExactly(0, 1, 3, 4, 5, 6);
    assertThat(Steps.ofNumbers(1, 50, 7000).places()).containsExactly(0, 1, 2);
  }

  @Test
  void aWeek53LeavesNoGap() {
    assertThat(placesOf("2015-W52", "2015-W53", "2016-W01", "2016-W03"))
        .containsExactly(0, 1, 2, 4);
  }

  @Test
  void hoursQuartersAndWorkingDaysAreSteps() {
    assertThat(placesOf("2026-01-31 22:00:00", "2026-01-31 23:00:00", "2026-02-01T01:00"))
        .containsExactly(0, 1, 3);
    assertThat(placesOf("2025-Q3", "2025-Q4", "2026-Q2")).containsExactly(0, 1, 3);
    assertThat(placesOf("2026-11-05", "2026-11-06", "2026-11-09", "2026-11-10", "2026-11-11"))
        .as("a Thursday to a Wednesday without the weekend, too few to tell")
        .containsExactly(0, 1, 4, 5, 6);
    assertThat(
            placesOf(
                "2026-11-05",
                "2026-11-06",
                "2026-11-09",
                "2026-11-10",
                "2026-11-11",
                "2026-11-12",
                "2026-11-13",
                "2026-11-16",
                "2026-11-17",
                "2026-11-18",
                "2026-11-19",
                "2026-11-20",
                "2026-11-23",
                "2026-11-24",
                "2026-11-25",
                "2026-11-26",
                "2026-11-27"))
        .endsWith(15, 16);
  }

  @Test
  void readsWhatSpreadsheetsWrite() throws IOException {
    List<String> plain =
        forecast("name,1,2,3\n\"a \"\"x\"\", b\",1,2,4\nc,3,5,4\n", "--horizon", "1");

    assertThat(
            forecast(
                "\uFEFFname;1;2;3\r\n\"a \"\"x\"\", b\";1;2;4;;\r\nc;3;5;4\r\n;;;\r\n",
                "--horizon",
                "1"))
        .isEqualTo(plain);
    assertThat(plain.get(1)).startsWith("\"a \"\"x\"\", b\",1,");
  }

  @Test
  void seriesMayHaveSeveralSeasons() throws IOException {
    StringBuilder text = new StringBuilder("id,m,V1\n");
    text.append("\"hours\",\"24,168\"");
    for (int hour = 0; hour < 600; hour++) {
      boolean isSunday = hour / 24 % 7 == 6;
      text.append(',').append((isSunday ? 10 : 50) + hour % 24);
    }
    List<String> rows =
        forecast(text.append("\n").toString(), "--season-column", "M", "--horizon", "168");

    for (int step = 1; step <= 168; step++) {
      int hour = 599 + step;
      double expected = (hour / 24 % 7 == 6 ? 10 : 50) + hour % 24;
      double mean = Double.parseDouble(rows.get(step).split(",")[2]);
      assertThat(mean).as("step " + step).isCloseTo(expected, within(0.15 * expected));
    }
  }

  @Test
  void demandNowAndThenGetsItsOwnMethod() throws IOException {
    List<String> rows =
        forecast("id,1,2,3,4,5,6,7,8,9\npart,0,0,3,0,0,0,2,0,0\n", "--horizon", "2");

    assertThat(rows.get(1)).startsWith("part,1,0.").endsWith(",Intermittent pool");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertThat(refused("N1,940.66,1084.86\nN2,5,6\n")).contains("line 1 holds values");
    assertThat(refused("id,1,2\na,1,2\na,3,4\n"))
        .contains("line 3: id 'a' was given before, in line 2");
    assertThat(refused("id,1,2\n ,1,2\n")).contains("line 2: id is blank");
    assertThat(refused("id,1,2\n\"a,1,2\n")).contains("line 2: a quote is opened");
    assertThat(refused("series,t,value\na,1,5\na,2026-01-01,5\n"))
        .contains("line 3: t of series 'a' is '2026-01-01', but was a number before");
    Files.write(
        folder.resolve("in.csv"), new byte[] {'i', 'd', ',', '1', '\n', (byte) 0xE9, ',', '2'});
    assertThat(said("--in", folder.resolve("in.csv").toString(), "--horizon", "1"))
        .contains("is not UTF-8 text");
    Files.write(folder.resolve("in.csv"), new byte[] {(byte) 0xFD, '7', 'z', 'X'});
    assertThat(said("--in", folder.resolve("in.csv").toString(), "--horizon", "1"))
        .contains("unpack it first");
  }

  private String refused(String text) throws IOException {
    return said("--in", file(text).toString(), "--horizon", "2");
  }

  private static int[] placesOf(String... dates) {
    long[] times = Arrays.stream(dates).mapToLong(date -> Steps.time(date, "t")).toArray();
    return Steps.ofDates(times).places();
  }

  @Test
  void gapsLieOnALine() {
    assertThat(NamedSeries.closed(Seasons.of(), Double.NaN, 1, Double.NaN, 3, Double.NaN))
        .containsExactly(1, 2, 3);
    assertThat(NamedSeries.closed(Seasons.of(), Double.NaN)).isEmpty();
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
