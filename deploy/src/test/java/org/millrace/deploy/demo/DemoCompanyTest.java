package org.millrace.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.client.CoreClient;
import org.millrace.client.CoreLogin;
import org.millrace.client.CorePatience;
import org.millrace.demo.DemoCompany;

/** Three months of the demo company on a real core; the whole year runs in the whole-way test. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.MethodName.class)
class DemoCompanyTest {
  private static final LocalDate END = LocalDate.now(ZoneOffset.UTC);
  @TempDir private static Path folder;
  private static TestingInstance instance;
  private static int posted;

  @BeforeAll
  static void postThreeMonths() {
    instance = new TestingInstance(folder);
    posted = run(END);
  }

  @AfterAll
  static void end() {
    instance.close();
  }

  @Test
  void balancesTheBooksAndReconcilesThemWithTheDocuments() throws Exception {
    assertThat(posted).isGreaterThan(600);
    JsonNode checks = new ObjectMapper().readTree(core("/ledger/checks"));
    assertThat(checks.path("rows")).hasSizeGreaterThan(8);
    assertThat(checks.path("rows"))
        .allSatisfy(check -> assertThat(check.path("holds").asBoolean()).as("" + check).isTrue());
  }

  /** What is left of the taxes of past months are the cents of credit notes. */
  @Test
  void paysItsTaxesAndDepreciatesItsAssets() {
    LocalDate running = END.minusDays(10).withDayOfMonth(1);
    String past = " and e.posting_date < '" + running + "'";
    double open = balance("2200", past) + balance("1300", past);
    double all =
        number(
            "select sum(l.credit) from ledger.line l join ledger.entry e on e.company = l.company"
                + " and e.number = l.entry where l.account = '2200'"
                + past);
    assertThat(all).isGreaterThan(50_000);
    assertThat(Math.abs(open)).isLessThan(all);
    assertThat(balance("1590")).isNegative();
    assertThat(number("select count(*) from tax.tax_return")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void hledgerReadsItsJournalToTheCent() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/hledger")), "needs hledger");
    Path journal = folder.resolve("demo.journal");
    Files.writeString(journal, core("/ledger/books/hledger"));
    Process hledger =
        new ProcessBuilder(
                "hledger", "-f", journal.toString(), "balance", "--flat", "--empty", "-O", "csv")
            .redirectErrorStream(true)
            .start();
    String rows = new String(hledger.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(hledger.waitFor()).as(rows).isZero();
    Map<String, BigDecimal> theirs = new TreeMap<>();
    rows.lines()
        .filter(row -> row.contains(":"))
        .forEach(
            row ->
                theirs.put(
                    row.replaceAll("^\"[a-z]+:(\\d+) .*", "$1"),
                    new BigDecimal(row.replaceAll(".*,\"?(-?[0-9.]+)( EUR)?\"$", "$1"))
                        .setScale(2)));
    JsonNode ours = new ObjectMapper().readTree(core("/ledger/trial-balance")).path("rows");
    assertThat(ours).hasSizeGreaterThan(15);
    ours.forEach(
        row ->
            assertThat(theirs.remove(row.path("account").asText()))
                .as("" + row)
                .isEqualByComparingTo(row.path("closing").asText()));
    assertThat(theirs).isEmpty();
  }

  @Test
  void worksOnTablesThatTheCoreOnceOwned() throws Exception {
    instance.startAsOnceOwnedByCore();
    String owned = "select count(*) from pg_class where relowner = '%s'::regrole";
    assertThat(number(owned.formatted("core"))).isZero();
    assertThat(number(owned.formatted("core_owner"))).isGreaterThan(100);
    assertThat(number("select has_table_privilege('ledger.entry', 'delete')::int")).isZero();
    assertThat(run(END)).as("what was posted is answered again").isEqualTo(posted);
  }

  @Test
  void neverTakesMoreThanLiesInStock() {
    assertThat(number("select count(*) from stock.balance where on_hand < 0")).isZero();
    assertThat(number("select count(*) from stock.movement where quantity <> 0")).isPositive();
  }

  @Test
  void changesNothingTheSecondTime() {
    double events = number("select count(*) from outbox.event");
    assertThat(run(END)).isEqualTo(posted);
    assertThat(number("select count(*) from outbox.event")).isEqualTo(events);
  }

  @Test
  void tradesInThreeCurrenciesFromTwoWarehouses() {
    assertThat(number("select count(distinct from_currency) from currency.rate")).isEqualTo(2);
    assertThat(number("select count(*) from settlement.revaluation")).isPositive();
    assertThat(number("select count(*) from stock.transfer where status = 'posted'")).isPositive();
    assertThat(number("select count(*) from sales.order_line where discount_percent > 0"))
        .isPositive();
  }

  @Test
  void approvesLargeOrdersAndMatchesWhatTheBankTells() {
    assertThat(number("select count(*) from approval.request where status = 'approved'"))
        .isPositive();
    assertThat(number("select count(*) from approval.request where status <> 'approved'")).isZero();
    assertThat(number("select count(*) from budget.budget")).isEqualTo(2);
    assertThat(number("select count(*) from bank.booking_payment")).isGreaterThan(3);
    double told = number("select count(*) from bank.statement_line");
    assertThat(number("select count(*) from bank.booking_line")).isGreaterThan(told / 2);
  }

  @Test
  void usesEveryDomain() {
    assertThat(number("select count(distinct domain) from outbox.event")).isEqualTo(17);
  }

  private static int run(LocalDate until) {
    return DemoCompany.post(
        "--core-url", instance.coreUrl(),
        "--secrets", instance.secrets().toString(),
        "--since", END.minusMonths(3).toString(),
        "--until", until.toString());
  }

  private static String core(String path) throws Exception {
    CoreLogin operator =
        new CoreLogin(
            "operator", Files.readString(instance.secrets().resolve("operator.password")).strip());
    CoreClient client =
        new CoreClient(
            URI.create(instance.coreUrl()), operator, CorePatience.once(Duration.ofMinutes(1)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.loggedIn().at("/api/companies/DEMO" + path)).GET();
    HttpResponse<InputStream> answer = client.stream(request);
    String text = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(text).isEqualTo(200);
    return text;
  }

  private static double balance(String account, String more) {
    return number(
        "select coalesce(sum(l.debit - l.credit), 0) from ledger.line l join ledger.entry e"
            + " on e.company = l.company and e.number = l.entry where l.account = '"
            + account
            + "'"
            + more);
  }

  private static double balance(String account) {
    return balance(account, "");
  }

  private static double number(String query) {
    return Double.parseDouble(instance.value(query));
  }
}
