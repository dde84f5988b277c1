package org.millrace.sales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class DeliveriesApiTest {
  private final TestingCore core = TestingCore.running();
  private final String base = "/api/companies/" + core.newCompany("EUR", "false");

  @Test
  void showsADeliveryWithItsOrderCustomerAndItems() {
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Germany'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    send("/stock/movements", "{'lines':[{'item':'BELL','quantity':9,'unitCost':3}]}");
    String order =
        send(
                "/sales/orders",
                "{'customer':'C','lines':[{'item':'BELL','quantity':5,'unitPrice':9}]}")
            .json()
            .get("number")
            .asString();
    String number = deliver(order, 1, "{'lines':[{'line':1,'quantity':2}]}");
    deliver(order, 2, "{}");
    JsonNode delivery = core.get(base + "/sales/deliveries/" + number).expecting(200).json();
    assertThat(delivery.get("orderNumber").asString()).isEqualTo(order);
    assertThat(delivery.at("/customer/name").asString()).isEqualTo("Shop");
    assertThat(delivery.at("/lines/0/itemName").asString()).isEqualTo("Bell");
    assertThat(delivery.at("/lines/0/quantity").decimalValue()).isEqualByComparingTo("2");
    assertThat(core.get(base + "/sales/deliveries/" + number + "/history").json()).hasSize(1);
    assertThat(core.get(base + "/exports/deliveries").expecting(200).body())
        .contains(number + ",", ",1,BELL,Bell,2");
    assertThat(total("orderNumber=" + order)).isEqualTo(2);
    assertThat(total("search=shop")).isEqualTo(2);
    assertThat(total("customer=NOBODY")).isZero();
  }

  private int total(String query) {
    return core.get(base + "/sales/deliveries?" + query).expecting(200).json().get("total").asInt();
  }

  private String deliver(String order, int version, String body) {
    return core.post(
            base + "/sales/orders/" + order + "/deliveries",
            body.replace('\'', '"'),
            Map.of("If-Match", "\"" + version + "\""))
        .expecting(201)
        .json()
        .at("/delivery/number")
        .asString();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
