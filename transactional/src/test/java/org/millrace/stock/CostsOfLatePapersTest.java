package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** What papers that come late change, and where the books show it. */
class CostsOfLatePapersTest {
  private final TestingCore core = TestingCore.running();

  @Test
  void exportsTheStockWithValuesThatAddUpToTheBooks() {
    CompanyCode company = core.newCompany();
    item(company, "LATCH");
    item(company, "WASHER");
    core.post(path(company, "stock/locations"), "{\"code\":\"L2\",\"name\":\"L2\"}").expecting(201);
    String move =
        """
        {"lines": [{"item": "LATCH", "quantity": 2, "unitCost": 3.335},
          {"item": "LATCH", "quantity": 1, "unitCost": 3.33, "location": "L2"},
          {"item": "WASHER", "quantity": 1000000, "unitCost": 1},
          {"item": "WASHER", "quantity": 2000000, "unitCost": 0.0002}]}
        """;
    core.post(path(company, "stock/movements"), move).expecting(201);
    List<String[]> rows =
        core.get(path(company, "exports/stock-balances"))
            .expecting(200)
            .body()
            .lines()
            .skip(1)
            .map(line -> line.split(","))
            .toList();
    assertThat(rows).hasSize(3);
    BigDecimal sum =
        rows.stream().map(row -> new BigDecimal(row[4])).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("1000410.00");
    assertThat(balance(company, "1200", month())).isEqualByComparingTo(sum);
  }

  private static String month() {
    return java.time.YearMonth.now(java.time.ZoneOffset.UTC).toString();
  }

  @Test
  void datesTheCorrectionOfASaleAsTheSale() {
    CompanyCode company = soldInFebruary();
    receive(company, "LATCH", 10, "200", "2026-01-20");
    assertThat(balance(company, "1200", "2026-01")).isEqualByComparingTo("3000");
    assertThat(balance(company, "5000", "2026-01")).isEqualByComparingTo("0");
    assertThat(balance(company, "5000", "2026-02")).isEqualByComparingTo("750");
    assertThat(balance(company, "1200", "2026-02")).isEqualByComparingTo("2250");
  }

  @Test
  void showsTheCostOfALatePaperOnTheInvoiceItBelongsTo() {
    CompanyCode company = soldInFebruary();
    receive(company, "LATCH", 10, "200", "2026-01-20");
    receive(company, "LATCH", 10, "400", "2026-01-21");
    HttpAnswer invoice = core.get(path(company, "sales/invoices/IN-000001"));
    assertThat(invoice.header("ETag")).contains("\"3\"");
    assertThat(invoice.json().at("/costAmount").decimalValue())
        .isEqualByComparingTo(balance(company, "5000", "2026-02"));
    assertThat(invoice.json().at("/lines/0/costAmount").decimalValue())
        .isEqualByComparingTo("1166.67");
    List<String> lines =
        core.jdbc()
            .sql(
                """
                select e.aggregate_version || ': ' || (l ->> 'line') || ' ' || (l ->> 'costAmount')
                from outbox.event e, jsonb_array_elements(
                  e.payload::jsonb -> 'correction' -> 'lines') l
                where e.company = ? and e.type = 'sales.invoice-cost-corrected'
                order by e.aggregate_version
                """)
            .param(company.value())
            .query(String.class)
            .list();
    assertThat(lines).containsExactly("2: 2 250.00", "3: 3 416.67");
  }

  @Test
  void showsTheCostOfALatePaperOnTheTicketThatUsedTheGoods() {
    CompanyCode company = core.newCompany();
    item(company, "LATCH");
    receive(company, "LATCH", 10, "100", "2026-01-10");
    String party =
        """
        {"code": "SHOP", "name": "Shop", "roles": ["customer"], "country": "DE"}
        """;
    core.post(path(company, "parties"), party).expecting(201);
    String ticket =
        """
        {"customer": "SHOP", "subject": "Latch broke", "occurredAt": "2026-02-01T08:00:00Z"}
        """;
    core.post(path(company, "service/tickets"), ticket).expecting(201);
    String part =
        """
        {"item": "LATCH", "quantity": 2, "occurredAt": "2026-02-02T08:00:00Z"}
        """;
    core.post(path(company, "service/tickets/ST-000001/parts"), part, Map.of("If-Match", "\"1\""))
        .expecting(201);
    receive(company, "LATCH", 10, "200", "2026-01-20");
    JsonNode after = core.get(path(company, "service/tickets/ST-000001")).expecting(200).json();
    assertThat(after.at("/partsCost").decimalValue()).isEqualByComparingTo("300");
    assertThat(after.at("/parts/0/cost").decimalValue()).isEqualByComparingTo("300");
    assertThat(after.at("/partsCost").decimalValue())
        .isEqualByComparingTo(balance(company, "6400", "2026-02"));
  }

