package org.millrace.dashboards.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.TestingCockpit;
import org.millrace.dashboards.TestingMart;

@Tag("slow")
class BoardsInBrowserTest {
  private static final Walk WALK =
      Walk.to(TestingCockpit.running().address(), Path.of("target/screenshots"));
  private static final Arrival ARRIVAL = new Arrival(TestingCockpit.running(), WALK);

  private static final String MANAGEMENT = "/boards/management?company=MERIDIAN";
  private static final String CHANGE =
      "update mart.sales_monthly set net_revenue = net_revenue %s where company = 'MERIDIAN'"
          + " and month = '2011-08-01' and country = 'Japan'";
  private static final BigDecimal FIVE = new BigDecimal(500);

  @BeforeEach
  void login() {
    WALK.startOver().width(1400);
    ARRIVAL.as("admin", MANAGEMENT);
  }

  @AfterAll
  static void close() {
    WALK.close();
  }

  @Test
  void showsAllBoardsWithoutAComplaintOfTheBrowser() {
    WALK.board("management").board("sales").board("planning").board("supply").board("accuracy");
    assertThat(WALK.complaints()).isEmpty();
  }

  @Test
  void listsItemsThatRunShortBeforeThoseWhoseProductionFallsBehind() {
    WALK.board("supply");
    String rows = "[data-chart=stock-policy] tbody tr";
    assertThat(WALK.page().textContent(rows + " >> nth=0")).contains("▲ yes");
    WALK.page().fill("#find-stock-policy", "22101");
    WALK.page().waitForSelector(rows + ":only-child");
    assertThat(WALK.page().textContent(rows)).contains("75.0%▲ yes");
  }

  @Test
  void saysInTheWordsOfAChartWhyItIsEmpty() throws SQLException {
    TestingMart mart = TestingCockpit.running().mart();
    mart.run("update mart.forecast_accuracy set source = 'later' where source = 'frozen'");
    mart.publish();
    WALK.board("accuracy").picture("accuracy-before-any");
    assertThat(WALK.page().querySelectorAll("[data-chart=published-error]")).isEmpty();
    assertThat(WALK.page().textContent("#empty-charts p:has-text('published forecasts')"))
        .contains("Error of published forecasts", ": No published forecast has come due yet");
    mart.run("update mart.forecast_accuracy set source = 'frozen' where source = 'later'");
    mart.publish();
  }

  @Test
  void filtersByCountryAndKeepsTheFilterInTheAddress() {
    WALK.board("sales");
    BigDecimal all = WALK.figure("revenue");
    WALK.filter("country", "Germany").picture("sales-germany");
    assertThat(WALK.figure("revenue")).isLessThan(all);
    assertThat(WALK.page().url()).contains("country=Germany", "company=MERIDIAN");
  }

  @Test
  void drillsFromTheFigureToItsRowsAndOneInvoice() {
    WALK.board("management").filter("period", "2011-08");
    BigDecimal revenue = WALK.figure("revenue");
    assertThat(WALK.openRows("revenue")).isEqualByComparingTo(revenue);
    TestingCockpit core = TestingCockpit.running();
    core.tells("/api/companies", "[{\"code\": \"MERIDIAN\"}]");
    String link = "table.rows a[href*='/work/sales/invoice/of/'] >> nth=0";
    core.tells(
        "/api/companies/MERIDIAN/sales/invoices/" + WALK.page().textContent(link),
        """
        {"number": "1", "kind": "invoice", "customer": "12001", "currency": "GBP", "total": 15.5,
         "lines": [{"line": 1, "item": "22101", "quantity": 3, "unitPrice": 5, "netAmount": 15}]}
        """);
    String number = WALK.openInvoice();
    assertThat(WALK.page().textContent("h1")).endsWith(number);
    assertThat(WALK.page().textContent("#page")).contains("22101", "15.00");
  }

  @Test
  void sortsATableByItsHeadsAndOffersItAsAFile() {
    WALK.board("supply");
    String table = "[data-chart=stock-policy] ";
    WALK.page().click(table + "th button:has-text('On hand')");
    WALK.page().waitForSelector(table + "th[aria-sort=descending]:has-text('On hand')");
    WALK.page().click(table + "th button:has-text('On hand')");
    WALK.page().waitForSelector(table + "th[aria-sort=ascending]:has-text('On hand')");
    assertThat(WALK.page().getAttribute(table + "a.export", "href"))
        .contains("/data/boards/supply/charts/stock-policy.csv", "sort=on_hand_qty");
    Object covered =
        WALK.page()
            .evaluate(
                "() => { const row = document.querySelector('[data-chart=proposals] tbody tr');"
                    + " const at = (e) => e.getBoundingClientRect();"
                    + " const state = [...row.cells].find((c) => /open/.test(c.textContent));"
                    + " return at(state).right > at(row.querySelector('td.commands')).left; }");
    assertThat(covered).as("the buttons stand over the state").isEqualTo(false);
  }

