package org.millrace.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;

/** Units, barcodes and the life of items, by the API. */
class ItemLifeTest {
  private final TestingCore core = TestingCore.running();
  private CompanyCode company;
  private String base;

  @BeforeEach
  void register() {
    company = core.newCompany();
    base = "/api/companies/" + company;
    post("/parties", "{'code':'P','name':'P','roles':['customer','supplier'],'country':'IT'}")
        .expecting(201);
    post(
            "/items",
            "{'code':'BELL','name':'Bell','revision':'A','tracking':'lot','expires':true,"
                + "'salesUnit':'box','units':[{'unit':'box','factor':12}],"
                + "'barcodes':[{'gtin':'4006381333931'}]}")
        .expecting(201);
  }

  @Test
  void anItemIsFoundByItsBarcodeWhichIsItsAlone() {
    assertThat(core.get(base + "/items?search=4006381").json().at("/rows/0/code").asString())
        .isEqualTo("BELL");
    HttpAnswer taken =
        post("/items", "{'code':'X','name':'X','barcodes':[{'gtin':'4006381333931'}]}");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.json().get("detail").asString())
        .isEqualTo("Barcode 4006381333931 is that of item BELL already.");
  }

  @Test
  void aDiscontinuedItemCannotBeOrderedAndOldOrdersGoOn() {
    String lines = "'lines':[{'item':'BELL','quantity':1,'unitPrice':2}]}";
    String order =
        post("/sales/orders", "{'customer':'P'," + lines)
            .expecting(201)
            .json()
            .at("/number")
            .asString();
    put("/items/BELL", "{'name':'Bell','unit':'pcs','status':'discontinued','materials':[]}", 1)
        .expecting(200);
    String offer = "{'customer':'P','validUntil':'2099-01-01',";
    for (Map.Entry<String, String> asked :
        Map.of(
                "/sales/orders", "{'customer':'P',",
                "/sales/quotations", offer,
                "/purchasing/orders", "{'supplier':'P',")
            .entrySet()) {
      HttpAnswer refused = post(asked.getKey(), asked.getValue() + lines);
      assertThat(refused.status()).as(refused.body()).isEqualTo(422);
      assertThat(refused.json().at("/problems/0/field").asString()).isEqualTo("lines.1.item");
      assertThat(refused.json().at("/problems/0/expected").asString())
          .isEqualTo("an item that is not discontinued");
    }
    put(
            "/sales/orders/" + order,
            "{'customer':'P','lines':[{'line':1,'item':'BELL','quantity':5,'unitPrice':2}]}",
            1)
        .expecting(200);
    JsonList kept = new JsonList(core.get(base + "/items/BELL"));
    assertThat(kept.units()).containsExactly("box");
    assertThat(kept.answer().json().has("revision")).isFalse();
  }

  private record JsonList(HttpAnswer answer) {
    List<String> units() {
      return answer.json().get("units").findValuesAsString("unit");
    }
  }

  @Test
  void expenseItemsAreNeitherSoldNorMoved() {
    post("/items", "{'code':'PAPER','name':'Paper','kind':'expense'}").expecting(201);
    HttpAnswer sold =
        post(
            "/sales/orders",
            "{'customer':'P','lines':[{'item':'PAPER','quantity':1,'unitPrice':2}]}");
    assertThat(sold.json().at("/problems/0/expected").asString()).isEqualTo("an item that is sold");
    HttpAnswer moved =
        post("/stock/movements", "{'lines':[{'item':'PAPER','quantity':1,'unitCost':2}]}");
    assertThat(moved.status()).isEqualTo(422);
    HttpAnswer tracked =
        post("/items", "{'code':'X','name':'X','kind':'service','tracking':'serial'}");
    assertThat(tracked.json().at("/problems/0/field").asString()).isEqualTo("tracking");
  }

  @Test
  void itemsLeaveAndComeAsFiles() {
    String file = core.get(base + "/exports/items").expecting(200).body();
    String other = "/api/companies/" + core.newCompany();
    core.post(other + "/imports/items?file=items.csv", file).expecting(200);
    assertThat(core.get(other + "/items/BELL").json())
        .isEqualTo(core.get(base + "/items/BELL").json());
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private HttpAnswer put(String path, String body, int version) {
    return core.send(
        "PUT", base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
