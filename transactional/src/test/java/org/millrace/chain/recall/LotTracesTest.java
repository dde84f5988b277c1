package org.millrace.chain.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/**
 * Lot L1 comes by two receipts and L2 by one; L1 is carried to the shop, sold as it is, counted and
 * built into bike B1, of which one is delivered and one comes back.
 */
class LotTracesTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void sells() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    for (String party : List.of("MILL", "FORGE")) {
      post("/parties", "{'code':'%s','name':'S','roles':['supplier'],'country':'IT'}", party);
    }
    for (String party : List.of("ANNA", "BERT")) {
      post("/parties", "{'code':'%s','name':'C','roles':['customer'],'country':'FR'}", party);
    }
    post("/item-groups", "{'code':'LOTS','name':'Lots','costingLevel':'lot'}");
    post("/items", "{'code':'BELL','name':'Bell','group':'LOTS'}");
    post(
        "/items",
        "{'code':'BIKE','name':'Bike','group':'LOTS',"
            + "'materials':[{'item':'BELL','quantity':1}]}");
    post("/stock/locations", "{'code':'SHOP','name':'Shop'}");
    bought("MILL", "L1", 4);
    bought("FORGE", "L1", 6);
    bought("FORGE", "L2", 5);
    String transfer =
        post(
                "/stock/transfers",
                "{'fromLocation':'MAIN','toLocation':'SHOP',"
                    + "'lines':[{'item':'BELL','quantity':3,'lot':'L1'}]}")
            .json()
            .get("number")
            .asString();
    change("/stock/transfers", transfer, "/post", "{}");
    String made =
        post("/production/work-orders", "{'item':'BIKE','quantity':2}")
            .json()
            .get("number")
            .asString();
    change(
        "/production/work-orders",
        made,
        "/consumptions",
        "{'lines':[{'item':'BELL','quantity':2,'lot':'L1'}]}");
    change("/production/work-orders", made, "/completions", "{'quantity':2,'lot':'B1'}");
  }

  @Test
  void tellsWhoGotALotAndOfWhichReceiptsADeliveryIs() {
    post(
        "/sales/invoices",
        "{'customer':'BERT','location':'SHOP',"
            + "'lines':[{'item':'BELL','quantity':1,'unitPrice':9,'lot':'L1'}]}");
    String sold =
        post(
                "/sales/invoices",
                "{'customer':'ANNA','lines':[{'item':'BIKE','quantity':2,'unitPrice':99,"
                    + "'lot':'B1'}]}")
            .json()
            .get("number")
            .asString();
    change("/sales/invoices", sold, "/credit-notes", "{'lines':[{'line':1,'quantity':1}]}");

    assertThat(traces("?item=BELL&lot=L1&documentKind=sales/invoice"))
        .containsExactlyInAnyOrder(
            "BELL L1 MILL -> BELL L1 BERT 1 (0 back)",
            "BELL L1 FORGE -> BELL L1 BERT 1 (0 back)",
            "BELL L1 MILL -> BIKE B1 ANNA 1 (1 back)",
            "BELL L1 FORGE -> BIKE B1 ANNA 1 (1 back)");
    assertThat(traces("?document=" + sold))
        .containsExactlyInAnyOrder(
            "BELL L1 MILL -> BIKE B1 ANNA 1 (1 back)",
            "BELL L1 FORGE -> BIKE B1 ANNA 1 (1 back)",
            "BIKE B1 - -> BIKE B1 ANNA 1 (1 back)");
    assertThat(traces("?lot=L1&supplier=MILL&documentKind=stock/location"))
        .containsExactlyInAnyOrder(
            "BELL L1 MILL -> BELL L1 - 5 (0 back)",
            "BELL L1 MILL -> BELL L1 - 2 (0 back)",
            "BELL L1 MILL -> BIKE B1 - 1 (0 back)");
    assertThat(traces("?lot=L2&documentKind=sales/invoice")).isEmpty();
    String trace = rows("?document=" + sold).get(0).get("trace").asString();
    assertThat(core.get(base + "/stock/lot-traces/" + trace).expecting(200).json().get("lot"))
        .isNotNull();
    assertThat(core.get(base + "/stock/lot-traces/none").status()).isEqualTo(404);
  }

  @Test
  void countsALotByItself() {
    JsonNode sheet = post("/stock/counts", "{'location':'MAIN','lines':[]}").json().get("lines");
    assertThat(sheet)
        .extracting(
            line ->
                text(line, "item")
                    + " "
                    + text(line, "lot")
                    + " "
                    + line.get("bookedQuantity").asString())
        .containsExactly("BELL L1 5", "BELL L2 5", "BIKE B1 2");
    String count =
        post(
                "/stock/counts",
                "{'location':'MAIN','lines':["
                    + "{'item':'BELL','countedQuantity':4,'lot':'L1'},"
                    + "{'item':'BELL','countedQuantity':6,'lot':'L2'}]}")
            .json()
            .get("number")
            .asString();
    change("/stock/counts", count, "/post", "{}");
    assertThat(core.get(base + "/stock/balances/BELL").json().get("lots"))
        .extracting(lot -> lot.get("lot").asString() + " " + lot.get("onHand").asString())
        .containsExactly("L1 7", "L2 6");
    change("/stock/counts", count, "/reverse", "{'reason':'Wrong shelf'}");
    assertThat(core.get(base + "/stock/balances/BELL").json().get("lots"))
        .extracting(lot -> lot.get("lot").asString() + " " + lot.get("onHand").asString())
        .containsExactly("L1 8", "L2 5");
  }

  @Test
  void refusesMoreOfALotThanLiesThere() {
    HttpAnswer refused =
        core.post(
            base + "/sales/invoices",
            ("{'customer':'ANNA','lines':[{'item':'BELL','quantity':6,'unitPrice':9,"
                    + "'lot':'L2'}]}")
                .replace('\'', '"'));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().toString()).contains("of lot L2 of item BELL");
  }

  private void bought(String supplier, String lot, int bells) {
    String order =
        post(
                "/purchasing/orders",
                "{'supplier':'%s','lines':[{'item':'BELL','quantity':%d,'unitPrice':3}]}",
                supplier,
                bells)
            .json()
            .get("number")
            .asString();
    change(
        "/purchasing/orders",
        order,
        "/receipts",
        "{'lines':[{'line':1,'quantity':%d,'lot':'%s'}]}".formatted(bells, lot));
  }

  private List<String> traces(String query) {
    return rows(query).stream()
        .map(
            row ->
                "%s %s %s -> %s %s %s %s (%s back)"
                    .formatted(
                        text(row, "item"),
                        text(row, "lot"),
                        text(row, "supplier"),
                        text(row, "finalItem"),
                        text(row, "finalLot"),
                        text(row, "customer"),
                        row.get("quantity").asString(),
                        row.get("returnedQuantity").asString()))
        .toList();
  }

  private List<JsonNode> rows(String query) {
    JsonNode rows = core.get(base + "/stock/lot-traces" + query).expecting(200).json().get("rows");
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static String text(JsonNode row, String field) {
    JsonNode value = row.get(field);
    return value == null || value.isNull() ? "-" : value.asString();
  }

  private void change(String list, String number, String act, String body) {
    String path = base + list + "/" + number;
    String version = core.get(path).expecting(200).header("ETag").orElseThrow();
    HttpAnswer answer = core.post(path + act, body.replace('\'', '"'), Map.of("If-Match", version));
    assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
  }

  private HttpAnswer post(String path, String body, Object... parts) {
    return core.post(base + path, body.formatted(parts).replace('\'', '"')).expecting(201);
  }
}