  @Test
  void narrowsRowsByAColumnAndShowsTheColumnsThatWereChosen() {
    String rows = TestingCockpit.running().address() + "/rows?company=MERIDIAN&period=2011-08&";
    WALK.page().navigate(rows + "table=sales_invoice");
    WALK.page().selectOption("#row-filter [name=column]", "kind");
    WALK.page().selectOption("#row-filter [name=value]", "credit-note");
    WALK.page().click("#row-filter button");
    WALK.page().waitForURL(url -> url.contains("pick.kind=credit-note"));
    WALK.page().waitForSelector(".chip:has-text('credit note') .drop-filter");
    WALK.page().click("#column-choice summary");
    WALK.page().uncheck("#column-choice [value=customer_name]");
    WALK.page().waitForURL(url -> url.contains("columns="));
    WALK.page().waitForSelector("table.rows thead:not(:has-text('Customer name'))");
    WALK.picture("rows-narrowed");
    WALK.page().click(".chip .drop-filter");
    WALK.page().waitForURL(url -> !url.contains("pick.kind"));
    WALK.page().navigate(rows + "metric=sales/return-rate");
    WALK.page().waitForSelector("#sum");
    assertThat(WALK.page().textContent("#sum")).startsWith("Numerator over these rows");
  }

  @Test
  void leadsFromRowsToThePagesOfDocumentsPartiesAndItems() {
    WALK.page()
        .navigate(
            TestingCockpit.running().address()
                + "/rows?company=MERIDIAN&table=sales_invoice_line&period=all");
    for (String page : List.of("sales/invoice", "party/party", "item/item")) {
      WALK.page().waitForSelector("table.rows td a[href*='/work/" + page + "/of/']");
    }
    WALK.page()
        .navigate(
            TestingCockpit.running().address()
                + "/rows?company=MERIDIAN&table=sales_order&period=all");
    WALK.page().waitForSelector("table.rows td a[href*='/work/sales/order/of/']");
    WALK.startOver().login("planner", TestingCockpit.running().password());
    WALK.page()
        .navigate(
            TestingCockpit.running().address()
                + "/rows?company=MERIDIAN&table=demand_weekly&period=all");
    WALK.page().waitForSelector("table.rows td a[href*='/work/item/item/of/']");
  }

  @Test
  void speaksChineseWithTheSameNumbers() {
    WALK.board("management");
    BigDecimal revenue = WALK.figure("revenue");
    WALK.language().drawn().picture("management-chinese");
    assertThat(WALK.page().textContent("h1")).isEqualTo("经营总览");
    assertThat(WALK.figure("revenue")).isEqualByComparingTo(revenue);
    WALK.language();
  }

  @Test
  void fitsAPhoneWithoutScrollingSideways() {
    for (String board : new String[] {"management", "sales", "planning"}) {
      WALK.width(390).board(board);
      assertThat(WALK.overhang()).as(board).isZero();
    }
    WALK.board("sales").openRows("revenue");
    assertThat(WALK.overhang()).isZero();
  }

  @Test
  void showsAChangeOfTheMartByItself() throws SQLException {
    WALK.board("management");
    BigDecimal before = WALK.figure("revenue");
    TestingMart mart = TestingCockpit.running().mart();
    mart.run(CHANGE.formatted("+ 500"));
    mart.publish();
    assertThat(WALK.figureOtherThan("revenue", before)).isEqualByComparingTo(before.add(FIVE));
    mart.run(CHANGE.formatted("- 500"));
    mart.publish();
  }

  @Test
  void aTableFilledOnlyWhenAskedIsAsOfItsPublication() throws SQLException {
    TestingMart mart = TestingCockpit.running().mart();
    mart.run(
        "update mart.publication set complete_to = null, published_at = now() - interval '7 days'"
            + " where table_name = 'forecast_series'");
    WALK.startOver().width(1400).login("admin", TestingCockpit.running().password());
    WALK.board("planning");
    String age = ".age[data-tables='forecast_series']";
    assertThat(WALK.page().textContent(age)).startsWith("as of").endsWith("7 days old");
    assertThat(WALK.page().getAttribute(age, "class")).doesNotContain("late");
    mart.publish();
  }