  @Test
  void showsTheCostOfALatePaperOnTheOrderUntilItIsInvoiced() {
    CompanyCode company = core.newCompany();
    item(company, "LATCH");
    receive(company, "LATCH", 10, "100", "2026-01-05");
    customer(company);
    String order =
        "{\"customer\": \"ORLA\", \"occurredAt\": \"2026-02-01T00:00:00Z\","
            + " \"lines\": [{\"item\": \"LATCH\", \"quantity\": 9, \"unitPrice\": 300}]}";
    String number =
        core.post(path(company, "sales/orders"), order)
            .expecting(201)
            .json()
            .get("number")
            .asString();
    deliver(company, number, 1, 4, "2026-02-10");
    receive(company, "LATCH", 10, "200", "2026-01-20"); // 150 each
    deliver(company, number, 2, 1, "2026-01-10"); // 100, and 4 of the remaining at 2900 / 19
    act(company, "sales/orders/" + number + "/invoices", 3, "{}");
    receive(company, "LATCH", 10, "1", "2026-01-20");
    BigDecimal cost =
        core.get(path(company, "sales/invoices/IN-000001")).json().at("/costAmount").decimalValue();
    assertThat(cost).isEqualByComparingTo(balance(company, "5000", "2026-02"));
    assertThat(cost).isEqualByComparingTo("501.38"); // 100 + 4 x 2910 / 29
  }

  private void deliver(CompanyCode company, String order, int version, int quantity, String day) {
    act(
        company,
        "sales/orders/" + order + "/deliveries",
        version,
        "{\"lines\": [{\"line\": 1, \"quantity\": %d}], \"occurredAt\": \"%sT09:00:00Z\"}"
            .formatted(quantity, day));
  }

  private void act(CompanyCode company, String path, int version, String json) {
    core.post(path(company, path), json, Map.of("If-Match", "\"" + version + "\"")).expecting(201);
  }

  @Test
  void sharesTheValueThatIsKeptInsteadOfMultiplyingARoundedAverage() {
    CompanyCode company = core.newCompany();
    item(company, "WASHER");
    receive(company, "WASHER", 1_000_000, "1", "2026-01-05");
    receive(company, "WASHER", 2_000_000, "0.0002", "2026-01-06");
    assertThat(stockValue(company)).isEqualByComparingTo("1000400");
    core.post(path(company, "stock/locations"), "{\"code\": \"SHOP\", \"name\": \"Shop\"}")
        .expecting(201);
    core.post(
            path(company, "stock/transfers"),
            """
            {"fromLocation": "MAIN", "toLocation": "SHOP",
             "lines": [{"item": "WASHER", "quantity": 777777}]}
            """)
        .expecting(201);
    core.post(path(company, "stock/transfers/TR-000001/post"), "{}", Map.of("If-Match", "\"1\""))
        .expecting(200);
    assertThat(stockValue(company)).isEqualByComparingTo("1000400");
    assertThat(balance(company, "1200", "2026-12")).isEqualByComparingTo("1000400");
  }

  private CompanyCode soldInFebruary() {
    CompanyCode company = core.newCompany();
    item(company, "LATCH");
    receive(company, "LATCH", 10, "100", "2026-01-05");
    sell(company, "LATCH", 5, "2026-02-10");
    return company;
  }

  private void item(CompanyCode company, String code) {
    core.post(path(company, "items"), "{\"code\": \"%s\", \"name\": \"It\"}".formatted(code))
        .expecting(201);
  }

  private void receive(CompanyCode company, String item, int quantity, String cost, String day) {
    core.post(
            path(company, "stock/movements"),
            """
            {"lines": [{"item": "%s", "quantity": %d, "unitCost": %s}],
             "occurredAt": "%sT09:00:00Z"}
            """
                .formatted(item, quantity, cost, day))
        .expecting(201);
  }

  private void sell(CompanyCode company, String item, int quantity, String day) {
    customer(company);
    core.post(
            path(company, "sales/invoices"),
            """
            {"customer": "ORLA", "lines": [{"item": "%s", "quantity": %d, "unitPrice": 300}],
             "occurredAt": "%sT09:00:00Z"}
            """
                .formatted(item, quantity, day))
        .expecting(201);
  }

  private void customer(CompanyCode company) {
    String customer =
        "{\"code\": \"ORLA\", \"name\": \"Orla\", \"roles\": [\"customer\"], \"country\": \"IE\"}";
    core.post(path(company, "parties"), customer).expecting(201);
  }

  private BigDecimal stockValue(CompanyCode company) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : core.get(path(company, "stock/balances")).json().get("rows")) {
      sum = sum.add(row.get("value").decimalValue());
    }
    return sum;
  }

  private BigDecimal balance(CompanyCode company, String account, String month) {
    return core.jdbc()
        .sql(
            """
            select coalesce(sum(l.debit - l.credit), 0)
            from ledger.line l join ledger.entry e on e.company = l.company and e.number = l.entry
            where l.company = ? and l.account = ?
              and e.posting_date < (?::date + interval '1 month')
            """)
        .params(company.value(), account, month + "-01")
        .query(BigDecimal.class)
        .single();
  }

  private static String path(CompanyCode company, String rest) {
    return "/api/companies/" + company + "/" + rest;
  }
}
