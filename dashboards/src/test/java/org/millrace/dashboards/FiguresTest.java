package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Figures of the running cockpit against SQL written by hand on the same mart. */
@Tag("slow")
class FiguresTest {
  private static final String AUGUST = "?company=MERIDIAN&period=2011-08";
  private static final Asking ADMIN = Asking.as("admin");

  @Test
  void answersTheRevenueOfACompanyAndMonthAlone() throws SQLException {
    assertThat(value("sales/net-revenue", AUGUST))
        .isEqualByComparingTo(
            sql(
                "select sum(net_amount) from mart.sales_invoice"
                    + " where company = 'MERIDIAN' and month = '2011-08-01'"));
  }

  @Test
  void dividesSumsAndNeverAddsRatios() throws SQLException {
    String all = "?company=MERIDIAN&period=2010-06..2011-09";
    JsonNode rate = ADMIN.json("/data/figures/sales/return-rate" + all).path("figure");
    assertThat(rate.path("numerator").decimalValue())
        .isEqualByComparingTo(
            sql(
                "select -sum(net_amount) from mart.sales_invoice"
                    + " where company = 'MERIDIAN' and kind = 'credit-note'"));
    assertThat(rate.path("denominator").decimalValue())
        .isEqualByComparingTo(
            sql(
                "select sum(net_amount) from mart.sales_invoice"
                    + " where company = 'MERIDIAN' and kind = 'invoice'"));
    BigDecimal product =
        rate.path("value").decimalValue().multiply(rate.path("denominator").decimalValue());
    assertThat(product.subtract(rate.path("numerator").decimalValue()).abs())
        .isLessThan(new BigDecimal("0.01"));
  }

  @Test
  void takesABalanceAtThePeriodsEndInsteadOfAddingMonths() throws SQLException {
    assertThat(value("ledger/cash", "?company=MERIDIAN&period=2011-01..2011-08"))
        .isEqualByComparingTo(
            sql(
                "select sum(debit - credit) from mart.journal_line where company = 'MERIDIAN'"
                    + " and account = '1000' and posting_date < '2011-09-01'"));
  }

  @Test
  void takesAllTimeAndOpensTheRowsOfIt() throws SQLException {
    String always = "?company=MERIDIAN&period=all";
    BigDecimal revenue =
        sql("select sum(net_amount) from mart.sales_invoice where company = 'MERIDIAN'");
    assertThat(value("sales/net-revenue", always)).isEqualByComparingTo(revenue);
    assertThat(
            ADMIN
                .json("/data/rows" + always + "&metric=sales/net-revenue")
                .path("amount")
                .decimalValue())
        .isEqualByComparingTo(revenue);
    assertThat(
            ADMIN
                .json("/data/rows" + always + "&table=journal_line&pick.entry_number=1")
                .path("total")
                .asInt())
        .isPositive();
    for (String board : List.of("management", "sales", "planning", "supply", "accuracy")) {
      assertThat(ADMIN.json("/data/boards/" + board + always).path("charts")).isNotEmpty();
    }
  }

  @Test
  void narrowsByCountryAndSaysWhereThatDoesNotReach() throws SQLException {
    String german = AUGUST + "&country=Germany";
    assertThat(value("sales/net-revenue", german))
        .isEqualByComparingTo(
            sql(
                "select sum(net_amount) from mart.sales_invoice where company = 'MERIDIAN'"
                    + " and month = '2011-08-01' and country = 'Germany'"));
    JsonNode charts = ADMIN.json("/data/boards/management" + german).path("charts");
    assertThat(charts.path("revenue").path("head").path("ignores")).isEmpty();
    assertThat(charts.path("cash").path("head").path("ignores").toString()).contains("country");
  }

  @Test
  void addsTheBarsNotShownIntoOne() throws SQLException {
    JsonNode chart =
        ADMIN.json("/data/boards/sales" + AUGUST).path("charts").path("revenue-by-item");
    BigDecimal sum = chart.path("rest").decimalValue();
    for (JsonNode bar : chart.path("bars")) {
      sum = sum.add(bar.path("value").decimalValue());
    }
    assertThat(chart.path("bars")).hasSize(10);
    assertThat(sum).isEqualByComparingTo(value("sales/net-revenue", AUGUST));
  }

  @Test
  void comparesWithTheMonthAndTheYearBefore() throws SQLException {
    JsonNode compared =
        ADMIN.json("/data/boards/sales" + AUGUST).path("charts").path("revenue").path("compared");
    assertThat(compared.get(0).path("period").path("to").asString()).isEqualTo("2011-07");
    assertThat(compared.get(1).path("period").path("to").asString()).isEqualTo("2010-08");
    assertThat(compared.get(1).path("value").decimalValue())
        .isEqualByComparingTo(value("sales/net-revenue", "?company=MERIDIAN&period=2010-08"));
  }

