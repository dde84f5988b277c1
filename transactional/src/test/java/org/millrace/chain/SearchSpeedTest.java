package org.millrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;

/** Among 300,000 invoices each kind of search answers within a blink. */
@Tag("slow")
class SearchSpeedTest {
  private static final int MOST_MILLIS = 200;

  private final TestingCore core = TestingCore.running();
  private final String company = core.newCompany("EUR", "false").value();

  @Test
  void answersWithin200Milliseconds() {
    core.jdbc()
        .sql(
            """
            insert into party.party(company, code, name, roles, country, walk_in)
            select :company, 'C' || i, 'Customer ' || i, '{customer}', 'Italy', false
            from generate_series(1, 20000) i
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
            from generate_series(1, 300000) i
            """)
        .param("company", company)
        .update();
    for (String text :
        List.of("IN-299", "299999", "Customer 3", "customer", "2999.99", "no such")) {
      assertThat(median(text)).as(text).isLessThan(MOST_MILLIS);
    }
    assertThat(found("299999")).contains("IN-299999");
    assertThat(found("2999.99")).contains("IN-299999");
    assertThat(found("Customer 3")).contains("\"party\":\"C3\"");
  }

  private String found(String text) {
    String asked = text.replace(" ", "%20");
    return core.get("/api/companies/" + company + "/documents?search=" + asked)
        .expecting(200)
        .body();
  }

  private long median(String text) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      long start = System.nanoTime();
      found(text);
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    Collections.sort(millis);
    return millis.get(3);
  }
}
