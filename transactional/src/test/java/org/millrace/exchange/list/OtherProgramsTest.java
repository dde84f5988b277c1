package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/**
 * The shipped mappings read files in the layouts in which ERPNext and Odoo export, which lie beside
 * this test: columns that nobody asked for, lines below their document, its cells in the first of
 * its rows alone.
 */
class OtherProgramsTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void open() {
    base = "/api/companies/" + core.newCompany("EUR", "true").value();
  }

  @Test
  void aFirmMovesInFromErpNext() {
    posted("parties", "erpnext-customers", 2);
    posted("parties", "erpnext-suppliers", 1);
    posted("items", "erpnext-items", 2);
    posted("sales-orders", "erpnext-sales-orders", 2);
    assertThat(exported("sales-orders"))
        .contains("Grünwald & Söhne", "2024-03-20", "WHEEL-28", "FITTING")
        .doesNotContain("CUST-0002");
    posted("purchase-orders", "erpnext-purchase-orders", 3);
    List<String> orders = exported("purchase-orders").lines().toList();
    assertThat(orders.stream().filter(row -> row.contains("2024-02-20"))).hasSize(2);
    posted("invoices", "erpnext-sales-invoices", 2);
    posted("opening-items", "erpnext-open-invoices", 1);
    core.post(base + "/stock/locations", "{\"code\":\"STORES - W\",\"name\":\"Stores\"}")
        .expecting(201);
    posted("opening-stock", "erpnext-stock", 1);
  }

  @Test
  void aFirmMovesInFromOdoo() {
    posted("parties", "odoo-customers", 2);
    posted("items", "odoo-items", 2);
    posted("sales-orders", "odoo-sales-orders", 2);
    assertThat(exported("sales-orders"))
        .contains("Azure Interior", "2024-03-20", "FURN_1", "FIT", ",630,")
        .doesNotContain("Deco Addict");
    posted("purchase-orders", "odoo-purchase-orders", 1);
    posted("invoices", "odoo-sales-invoices", 1);
    posted("opening-items", "odoo-open-invoices", 1);
    posted("opening-stock", "odoo-stock", 1);
  }

  private void posted(String list, String mapping, int rows) {
    List<JsonNode> steps =
        core.postFile(base + "/imports/" + list + "?file=a.csv&mapping=" + mapping, file(mapping))
            .expecting(200)
            .steps();
    JsonNode end = steps.get(steps.size() - 1);
    assertThat(end.at("/rows/rejected").asLong(-1)).as(mapping + " " + steps).isZero();
    assertThat(end.at("/rows/posted").asLong()).as(mapping + " " + steps).isEqualTo(rows);
  }

  private static byte[] file(String mapping) {
    try (InputStream in = OtherProgramsTest.class.getResourceAsStream(mapping + ".csv")) {
      return Objects.requireNonNull(in, mapping).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String exported(String list) {
    return core.get(base + "/exports/" + list).expecting(200).body();
  }
}