  @Test
  void comparesWithNoPeriodBeforeTheBooks() {
    JsonNode june =
        ADMIN
            .json("/data/boards/sales?company=MERIDIAN&period=2010-06")
            .path("charts")
            .path("revenue")
            .path("compared");
    assertThat(june.get(0).path("why").asString()).isEqualTo("NOT_COVERED");
    assertThat(june.get(0).path("change").isNull()).isTrue();
    assertThat(june.get(1).path("value").isNull()).isTrue();
  }

  @Test
  void refusesAPeriodAfterTheLastOneWithFigures() {
    assertThat(ADMIN.get("/data/boards/management?company=MERIDIAN&period=2027-05").body())
        .contains("The period 2027-05 lies after 2011-08, the last month with figures of company");
  }

  @Test
  void agesWhatIsOverdueByItsDueDate() throws SQLException {
    String now = "?company=MERIDIAN";
    BigDecimal overdue =
        sql(
            "select sum(open_amount) from mart.sales_invoice where company = 'MERIDIAN'"
                + " and due_date < current_date");
    assertThat(value("sales/overdue-receivables", now)).isEqualByComparingTo(overdue);
    assertThat(value("sales/receivables-over-90", now))
        .as("all of it is from 2011")
        .isEqualByComparingTo(overdue);
    assertThat(
            ADMIN
                .json("/data/figures/sales/receivables-1-to-30" + now)
                .path("figure")
                .path("rows")
                .asInt())
        .isZero();
  }

  @Test
  void saysWhetherTheMonthIsClosed() throws SQLException {
    assertThat(month().path("closed").asBoolean()).isFalse();
    TestingMart mart = TestingCockpit.running().mart();
    mart.run("insert into mart.closed_period(company, month) values ('MERIDIAN', '2011-08-01')");
    mart.publish();
    assertThat(month().path("closed").asBoolean()).isTrue();
    assertThat(month().path("today").isNull()).isTrue();
    mart.run("delete from mart.closed_period");
    mart.publish();
  }

  private static JsonNode month() {
    return ADMIN.json("/data/boards/management" + AUGUST).path("month");
  }

  @Test
  void rowsBehindEveryFigureAddUpToIt() throws IOException {
    int summed = 0;
    for (String metric : metrics()) {
      JsonNode rows = ADMIN.json("/data/rows" + AUGUST + "&metric=" + metric);
      assertThat(rows.path("amount").decimalValue())
          .as(metric)
          .isEqualByComparingTo(rows.path("explained").path("numerator").decimalValue());
      summed++;
    }
    assertThat(summed).isGreaterThan(30);
  }

  @Test
  void showsTheItemOfTheFirstExceptionBeforeOneIsPicked() {
    JsonNode board = ADMIN.json("/data/boards/planning" + AUGUST);
    String first = board.at("/charts/exceptions/rows/0/item").asString();
    assertThat(board.at("/charts/forecast-of-item/picked").asString()).isEqualTo(first);
    assertThat(board.at("/slice/picks/item").asString()).isEqualTo(first);
    JsonNode picked = ADMIN.json("/data/boards/planning" + AUGUST + "&pick.item=22117");
    assertThat(picked.at("/charts/forecast-of-item/picked").asString()).isEqualTo("22117");
    assertThat(picked.at("/charts/forecast-of-item/past").isEmpty()).isFalse();
  }

  @Test
  void countsADocumentPostedInTwoPiecesOnce() {
    JsonNode rows = ADMIN.json("/data/rows" + AUGUST + "&metric=sales/orders");
    assertThat(rows.path("explained").path("count").get(0).asString()).isEqualTo("source_number");
    assertThat(rows.path("total").asInt()).isEqualTo(rows.path("amount").asInt() + 1);
  }

  @Test
  void aBarOpensTheRowsThatMakeIt() {
    JsonNode bars =
        ADMIN.json("/data/boards/sales" + AUGUST).path("charts").path("revenue-by-segment");
    assertThat(bars.path("bars")).isNotEmpty();
    for (JsonNode bar : bars.path("bars")) {
      JsonNode rows =
          ADMIN.json(
              "/data/rows"
                  + AUGUST
                  + "&metric=sales/segment-revenue&pick.segment="
                  + bar.path("key").asString().replace(" ", "%20"));
      assertThat(rows.path("amount").decimalValue())
          .isEqualByComparingTo(bar.path("value").decimalValue());
      assertThat(rows.path("columns").toString()).contains("customer");
    }
  }

