package org.millrace.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What falls below its minimum stock is requested once. */
class ReorderApiTest {
  private static final String LIST = "/sourcing/items-to-reorder";

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void open() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    send("/parties", "{'code':'S','name':'Rims','roles':['supplier'],'country':'Italy'}");
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'RIM','name':'Rim'}").expecting(201);
    send("/items", "{'code':'BIKE','name':'Bike','materials':[{'item':'RIM','quantity':2}]}")
        .expecting(201);
    send(
            "/stock/movements",
            "{'lines':[{'item':'RIM','quantity':25,'unitCost':3}],'reason':'opening'}")
        .expecting(201);
    policy("RIM", "'source':'buy','leadDays':5,'lotRule':'fixed','lotQuantity':20");
  }

  private void policy(String item, String more) {
    core.send(
            "PUT",
            base + "/planning/item-policies/" + item,
            "{%s,'safetyQuantity':20}".formatted(more).replace('\'', '"'),
            Map.of("If-Match", "\"0\""))
        .expecting(200);
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private List<String> missing() {
    List<String> rows = new ArrayList<>();
    got(LIST)
        .get("rows")
        .forEach(
            row ->
                rows.add(row.get("item").asString() + " " + row.get("missingQuantity").asString()));
    return rows;
  }

  private String use(int quantity) {
    return "{'reason':'consumption','lines':[{'item':'RIM','quantity':-%d}]}".formatted(quantity);
  }

  @Test
  void requestsWhatIsMissingOnceAndForgetsItWhenItCame() {
    assertThat(missing()).isEmpty();
    send("/stock/movements", use(9)).expecting(201);
    assertThat(missing()).containsExactly("RIM 4");
    JsonNode requested = send(LIST + "/RIM/request", "{}").expecting(200).json();
    assertThat(requested.get("requestedQuantity").asString()).isEqualTo("20");
    assertThat(missing()).isEmpty();
    assertThat(send(LIST + "/RIM/request", "{}").expecting(409).body())
        .contains(requested.get("requisition").asString());
    String requisition = "/sourcing/requisitions/" + requested.get("requisition").asString();
    core.post(
            base + requisition + "/order",
            "{\"supplier\":\"S\",\"lines\":[{\"line\":1,\"unitPrice\":3}]}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    JsonNode ordered = got(LIST + "/RIM");
    assertThat(ordered.get("expectedQuantity").asString()).isEqualTo("20");
    assertThat(ordered.get("requestedQuantity").asString()).isEqualTo("0");
    send("/stock/movements", use(16)).expecting(201);
    assertThat(missing()).isEmpty();
    send("/stock/movements", "{'lines':[{'item':'RIM','quantity':1}]}").expecting(201);
    send("/sales/orders", "{'customer':'C','lines':[{'item':'RIM','quantity':3,'unitPrice':9}]}")
        .expecting(201);
    assertThat(missing()).containsExactly("RIM 2");
  }

  @Test
  void refusesWhatIsMadeOrHasNoMinimum() {
    assertThat(send(LIST + "/BIKE/request", "{}").expecting(404).body())
        .contains("Set the safety stock of its policy");
    policy("BIKE", "'source':'make','lotRule':'lot-for-lot'");
    assertThat(missing()).containsExactly("BIKE 20");
    assertThat(send(LIST + "/BIKE/request", "{}").expecting(409).body())
        .contains("Release a work order for it");
  }

  @Test
  void requestsOnceHoweverManyAskForItTogether() throws Exception {
    send("/stock/movements", use(25)).expecting(201);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> clerks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clerks.add(() -> send(LIST + "/RIM/request", "{}").status());
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : pool.invokeAll(clerks)) {
      answers.add(answer.get());
    }
    pool.shutdown();
    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
    assertThat(got("/sourcing/requisitions").get("rows")).hasSize(1);
  }
}