  @Test
  void findsAnInvoiceWithTheKeyboardAlone() {
    TestingCockpit core = TestingCockpit.running();
    core.tells("/api/companies", "[{\"code\": \"MERIDIAN\"}]");
    core.tells(
        "/api/companies/MERIDIAN/documents",
        """
        [{"kind": "sales/invoice", "number": "537100", "date": "2011-08-01",
          "partyName": "Cycle Shop", "amount": 15.5, "currency": "GBP"}]
        """);
    core.tells("/api/companies/MERIDIAN/parties", "{\"rows\": []}");
    core.tells("/api/companies/MERIDIAN/items", "{\"rows\": []}");
    WALK.board("sales").search("537100");
    WALK.page().waitForURL(url -> url.contains("/work/sales/invoice/of/537100"));
  }

  @Test
  void addsAndMultipliesDecimalsExactly() {
    Object sums =
        WALK.page()
            .evaluate(
                "async () => { const f = await import('/assets/js/format.js');"
                    + " return [f.sumOf(['0.1', 0.2, 1e-7]), f.productOf('1.005', '100'),"
                    + " f.sumOf(['-0.05', '0.05']), f.sumOf([]), f.productOf('95', '0.01'),"
                    + " f.sumOf(['12345678901234567.89', '-0.9'])].join(' '); }");
    assertThat(sums).isEqualTo("0.3000001 100.5 0 0 0.95 12345678901234566.99");
  }

  @Test
  void showsAmountsWithTheDecimalsOfTheirCurrency() {
    Object amounts =
        WALK.page()
            .evaluate(
                "async () => { const f = await import('/assets/js/format.js');"
                    + " const v = await import('/assets/js/work/value.js');"
                    + " const field = { kind: 'MONEY', currency: 'foreign.currency' };"
                    + " const order = { currency: 'GBP', foreign: { currency: 'KWD' } };"
                    + " const line = { foreign: { price: 2.5 } };"
                    + " const said = [f.coded(1234.5, 'JPY'), f.coded('7', 'KWD'), f.coded(3),"
                    + " v.shownIn(field, 'foreign.price', line, order),"
                    + " v.shownIn({ kind: 'MONEY' }, 'price', { price: 0.125 }, order),"
                    + " v.shownIn({ kind: 'MONEY', currency: 'gone' }, 'a', { a: 2 })];"
                    + " return said.join('|'); }");
    assertThat(amounts).isEqualTo("1,235 JPY|7.000 KWD|3.00 GBP|2.500 KWD|0.125|2.00");
  }

  @Test
  void showsAdministratorsWhatWasDone() {
    TestingCockpit core = TestingCockpit.running();
    core.tells(
        "/api/audit",
        """
        {"rows": [{"recordedAt": "2011-08-30T10:00:00Z", "actor": "anna", "method": "POST",
          "path": "/api/companies/MERIDIAN/sales/orders", "status": 201, "correlationId": "c-1",
          "address": "203.0.113.7", "events": ["sales.order-placed SO-17"]}],
         "page": 1, "more": false}
        """);
    WALK.page().click("#audit-link");
    WALK.page().waitForSelector("#audit-rows tr");
    assertThat(WALK.page().textContent("#audit-rows"))
        .contains("anna", "POST /api/companies/MERIDIAN/sales/orders", "sales.order-placed SO-17");
    assertThat(WALK.page().isVisible("#audit-more")).isFalse();
    WALK.picture("audit");
    WALK.startOver().login("sales", core.password());
    assertThat(WALK.page().querySelector("#audit-link")).isNull();
  }

  @Test
  void asksForTheCustomFieldsThatACompanyDeclares() {
    TestingCockpit core = TestingCockpit.running();
    core.tells("/api/companies", "[{\"code\": \"MERIDIAN\"}]");
    core.tells(
        "/api/companies/MERIDIAN/custom-fields",
        """
        [{"kind": "service/ticket", "path": "/service/tickets", "fields": [
          {"name": "colour", "type": "choice", "label": {"en": "Colour", "zh": "颜色"},
            "required": true, "retired": false,
            "choices": [{"value": "red", "label": {"en": "Red", "zh": "红色"}}]},
          {"name": "old", "type": "text", "label": {"en": "Old", "zh": "旧"},
            "required": false, "retired": true, "choices": []}]}]
        """);
    WALK.page()
        .navigate(core.address().resolve("/work/service/ticket/new?company=MERIDIAN").toString());
    WALK.page().waitForSelector("#e-custom-colour");
    assertThat(WALK.page().textContent("#e-custom-colour")).contains("Red");
    assertThat(WALK.page().querySelector("#e-custom-old")).isNull();
    WALK.page().navigate(core.address().resolve("/work/custom-fields?company=MERIDIAN").toString());
    WALK.page().waitForSelector("[data-field='colour']");
    assertThat(WALK.page().textContent("[data-field='colour']")).contains("Colour", "Required");
  }

