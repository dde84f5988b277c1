package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.deploy.whole.MillraceCommand.Outcome;

/**
 * One week of a real retailer, from the files to the marts, through the command line alone; and
 * beside it a bicycle works, from the order to what its planner approves.
 */
@Tag("slow")
class WholeWayTest {

  private static final String COMPANY = "SHOP";
  private static final String OF_THE_SHOP = " where company = '" + COMPANY + "'";
  private static final MillraceCommand MILLRACE = MillraceCommand.inHome("whole-way", 18_400);
  private static RetailFiles week;
  private static String firstImport;
  private static BicycleWorks works;
  private static String order;

  @BeforeAll
  static void importAWeek() throws Exception {
    week = RetailFiles.days(MILLRACE.root(), MILLRACE.home().resolve("files"), 6);
    MILLRACE.up();
    firstImport = MILLRACE.expect(week.importing(COMPANY));
    works = BicycleWorks.opened(MILLRACE);
    order = works.orderBikes(100);
    works.overrideBells(40);
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
      assertThat(MILLRACE.lakeFigure("select count(*) from " + table + OF_THE_SHOP))
          .isEqualTo("" + documents);
    }
    assertThat(MILLRACE.figure("select count(*) from sales_invoice" + OF_THE_SHOP))
        .isEqualTo("" + documents);
  }

  @Test
  void theLedgerBalancesAndShowsTheSameRevenue() {
    assertThat(MILLRACE.figure("select sum(debit) - sum(credit) from trial_balance"))
        .isEqualTo("0.00");
    String revenue =
        "select -sum(closing) from trial_balance"
            + OF_THE_SHOP
            + " and account in ('4000', '4100')"
            + " and month = (select max(month) from trial_balance"
            + OF_THE_SHOP
            + ")";
    assertThat(MILLRACE.figure(revenue))
        .isEqualTo(MILLRACE.figure("select sum(net_revenue) from sales_monthly" + OF_THE_SHOP));
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

  /** Proposals, documents and a forecast in the planner's hands, all in one pass of the marts. */
  @Test
  void aPlannerApprovesWhatAnOrderNeedsOnceAndWithdrawsAnOverride() {
    works.awaitPlan();
    List<JsonNode> proposed = works.proposals("state=open&document=" + order);
    // 30 of 100 are there: make 70; they take 140 wheels, 50 are there: 90 in lots of 50 are 100
    assertThat(proposed)
        .extracting(BicycleWorks::words)
        .containsExactlyInAnyOrder("make 70 BIKE", "buy 100 WHEEL");
    assertThat(works.proposals("state=open")).hasSameSizeAs(proposed);
    assertThat(works.sendersOfPlans()).isNotEmpty().containsOnly("planning");
    assertThat(works.publishedBells()).isEqualTo("40 by override 40");

    JsonNode wheels = works.documentOf(works.approve("WHEEL"));
    JsonNode bikes = works.documentOf(works.approve("BIKE"));
    works.withdrawOverride();
    assertThat(wheels.path("lines").path(0).path("quantity").asInt()).isEqualTo(100);
    assertThat(wheels.path("supplier").path("code").asText()).isEqualTo("RIMS");
    assertThat(bikes.path("item").asText()).isEqualTo("BIKE");
    assertThat(bikes.path("quantity").asInt()).isEqualTo(70);
    for (JsonNode document : List.of(wheels, bikes)) {
      assertThat(works.ordersBehind(document.path("demand"))).contains(order);
    }

    JsonNode next = works.awaitPlan();
    for (String proposedAgain : List.of("made", "changed", "unchanged", "decided")) {
      assertThat(next.path(proposedAgain).asInt()).as(proposedAgain + " of " + next).isZero();
    }
    assertThat(works.proposals("state=open")).isEmpty();
    assertThat(works.proposals("state=approved&document=" + order)).hasSize(2);
    assertThat(works.read("/purchasing/orders").path("rows"))
        .filteredOn(bought -> bought.path("status").asText().equals("open"))
        .hasSize(1);
    assertThat(works.read("/production/work-orders").path("rows")).hasSize(1);
    assertThat(works.publishedBells()).isEqualTo("10");
  }

  @Test
  void whatAPlannerLeavesOpenIsTakenAsSeen() {
    assertThat(works.leadTimeOfBells()).isEqualTo("12.00 ± 2.83");
  }

  @Test
  void bronzeHoldsEachEventOnce() {
    assertThat(MILLRACE.lakeFigure("select count(*) - count(distinct event_id) from bronze.events"))
        .isEqualTo("0");
  }

  @Test
  void noDoorGivesARoleWhatAnotherRefuses() throws Exception {
    assertThat(EveryDoor.wrong(MILLRACE, works.company())).isEmpty();
  }

  @Test
  void theDoorsOfTheOwnerOpenToNobodyElseAndChangeNothing() throws Exception {
    assertThat(OwnersDoors.wrong(MILLRACE)).isEmpty();
  }

  @Test
  void theBoardsShowItToAPerson() throws Exception {
    inTheBrowser("Tour");
  }

  @Test
  void clerksDoTheirDaysWorkInTheBrowser() throws Exception {
    inTheBrowser("Clerks", companyOfClerks());
  }

  /** A company that the boards do not know yet, with a customer, a supplier and bells. */
  private static String companyOfClerks() throws Exception {
    String password = Files.readString(MILLRACE.home().resolve("secrets/admin.password")).strip();
    CoreUser admin = CoreUser.login(MILLRACE, "admin", password);
    String code = "CLERKS-" + Long.toString(System.currentTimeMillis(), 36);
    admin.post("/api/companies", Map.of("code", code, "name", code, "currency", "EUR"));
    String at = "/api/companies/" + code;
    admin.post(at + "/parties", BicycleWorks.party("CITY", "customer"));
    admin.post(at + "/parties", BicycleWorks.party("RIMS", "supplier"));
    admin.post(at + "/items", Map.of("code", "BELL", "name", "Bell"));
    admin.post(
        at + "/stock/movements", Map.of("lines", List.of(BicycleWorks.found("BELL", 100, 1))));
    return code;
  }

  private static void inTheBrowser(String program, String... more) throws Exception {
    Path dashboards = MILLRACE.root().resolve("dashboards/target");
    String libraries = Files.readString(dashboards.resolve("test-classpath")).strip();
    List<String> command =
        new ArrayList<>(
            List.of(
                "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                dashboards.resolve("test-classes") + ":" + libraries,
                "org.millrace.dashboards.browser." + program,
                "http://127.0.0.1:" + MILLRACE.port(),
                MILLRACE.home().resolve("secrets/admin.password").toString(),
                MILLRACE.root().resolve("deploy/target/screenshots").toString()));
    command.addAll(List.of(more));
    Process walk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(walk.waitFor()).as(said).isZero();
  }

  @Test
  void aDestroyedInstanceComesBackFromABackupOfWhileItWorked() throws Exception {
    Destroyed destroyed = new Destroyed(MILLRACE, works);
    Map<String, String> before = destroyed.figures(OF_THE_SHOP);
    long acknowledged = destroyed.backUpWhileCustomersRegister();
    destroyed.destroy();
    destroyed.comeBack();

    assertThat(destroyed.figures(OF_THE_SHOP)).isEqualTo(before);
    assertThat(destroyed.customers()).isGreaterThanOrEqualTo(acknowledged);
    destroyed.requireEachEventOnce();
    works.register("AFTERWARDS");
    destroyed.requireEachEventOnce();
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
    assertThat(MILLRACE.expect("sql", "--describe", "sales_monthly"))
        .contains("net_revenue", "Net revenue: ", "净收入：");
    assertThat(MILLRACE.run("lake", "delete from gold.sales_monthly").status()).isEqualTo(1);
  }
}
