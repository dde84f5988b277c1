package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.deploy.whole.MillraceCommand.Outcome;

/** One week of a real retailer, from the files to the marts, through the command line alone. */
@Tag("slow")
class WholeWayTest {

  private static final String COMPANY = "SHOP";
  private static final MillraceCommand MILLRACE = MillraceCommand.inHome("whole-way", 18_400);
  private static RetailFiles week;
  private static String firstImport;

  @BeforeAll
  static void importAWeek() throws Exception {
    week = RetailFiles.days(MILLRACE.root(), MILLRACE.home().resolve("files"), 6);
    MILLRACE.up();
    firstImport = MILLRACE.expect(week.importing(COMPANY));
    MILLRACE.expect("run", "statements");
    MILLRACE.expect("run", "segmentation");
    MILLRACE.expect("run", "demand");
  }

  @AfterAll
  static void leaveNoProcess() {
    MILLRACE.expect("down");
    assertThat(MILLRACE.processesLeft()).isEmpty();
  }

  @Test
  void theControlTableAgrees() {
    assertThat(firstImport).contains("(agrees)").contains("2010-12");
  }

  @Test
  void everyFigureEqualsTheFilesToThePenny() throws Exception {
    long documents = week.requireSameFigures(MILLRACE, COMPANY);
    for (String table : List.of("silver.sales_invoice", "gold.sales_invoice")) {
      assertThat(MILLRACE.lakeFigure("select count(*) from " + table)).isEqualTo("" + documents);
    }
    assertThat(MILLRACE.figure("select count(*) from sales_invoice")).isEqualTo("" + documents);
  }

  @Test
  void theLedgerBalancesAndShowsTheSameRevenue() {
    assertThat(MILLRACE.figure("select sum(debit) - sum(credit) from trial_balance"))
        .isEqualTo("0.00");
    String revenue =
        "select -sum(closing) from trial_balance where account in ('4000', '4100')"
            + " and month = (select max(month) from trial_balance)";
    assertThat(MILLRACE.figure(revenue))
        .isEqualTo(MILLRACE.figure("select sum(net_revenue) from sales_monthly"));
  }

  @Test
  void theSameFilesAgainChangeNothing() {
    String count = "select count(*) from journal_line";
    String before = MILLRACE.figure(count);
    String again = MILLRACE.expect(week.importing(COMPANY));
    assertThat(again).contains("posted 0 ").contains("(agrees)");
    assertThat(MILLRACE.figure(count)).isEqualTo(before);
  }

  @Test
  void anAnalysisRunTwiceGivesTheSame() {
    String rows =
        "select md5(string_agg(s::text, ';' order by s::text)) from customer_segments s"
            + " where as_of = '2010-12-07'";
    MILLRACE.expect("run", "segmentation", "--as-of", "2010-12-07");
    String once = MILLRACE.figure(rows);
    MILLRACE.expect("run", "segmentation", "--as-of", "2010-12-07");
    assertThat(MILLRACE.figure(rows)).isEqualTo(once).isNotEmpty();
  }

  @Test
  void bronzeHoldsEachEventOnce() {
    assertThat(MILLRACE.lakeFigure("select count(*) - count(distinct event_id) from bronze.events"))
        .isEqualTo("0");
  }

  @Test
  void theBoardsShowItToAPerson() throws Exception {
    Path dashboards = MILLRACE.root().resolve("dashboards/target");
    String libraries = Files.readString(dashboards.resolve("test-classpath")).strip();
    Process tour =
        new ProcessBuilder(
                "java",
                "-cp",
                dashboards.resolve("test-classes") + ":" + libraries,
                "org.millrace.dashboards.browser.Tour",
                "http://127.0.0.1:" + MILLRACE.port(),
                MILLRACE.home().resolve("secrets/admin.password").toString(),
                MILLRACE.root().resolve("deploy/target/screenshots").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tour.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tour.waitFor()).as(said).isZero();
  }

  @Test
  void startingAgainIsHarmless() {
    long core = MILLRACE.part("core").orElseThrow().pid();
    assertThat(MILLRACE.up()).contains("Millrace is up");
    assertThat(MILLRACE.part("core").orElseThrow().pid()).isEqualTo(core);
  }

  @Test
  void aPortInUseIsNamed() {
    Outcome outcome =
        MillraceCommand.inHome("port-in-use", MILLRACE.port()).run("up", "--port", "18400");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("Port 18400").contains("--port");
  }

  @Test
  void aWrongMappingSaysWhichColumnIsMissing() throws Exception {
    Path mapping = Files.createTempFile(MILLRACE.home(), "wrong", ".yaml");
    String shipped =
        MILLRACE.expect("import", "sales-history", "--help"); // the help names shipped mappings
    assertThat(shipped).contains("online-retail");
    Files.writeString(mapping, "columns: {number: NoSuchColumn}\n");
    Outcome outcome =
        MILLRACE.run(
            "import",
            "sales-history",
            week.files().get(0).toString(),
            "--mapping",
            mapping.toString(),
            "--company",
            "OTHER");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).doesNotContain("\tat ");
  }

  @Test
  void aTruncatedFileLeavesNothingHalfDone() throws Exception {
    Path packed = MILLRACE.home().resolve("whole.csv.gz");
    Path cut = MILLRACE.home().resolve("cut.csv.gz");
    int status =
        new ProcessBuilder("gzip", "-c", week.files().get(5).toString())
            .redirectOutput(packed.toFile())
            .start()
            .waitFor();
    assertThat(status).isZero();
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Outcome outcome =
        MILLRACE.run(
            "import",
            "sales-history",
            cut.toString(),
            "--mapping",
            "online-retail",
            "--company",
            COMPANY);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("cut.csv.gz").doesNotContain("\tat ");
    assertThat(MILLRACE.figure("select sum(debit) - sum(credit) from trial_balance"))
        .isEqualTo("0.00");
  }

  @Test
  void aWrongQueryIsAnsweredInWords() {
    Outcome outcome = MILLRACE.run("sql", "select nonsense from sales_monthly");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("nonsense").doesNotContain("\tat ");
    assertThat(MILLRACE.run("sql", "delete from sales_monthly").status()).isEqualTo(1);
    assertThat(MILLRACE.run("lake", "delete from gold.sales_monthly").status()).isEqualTo(1);
  }
}
