package org.millrace.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the running cockpit tells of tables, and what rows and exports make of it. */
@Tag("slow")
class CatalogServedTest {
  private static final Asking ADMIN = Asking.as("admin");

  @Test
  void saysOfEveryColumnWhatItIsCalledInBothLanguagesAndHowItIsWritten() {
    JsonNode order = ADMIN.json("/data/catalog").path("tables").path("sales_order");

    assertThat(order.path("label").path("zh").asString()).isEqualTo("销售订单");
    JsonNode status = order.path("columns").path("status");
    assertThat(status.path("label").path("en").asString()).isEqualTo("Status");
    assertThat(status.path("words").path("delivered").path("zh").asString()).isEqualTo("已交货");
    assertThat(order.path("columns").path("open_amount").path("form").asString())
        .isEqualTo("MONEY");
    assertThat(order.path("columns").path("month").path("form").asString()).isEqualTo("MONTH");
  }

  @Test
  void callsAPeriodAWeekOnlyWhereItIsOne() {
    JsonNode tables = ADMIN.json("/data/catalog").path("tables");
    assertThat(tables.path("demand_forecast").path("columns").path("period").toString())
        .contains("\"Week\"");
    assertThat(tables.path("series_accuracy").toString()).doesNotContain("\"Week\"");
  }

  @Test
  void describesEveryColumnThatARowsPageCanShow() {
    Set<String> undescribed = new TreeSet<>();
    JsonNode tables = ADMIN.json("/data/catalog").path("tables");
    for (String table : tables.propertyNames()) {
      JsonNode columns = tables.path(table).path("columns");
      for (JsonNode name :
          ADMIN.json("/data/rows?company=MERIDIAN&period=all&table=" + table).path("columns")) {
        if (!columns.has(name.asString())) {
          undescribed.add(table + "." + name.asString());
        }
      }
    }
    assertThat(undescribed).isEmpty();
  }

  @Test
  void knowsWhereADocumentIsFoundByItsKind() {
    JsonNode documents = ADMIN.json("/data/catalog").path("documents");
    assertThat(documents.path("credit-note").asString()).isEqualTo("sales_invoice");
    assertThat(documents.path("work-order").asString()).isEqualTo("work_order");
    assertThat(documents.path("ticket").asString()).isEqualTo("ticket");
    assertThat(documents.path("entry").asString()).isEqualTo("journal_line");
  }

  @Test
  void isSentOnceToABrowserThatKeepsIt() {
    HttpResponse<String> first = ADMIN.get("/data/catalog");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        ADMIN.send(ADMIN.request("/data/catalog").header("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void searchesTheColumnsThatTheTableNames() {
    assertThat(rows("sales_invoice", "&search=Customer%2012001")).isPositive();
    assertThat(rows("sales_invoice", "&search=Germany")).as("a country is not searched").isZero();
  }

  @Test
  void exportsNamesForProgramsAndLabelsForPeople() {
    String address = "/data/rows.csv?company=MERIDIAN&period=all&table=sales_order";
    assertThat(ADMIN.get(address).body()).startsWith("company,number,order_date");
    assertThat(ADMIN.get(address + "&lang=zh").body()).startsWith("\ufeff公司,订单,订单日期");
    assertThat(ADMIN.get(address + "&lang=en").body()).startsWith("\ufeffCompany,Order,Order date");
  }

  private static long rows(String table, String more) {
    return ADMIN
        .json("/data/rows?company=MERIDIAN&period=all&table=" + table + more)
        .path("total")
        .asLong();
  }
}
