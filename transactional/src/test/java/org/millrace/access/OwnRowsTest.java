package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Somebody who may see own documents only, at each door of the core, beside one who sees all. */
class OwnRowsTest {
  private static final String ORDER =
      "{\"customer\": \"SHOP\", \"lines\": [{\"item\": \"BOLT\", \"quantity\": 2,"
          + " \"unitPrice\": 31}]}";
  private final TestingCore core = TestingCore.running();
  private final TestingCore own = core.as("salesperson-own");
  private final String base = "/api/companies/" + core.newCompany();
  private String mine;
  private String other;

  @BeforeEach
  void orderTwice() {
    core.post(
            base + "/parties",
            "{\"code\": \"SHOP\", \"name\": \"Shop\", \"roles\": [\"customer\"], \"country\":"
                + " \"IE\"}")
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"BOLT\", \"name\": \"Bolt\"}").expecting(201);
    core.post(
            base + "/stock/movements",
            "{\"lines\": [{\"item\": \"BOLT\", \"quantity\": 90, \"unitCost\": 7}]}")
        .expecting(201);
    other = number(core.post(base + "/sales/orders", ORDER).expecting(201));
    mine = number(own.post(base + "/sales/orders", ORDER).expecting(201));
  }

  @Test
  void findsOwnDocumentsInListsAndByNumberOnly() {
    assertThat(numbers(own.get(base + "/sales/orders"))).containsExactly(mine);
    assertThat(own.get(base + "/sales/orders").json().get("total").asInt()).isEqualTo(1);
    assertThat(numbers(own.get(base + "/sales/orders?customer=SHOP"))).containsExactly(mine);
    assertThat(numbers(core.get(base + "/sales/orders"))).contains(mine, other);
    own.get(base + "/sales/orders/" + mine).expecting(200);
    own.get(base + "/sales/orders/" + other).expecting(404);
    own.get(base + "/sales/orders/" + mine + "/history").expecting(200);
    own.get(base + "/sales/orders/" + other + "/history").expecting(404);
  }

  @Test
  void actsOnOwnDocumentsOnlyAndSeesWhatFollowsFromThem() {
    act(own, other, "deliveries", "1").expecting(404);
    act(own, mine, "deliveries", "1").expecting(201);
    String invoice = number(act(own, mine, "invoices", "2").expecting(201));
    act(core, other, "deliveries", "1").expecting(201);
    String foreign = number(act(core, other, "invoices", "2").expecting(201));
    core.post(
            base + "/sales/invoices/" + invoice + "/payments",
            "{\"amount\": 62}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    assertThat(numbers(own.get(base + "/sales/invoices"))).containsExactly(invoice);
    assertThat(numbers(own.get(base + "/sales/deliveries"))).hasSize(1);
    assertThat(numbers(own.get(base + "/sales/payments"))).hasSize(1);
    own.get(base + "/sales/invoices/" + foreign).expecting(404);
  }

  @Test
  void exportsOwnDocumentsOnlyAndNoTableOfFigures() {
    String exported = own.get(base + "/exports/sales-orders").expecting(200).body();
    assertThat(exported).contains(mine).doesNotContain(other);
    assertThat(core.get(base + "/exports/sales-orders").body()).contains(mine, other);
    act(core, other, "deliveries", "1").expecting(201);
    String foreign = number(act(core, other, "invoices", "2").expecting(201));
    assertThat(own.get(base + "/exports/invoices").expecting(200).body()).doesNotContain(foreign);
    assertThat(core.get(base + "/exports/invoices").expecting(200).body()).contains(foreign);
    own.get(base + "/exports/journal").expecting(403);
  }

  @Test
  void showsOwnDocumentsInChainAndSearchOnly() {
    String links = "/documents/sales/order/%s/links";
    own.get(base + links.formatted(mine)).expecting(200);
    own.get(base + links.formatted(other)).expecting(404);
    for (String asked : List.of("SO-", "SHOP", "62.00")) {
      assertThat(own.get(base + "/documents?search=" + asked).expecting(200).body())
          .as(asked)
          .contains(mine)
          .doesNotContain(other);
      assertThat(core.get(base + "/documents?search=" + asked).body()).contains(mine, other);
    }
  }

  @Test
  void showsOwnDocumentsAmongTheLatestOfACustomerOnly() {
    String latest = base + "/documents?party=SHOP";
    assertThat(own.get(latest).expecting(200).body()).contains(mine).doesNotContain(other);
    assertThat(core.get(latest).expecting(200).body()).contains(mine, other);
  }

  @Test
  void actsOnOwnDocumentsOnlyWhenSeveralAreNamed() {
    String both =
        """
        {"documents": [{"number": "%s", "version": 1}, {"number": "%s", "version": 1}]}
        """
            .formatted(other, mine);
    String done = own.post(base + "/sales/orders/bulk/deliveries", both).expecting(200).body();
    assertThat(done).contains("/problems/not-found");
    assertThat(own.get(base + "/sales/orders/" + mine).json().get("status").asString())
        .isEqualTo("delivered");
    assertThat(core.get(base + "/sales/orders/" + other).json().get("status").asString())
        .isEqualTo("open");
  }

  @Test
  void writesOnOwnDocumentsAndIsToldOfNoOthers() {
    String comments = "/documents/sales/order/%s/comments";
    own.post(base + comments.formatted(mine), "{\"text\": \"mine\"}").expecting(201);
    own.post(base + comments.formatted(other), "{\"text\": \"not mine\"}").expecting(404);
    own.get(base + comments.formatted(other)).expecting(404);
    String mention = "{\"text\": \"@salesperson-own look at this\"}";
    core.post(base + comments.formatted(other), mention).expecting(201);
    core.post(base + comments.formatted(mine), mention).expecting(201);
    assertThat(own.get("/api/inbox").expecting(200).body()).contains(mine).doesNotContain(other);
  }

  @Test
  void keepsOtherDomainsAsTheRoleHasThem() {
    own.get(base + "/items").expecting(200);
    own.get(base + "/purchasing/orders").expecting(403);
    own.get(base + "/ledger/accounts").expecting(403);
  }

  private HttpAnswer act(TestingCore who, String order, String verb, String version) {
    return who.post(
        base + "/sales/orders/" + order + "/" + verb,
        "{}",
        Map.of("If-Match", "\"" + version + "\""));
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }

  private static List<String> numbers(HttpAnswer list) {
    List<String> numbers = new ArrayList<>();
    for (JsonNode row : list.expecting(200).json().get("rows")) {
      numbers.add(row.get("number").asString());
    }
    return numbers;
  }
}
