package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** What papers that come late change, and where the books show it. */
class CostsOfLatePapersTest {
  private final TestingCore core = TestingCore.running();

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
            "{\"item\": \"WASHER\", \"from\": \"MAIN\", \"to\": \"SHOP\", \"quantity\": 777777}")
        .expecting(201);
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
    String customer =
        "{\"code\": \"ORLA\", \"name\": \"Orla\", \"roles\": [\"customer\"], \"country\": \"IE\"}";
    core.post(path(company, "parties"), customer).expecting(201);
    core.post(
            path(company, "sales/invoices"),
            """
            {"customer": "ORLA", "lines": [{"item": "%s", "quantity": %d, "unitPrice": 300}],
             "occurredAt": "%sT09:00:00Z"}
            """
                .formatted(item, quantity, day))
        .expecting(201);
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