  private static List<String> metrics() throws IOException {
    Path root = Path.of("metrics");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(file -> root.relativize(file).toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void incomeStatementLinesOpenJournalLinesThatAddUpToThem() throws SQLException {
    JsonNode chart =
        ADMIN.json("/data/boards/management" + AUGUST).path("charts").path("income-statement");
    JsonNode begins = chart.path("use").path("link").path("narrow").path("beginnings");
    assertThat(chart.path("rows")).isNotEmpty();
    for (JsonNode line : chart.path("rows")) {
      StringBuilder codes = new StringBuilder();
      begins
          .path(line.path("line").asString())
          .forEach(c -> codes.append(',').append(c.asString()));
      String csv =
          ADMIN
              .get(
                  "/data/rows.csv?company=MERIDIAN&table=journal_line&pick.month=2011-08-01"
                      + "&begins.account="
                      + codes.substring(1))
              .body();
      BigDecimal sum = BigDecimal.ZERO;
      List<String> lines = csv.lines().toList();
      List<String> head = List.of(lines.get(0).split(","));
      for (String row : lines.subList(1, lines.size())) {
        String[] cells = row.split(",", -1);
        sum =
            sum.add(new BigDecimal(cells[head.indexOf("debit")]))
                .subtract(new BigDecimal(cells[head.indexOf("credit")]));
      }
      assertThat(sum.abs())
          .as(line.path("line").asString())
          .isEqualByComparingTo(line.path("amount").decimalValue().abs());
    }
  }

  @Test
  void showsAChangeOfTheMartAtOnceAndOnlyToThatCompany() throws SQLException {
    BigDecimal before = value("sales/net-revenue", AUGUST);
    BigDecimal other = value("sales/net-revenue", "?company=ALTBERG&period=2011-08");
    TestingMart mart = TestingCockpit.running().mart();
    mart.run(
        "update mart.sales_monthly set net_revenue = net_revenue + 1000"
            + " where company = 'MERIDIAN' and month = '2011-08-01' and country = 'Japan'");
    mart.publish();
    assertThat(value("sales/net-revenue", AUGUST)).isEqualByComparingTo(before.add(thousand()));
    assertThat(value("sales/net-revenue", "?company=ALTBERG&period=2011-08"))
        .isEqualByComparingTo(other);
    mart.run(
        "update mart.sales_monthly set net_revenue = net_revenue - 1000"
            + " where company = 'MERIDIAN' and month = '2011-08-01' and country = 'Japan'");
    mart.publish();
  }

  @Test
  void saysHowOldAFigureIsAndWhichCheckFailed() throws SQLException {
    TestingMart mart = TestingCockpit.running().mart();
    mart.run(
        "insert into mart.data_check values ('*', 'gold.sales_monthly', 'key_unique', 'warn',"
            + " 'failed', 3, '', now())");
    JsonNode age = ADMIN.json("/data/figures/sales/net-revenue" + AUGUST).path("age").get(0);
    mart.run("delete from mart.data_check");
    assertThat(age.path("failedChecks").get(0).asString()).isEqualTo("key_unique (warn, 3)");
    assertThat(age.path("age").path("seconds").asDouble())
        .isBetween(0.0, (double) Duration.ofHours(1).toSeconds());
  }

  @Test
  void saysWhatIsHeldBackOfAFigure() throws SQLException {
    TestingMart mart = TestingCockpit.running().mart();
    mart.run(
        "update mart.publication set reason = '2 rows held back of silver.sales_invoice_line'"
            + " where table_name = 'sales_monthly'");
    JsonNode age = ADMIN.json("/data/figures/sales/net-revenue" + AUGUST).path("age").get(0);
    mart.run("update mart.publication set reason = ''");
    assertThat(age.path("failedChecks").get(0).asString())
        .isEqualTo("2 rows held back of silver.sales_invoice_line");
  }

  @Test
  void whatAnAnalysisFillsIsAsOldAsItsCalculationAndSaysWhyItFailed() throws SQLException {
    TestingMart mart = TestingCockpit.running().mart();
    mart.run(
        "update mart.publication set calculated_at = clock_timestamp() - interval '10 minutes',"
            + " as_of = '2011-08-30', reason = 'plan of company X failed at 10:04: absurd'"
            + " where table_name = 'sales_monthly'");
    JsonNode age = ADMIN.json("/data/figures/sales/net-revenue" + AUGUST).path("age").get(0);
    mart.run("update mart.publication set calculated_at = null, as_of = null, reason = ''");
    assertThat(age.path("age").path("seconds").asDouble()).isBetween(600.0, 1200.0);
    assertThat(age.path("age").path("behindSeconds").asDouble()).isLessThan(600);
    assertThat(age.path("calculated").path("asOf").asString()).isEqualTo("2011-08-30");
    assertThat(age.path("failedChecks").get(0).asString()).contains("plan of company X failed");
  }

  @Test
  void sortsAllRowsOfATableOfABoardAndGivesThemAsAFile() throws SQLException {
    String chart = "/data/boards/supply/charts/proposals";
    String chosen = "?company=MERIDIAN&search=HAND&lang=en&sort=-quantity";
    BigDecimal most =
        sql(
            "select max(quantity) from mart.proposal where company = 'MERIDIAN'"
                + " and state in ('open', 'approved', 'rejected')");
    JsonNode rows = ADMIN.json(chart + chosen).path("rows");
    assertThat(rows.get(0).path("quantity").decimalValue()).isEqualByComparingTo(most);
    String[] file = ADMIN.get(chart + ".csv" + chosen).body().split("\r\n");
    assertThat(file[0]).startsWith("\ufeffProposal,Item,State,Document,").endsWith(",Note");
    assertThat(file[1]).contains("," + most.toPlainString() + ",");
    assertThat(file).hasSize(rows.size() + 1);
    assertThat(ADMIN.get("/data/boards/supply/charts/dead-stock.csv?company=MERIDIAN").statusCode())
        .isEqualTo(404);
    assertThat(ADMIN.get(chart + "?company=MERIDIAN&sort=event_id;x").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsWhichDayItIsWhereTheCompanyIs() throws SQLException {
    TestingMart mart = TestingCockpit.running().mart();
    mart.run(
        "insert into mart.company(company, name, currency, time_zone)"
            + " values ('ALTBERG', 'Altberg', 'EUR', 'Asia/Shanghai')");
    mart.publish();
    Clock evening = Clock.fixed(Instant.parse("2011-08-28T17:00:00Z"), ZoneOffset.UTC);
    try (ConfigurableApplicationContext then = TestingCockpit.running().at(evening)) {
      URI there = TestingCockpit.address(then);
      String board = "/data/boards/management?period=2011-08&company=";
      assertThat(ADMIN.json(there.resolve(board + "MERIDIAN")).at("/month/today").asString())
          .isEqualTo("2011-08-28");
      assertThat(ADMIN.json(there.resolve(board + "ALTBERG")).at("/month/today").asString())
          .isEqualTo("2011-08-29");
      String overdue = "?period=2011-08&metric=sales/receivables-1-to-30&company=";
      for (String company : List.of("MERIDIAN", "ALTBERG")) {
        LocalDate day = LocalDate.parse(company.equals("ALTBERG") ? "2011-08-29" : "2011-08-28");
        assertThat(
                ADMIN
                    .json(there.resolve("/data/rows" + overdue + company))
                    .path("amount")
                    .decimalValue())
            .as(company)
            .isEqualByComparingTo(
                sql(
                    "select sum(open_amount) from mart.sales_invoice where company = '%s'"
                            .formatted(company)
                        + " and due_date between '%s' and '%s'"
                            .formatted(day.minusDays(30), day.minusDays(1))));
      }
    } finally {
      mart.run("delete from mart.company where company = 'ALTBERG'");
      mart.publish();
    }
  }

  @Test
  void listsCompaniesWhileSomeTablesAreNotPublishedYet() throws SQLException {
    TestingMart mart = TestingCockpit.running().mart();
    mart.run("delete from mart.publication where table_name = 'trial_balance'");
    JsonNode companies = ADMIN.json("/data/start").path("companies");
    mart.publish();
    assertThat(companies)
        .extracting(c -> c.path("code").asString())
        .contains("ALTBERG", "MERIDIAN");
    assertThat(companies.get(0).path("lastMonth").asString()).isEqualTo("2011-08");
  }

  @Test
  void refusesAnUnknownCompanyPeriodAndMetricByName() {
    assertThat(ADMIN.get("/data/boards/sales?company=NOBODY").body())
        .contains("No figures of company 'NOBODY'", "MERIDIAN");
    assertThat(ADMIN.get("/data/boards/sales").body()).contains("Give the parameter company");
    assertThat(ADMIN.get("/data/boards/sales?company=MERIDIAN&period=August").body())
        .contains("such as 2011-08 or 2011-01..2011-08, not 'August'");
    assertThat(ADMIN.get("/data/figures/sales/luck" + AUGUST).body())
        .contains("No metric 'sales/luck'");
  }

  private static BigDecimal thousand() {
    return new BigDecimal(1000);
  }

  private static BigDecimal value(String metric, String chosen) {
    return ADMIN
        .json("/data/figures/" + metric + chosen)
        .path("figure")
        .path("value")
        .decimalValue();
  }

  private static BigDecimal sql(String sql) throws SQLException {
    try (var connection = TestingCockpit.running().mart().open();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getBigDecimal(1);
    }
  }
}
