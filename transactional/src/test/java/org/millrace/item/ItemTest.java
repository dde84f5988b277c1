package org.millrace.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

class ItemTest {
  private final TestingCore core = TestingCore.running();

  @Test
  void keepsTheBillOfMaterial() {
    String items = bikeShop();
    HttpAnswer bike = core.get(items + "/BIKE");
    assertThat(bike.json().at("/materials/0/item").asString()).isEqualTo("WHEEL");
    assertThat(bike.json().at("/materials/0/quantity").asInt()).isEqualTo(2);
    assertThat(bike.json().get("kind").asString()).isEqualTo("stocked");
  }

  @Test
  void refusesABillOfMaterialThatRunsInACircle() {
    String items = bikeShop();
    HttpAnswer circle =
        core.send(
            "PUT",
            items + "/WHEEL",
            "{\"name\": \"Wheel\", \"unit\": \"pcs\","
                + " \"materials\": [{\"item\": \"BIKE\", \"quantity\": 1}]}",
            Map.of("If-Match", "\"1\""));
    assertThat(circle.status()).isEqualTo(422);
    assertThat(circle.json().get("detail").asString())
        .startsWith("The bill of material of WHEEL runs in a circle");
  }

  @Test
  void refusesMaterialsNobodyKnows() {
    String items = "/api/companies/" + core.newCompany() + "/items";
    HttpAnswer answer =
        core.post(
            items,
            "{\"code\": \"BIKE\", \"name\": \"Bike\","
                + " \"materials\": [{\"item\": \"NONE\", \"quantity\": 1}]}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/problems/0/value").asString()).isEqualTo("NONE");
    assertThat(core.get(items + "/BIKE").status()).isEqualTo(404);
  }

  @Test
  void changesTheBillOfMaterial() {
    String items = bikeShop();
    core.send(
            "PUT",
            items + "/BIKE",
            "{\"name\": \"Trike\", \"unit\": \"pcs\","
                + " \"materials\": [{\"item\": \"WHEEL\", \"quantity\": 3}]}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    HttpAnswer trike = core.get(items + "/BIKE");
    assertThat(trike.json().at("/materials/0/quantity").asInt()).isEqualTo(3);
    assertThat(trike.header("ETag")).contains("\"2\"");
  }

  private String bikeShop() {
    String items = "/api/companies/" + core.newCompany() + "/items";
    core.post(items, "{\"code\": \"WHEEL\", \"name\": \"Wheel\"}").expecting(201);
    core.post(
            items,
            "{\"code\": \"BIKE\", \"name\": \"Bike\","
                + " \"materials\": [{\"item\": \"WHEEL\", \"quantity\": 2}]}")
        .expecting(201);
    return items;
  }
}
