package org.millrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;

/** One search over all kinds; how long it takes is told by {@code ./millrace bench lists}. */
class SearchEverythingTest {
  private final TestingCore core = TestingCore.running();
  private final String company = core.newCompany("EUR", "false").value();

  @Test
  void findsByNumberAmountAndPartner() {
    core.jdbc()
        .sql(
            """
            insert into party.party(company, code, name, roles, country, walk_in)
            select :company, 'C' || i, 'Customer ' || i, '{customer}', 'Italy', false
            from generate_series(1, 20) i
            """)
        .param("company", company)
        .update();
    core.jdbc()
        .sql(
            """
            insert into sales.invoice(company, number, kind, source_number, version, customer,
              customer_name, customer_country, customer_walk_in, invoice_date, due_date, currency,
              net_amount, cost_amount, paid_amount, open_amount)
            select :company, 'IN-' || lpad(i::text, 6, '0'), 'invoice', 'X', 1, 'C' || i % 7,
              'Customer ' || i % 7, 'Italy', false, date '2020-01-01' + i % 2000, '2026-01-01',
              'EUR', i / 100.0, 0, 0, i / 100.0
            from generate_series(1, 3000) i
            """)
        .param("company", company)
        .update();
    assertThat(found("002999")).contains("IN-002999");
    assertThat(found("29.99")).contains("IN-002999");
    assertThat(found("Customer 3")).contains("\"party\":\"C3\"");
  }

  private String found(String text) {
    String asked = text.replace(" ", "%20");
    return core.get("/api/companies/" + company + "/documents?search=" + asked)
        .expecting(200)
        .body();
  }
}