  @Test
  void keepsNobodyOutOfBoardsAndLoginInTheLightOrInTheDark() {
    List<String> wrong = new ArrayList<>();
    for (String board : List.of("management", "sales", "planning", "supply", "accuracy")) {
      WALK.board(board);
      Axe.violations(WALK.page()).forEach(found -> wrong.add(board + " " + found));
      WALK.theme();
      Axe.violationsOfContrast(WALK.page()).forEach(found -> wrong.add(board + " " + found));
      WALK.theme();
    }
    WALK.expired("sales");
    Axe.violations(WALK.page()).forEach(found -> wrong.add("login " + found));
    assertThat(wrong).isEmpty();
  }

  @Test
  void showsTheForecastOfTheItemThatWasPicked() {
    WALK.board("planning");
    assertThat(WALK.pick("items", "22117")).startsWith("22117 ");
  }

  @Test
  void opensTheJournalLinesOfALineOfTheIncomeStatement() {
    WALK.board("management");
    WALK.page().click("[data-chart=income-statement] tbody tr:has-text('Cost of goods') a");
    WALK.page().waitForSelector("table.rows tbody tr");
    WALK.picture("journal-lines");
    assertThat(WALK.page().textContent("table.rows tbody")).contains("5000");
    assertThat(WALK.page().textContent("table.rows tbody")).doesNotContain("1100");
  }

  @Test
  void showsAStatementToItsLastLine() {
    WALK.board("management");
    String shown = "[data-chart=income-statement] .scroll";
    assertThat(WALK.page().evalOnSelector(shown, "e => e.scrollHeight - e.clientHeight"))
        .isEqualTo(0);
    assertThat(WALK.page().textContent(shown)).contains("Net income");
    assertThat(WALK.page().textContent("#month-state")).startsWith("Not closed");
  }

  @Test
  void namesTheCompaniesThereAreForOneThatIsNot() {
    WALK.page().navigate(TestingCockpit.running().address() + "/boards/sales?company=NOPE");
    WALK.page().waitForSelector("#unknown-company");
    assertThat(WALK.page().textContent("#unknown-company")).contains("NOPE", "MERIDIAN");
  }

  @Test
  void showsAnAddedTableInItsOwnWords() {
    WALK.board("visits").language().drawn();
    WALK.page().click("[data-chart=by-kind] .turn");
    assertThat(WALK.page().textContent("[data-chart=by-kind] table")).contains("紧急上门");
    WALK.page().click("[data-chart=by-kind] tbody a >> nth=0");
    WALK.page().waitForSelector("table.rows tbody tr");
    assertThat(WALK.page().textContent("table.rows thead")).contains("上门类型", "上门次数");
    assertThat(WALK.page().textContent("table.rows tbody")).contains("上门").contains("2011年8月");
    assertThat(WALK.page().textContent(".purpose")).contains("月度上门服务");
    WALK.language();
    assertThat(WALK.complaints()).isEmpty();
  }

  @Test
  void saysWhyALoginIsRefusedAndLeadsBackAfterASessionEnded() {
    assertThat(WALK.refusedLogin("admin", "wrong")).contains("password is wrong");
    assertThat(WALK.expired("sales")).contains("/login?then=%2Fboards%2Fsales");
  }

  @Test
  void leadsToNoForeignAddressAfterALogin() {
    TestingCockpit cockpit = TestingCockpit.running();
    for (String then :
        List.of(
            "//host.invalid/x", "/%09/host.invalid/x", "/.//host.invalid/x", "/%5Chost.invalid")) {
      WALK.startOver().page().navigate(cockpit.address() + "/login?then=" + then);
      WALK.page().fill("#user", "admin");
      WALK.page().fill("#password", cockpit.password());
      WALK.page().press("#password", "Enter");
      WALK.page().waitForURL(url -> !url.contains("/login"));
      assertThat(WALK.page().url()).as(then).startsWith(cockpit.address().toString());
      assertThat(WALK.complaints()).as(then).noneMatch(c -> c.contains("another address"));
    }
  }

  @Test
  void turnsDark() {
    WALK.board("sales").theme().picture("sales-dark").theme();
    assertThat(WALK.complaints()).isEmpty();
  }
}
