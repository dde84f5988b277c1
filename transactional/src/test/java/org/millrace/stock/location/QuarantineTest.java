package org.millrace.stock.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

/** Goods that are held are carried and written off, not sold or used up. */
class QuarantineTest {
  private static final String SOLD =
      "{'customer':'C','location':'HOLD','lines':[{'item':'BELL','quantity':1,'unitPrice':9}]}";

  private final TestingCore core = TestingCore.running();
  private String base;

  @Test
  void goodsThatAreHeldStay() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    post("/parties", "{'code':'C','name':'C','roles':['customer'],'country':'FR'}", 201);
    post("/items", "{'code':'BELL','name':'Bell'}", 201);
    post("/stock/locations", "{'code':'HOLD','name':'Hold','quarantine':'Cracked'}", 201);
    post("/stock/movements", moved(5), 201);
    HttpAnswer refused = post("/sales/invoices", SOLD, 409);
    assertThat(refused.body())
        .contains("Goods at HOLD are in quarantine: Cracked. Carry them to another location first");
    post("/stock/movements", moved(-1).replace("{'lines'", "{'reason':'consumption','lines'"), 409);
    post("/stock/movements", moved(-1), 201);
    String transfer =
        "{'fromLocation':'HOLD','toLocation':'MAIN','lines':[{'item':'BELL','quantity':1}]}";
    String number = post("/stock/transfers", transfer, 201).json().get("number").asString();
    core.post(base + "/stock/transfers/" + number + "/post", "{}", Map.of("If-Match", "\"1\""))
        .expecting(200);
    core.send(
            "PUT",
            base + "/stock/locations/HOLD",
            "{\"name\":\"Shelf\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    post("/sales/invoices", SOLD, 201);
  }

  private static String moved(int bells) {
    String cost = bells > 0 ? ",'unitCost':3" : "";
    return "{'lines':[{'item':'BELL','location':'HOLD','quantity':%d%s}]}".formatted(bells, cost);
  }

  private HttpAnswer post(String path, String body, int status) {
    return core.post(base + path, body.replace('\'', '"')).expecting(status);
  }
}
