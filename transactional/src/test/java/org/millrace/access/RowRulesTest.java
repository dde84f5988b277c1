package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Somebody who may see some documents only, at each door of the core, beside one who sees all. */
@ParameterizedClass
@EnumSource
class RowRulesTest {
  private static final TestingCore CORE = TestingCore.running();
  private static final TestingCore NORTH =
      CORE.as("seller-north", Map.of("salesperson-region", List.of("NORTH", "华东")));

  private final TestingCore core = CORE;
  private final String base = "/api/companies/" + core.newCompany();
  private TestingCore seller;
  private String mine;
  private String other;

  /** The two kinds of rule, each with who comes under it. */
  enum Rule {
    OWN,
    REGION
  }

  @Parameter Rule rule;

  @BeforeEach
  void orderTwice() {
    customer("SHOP", "NORTH");
    customer("FARSHOP", "SOUTH");
    core.post(base + "/items", "{\"code\": \"BOLT\", \"name\": \"Bolt\"}").expecting(201);
    core.post(
            base + "/stock/movements",
            "{\"lines\": [{\"item\": \"BOLT\", \"quantity\": 90, \"unitCost\": 7}]}")
        .expecting(201);
    other = number(core.post(base + "/sales/orders", order("FARSHOP")).expecting(201));
    seller = rule == Rule.OWN ? core.as("salesperson-own") : NORTH;
    TestingCore maker = rule == Rule.OWN ? seller : core;
    mine = number(maker.post(base + "/sales/orders", order("SHOP")).expecting(201));
  }

  private void customer(String code, String region) {
    core.post(
            base + "/parties",
            """
            {"code": "%s", "name": "%s", "roles": ["customer"], "country": "IE", "region": "%s"}
            """
                .formatted(code, code, region))
        .expecting(201);
  }

  private static String order(String customer) {
    return """
    {"customer": "%s", "lines": [{"item": "BOLT", "quantity": 2, "unitPrice": 31}]}
    """
        .formatted(customer);
  }

  @Test
  void findsSeenDocumentsAloneInListsAndByNumber() {
    assertThat(numbers(seller.get(base + "/sales/orders"))).containsExactly(mine);
    assertThat(seller.get(base + "/sales/orders").json().get("total").asInt()).isEqualTo(1);
    assertThat(numbers(seller.get(base + "/sales/orders?customer=SHOP"))).containsExactly(mine);
    assertThat(numbers(core.get(base + "/sales/orders"))).contains(mine, other);
    seller.get(base + "/sales/orders/" + mine).expecting(200);
    seller.get(base + "/sales/orders/" + other).expecting(404);
    seller.get(base + "/sales/orders/" + mine + "/history").expecting(200);
    seller.get(base + "/sales/orders/" + other + "/history").expecting(404);
  }

  @Test
  void actsOnSeenDocumentsAloneAndSeesWhatFollowsFromThem() {
    act(seller, other, "deliveries", "1").expecting(404);
    act(seller, other, "cancel", "1").expecting(404);
    assertThat(preview(other).body()).contains("404").doesNotContain("FARSHOP");
    assertThat(preview(mine).body()).contains("201");
    act(seller, mine, "deliveries", "1").expecting(201);
    String invoice = number(act(seller, mine, "invoices", "2").expecting(201));
    act(core, other, "deliveries", "1").expecting(201);
    String foreign = number(act(core, other, "invoices", "2").expecting(201));
    core.post(
            base + "/sales/invoices/" + invoice + "/payments",
            "{\"amount\": 62}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    assertThat(numbers(seller.get(base + "/sales/invoices"))).containsExactly(invoice);
    assertThat(numbers(seller.get(base + "/sales/deliveries"))).hasSize(1);
    assertThat(numbers(seller.get(base + "/sales/payments"))).hasSize(1);
    seller.get(base + "/sales/invoices/" + foreign).expecting(404);
  }

  @Test
  void exportsSeenDocumentsAloneAndNoTableOfFigures() {
    String exported = seller.get(base + "/exports/sales-orders").expecting(200).body();
    assertThat(exported).contains(mine).doesNotContain(other);
    assertThat(core.get(base + "/exports/sales-orders").body()).contains(mine, other);
    act(core, other, "deliveries", "1").expecting(201);
    String foreign = number(act(core, other, "invoices", "2").expecting(201));
    assertThat(seller.get(base + "/exports/invoices").expecting(200).body())
        .doesNotContain(foreign);
    assertThat(core.get(base + "/exports/invoices").expecting(200).body()).contains(foreign);
    seller.get(base + "/exports/journal").expecting(403);
  }

  @Test
  void showsSeenDocumentsAloneInChainAndSearch() {
    String links = "/documents/sales/order/%s/links";
    seller.get(base + links.formatted(mine)).expecting(200);
    seller.get(base + links.formatted(other)).expecting(404);
    for (String asked : List.of("SO-", "SHOP", "FARSHOP", "62.00")) {
      assertThat(seller.get(base + "/documents?search=" + asked).expecting(200).body())
          .as(asked)
          .doesNotContain(other);
      assertThat(core.get(base + "/documents?search=" + asked).body())
          .as(asked)
          .containsAnyOf(mine, other);
    }
  }

  @Test
  void showsSeenDocumentsAloneAmongTheLatestOfACustomer() {
    String latest = base + "/documents?party=";
    assertThat(seller.get(latest + "SHOP").expecting(200).body()).contains(mine);
    assertThat(seller.get(latest + "FARSHOP").expecting(200).body()).doesNotContain(other);
    assertThat(core.get(latest + "FARSHOP").expecting(200).body()).contains(other);
  }

  @Test
  void actsOnSeenDocumentsAloneWhenSeveralAreNamed() {
    String both =
        """
        {"documents": [{"number": "%s", "version": 1}, {"number": "%s", "version": 1}]}
        """
            .formatted(other, mine);
    String done = seller.post(base + "/sales/orders/bulk/deliveries", both).expecting(200).body();
    assertThat(done).contains("/problems/not-found");
    assertThat(seller.get(base + "/sales/orders/" + mine).json().get("status").asString())
        .isEqualTo("delivered");
    assertThat(core.get(base + "/sales/orders/" + other).json().get("status").asString())
        .isEqualTo("open");
  }

  @Test
  void writesOnSeenDocumentsAndIsToldOfNoOthers() {
    String comments = "/documents/sales/order/%s/comments";
    seller.post(base + comments.formatted(mine), "{\"text\": \"mine\"}").expecting(201);
    seller.post(base + comments.formatted(other), "{\"text\": \"not mine\"}").expecting(404);
    seller.get(base + comments.formatted(other)).expecting(404);
    String mention =
        "{\"text\": \"@%s look at this\"}"
            .formatted(rule == Rule.OWN ? "salesperson-own" : "seller-north");
    core.post(base + comments.formatted(other), mention).expecting(201);
    core.post(base + comments.formatted(mine), mention).expecting(201);
    assertThat(seller.get("/api/inbox").expecting(200).body()).contains(mine).doesNotContain(other);
  }

  @Test
  void answersNoQuestionOfTheApiWithWhatIsNotSeen() {
    act(core, other, "deliveries", "1").expecting(201);
    String invoice = number(act(core, other, "invoices", "2").expecting(201));
    core.post(
            base + "/sales/invoices/" + invoice + "/payments",
            "{\"amount\": 9}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    core.post(
            base + "/sales/quotations",
            order("FARSHOP").replaceFirst("[{]", "{\"validUntil\": \"2031-01-01\", "))
        .expecting(201);
    core.post(
            base + "/crm/opportunities",
            """
            {"customer": "FARSHOP", "subject": "Bolts", "expectedCloseDate": "2031-01-01",
              "lines": [{"item": "BOLT", "quantity": 2, "unitPrice": 31}]}
            """)
        .expecting(201);
    Set<String> numbers = numbersOf("FARSHOP");
    assertThat(numbers).hasSizeGreaterThan(5);
    Set<String> told = new HashSet<>();
    List<String> asked = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        core.get("/api/docs/openapi").json().get("paths").properties()) {
      if (path.getValue().has("get")
          && path.getKey().contains("{company}")
          && isTold(path.getKey())) {
        for (String number : numbers) {
          String address = base + path.getKey().replace("/api/companies/{company}", "");
          address = address.replaceAll("\\{\\w+}", number);
          if (!told.add(address)) {
            continue; // it names no document
          }
          HttpAnswer answer = seller.get(address);
          if (answer.status() == 200) {
            asked.add(address);
            assertThat(answer.body()).as(address).doesNotContain("FARSHOP");
          }
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(9);
  }

  /** Who sees own documents only sees all customers. */
  private boolean isTold(String path) {
    return rule == Rule.REGION || !path.matches(".*/(parties|party|exports)(/.*)?");
  }

  /** The code of the customer, and the numbers of all documents that name him. */
  private Set<String> numbersOf(String customer) {
    Set<String> all = new HashSet<>(Set.of(customer, other));
    for (JsonNode hit : core.get(base + "/documents?party=" + customer).expecting(200).json()) {
      all.add(hit.get("number").asString());
    }
    return all;
  }

  @Test
  void keepsOtherDomainsAsTheRoleHasThem() {
    seller.get(base + "/items").expecting(200);
    seller.get(base + "/purchasing/orders").expecting(403);
    seller.get(base + "/ledger/accounts").expecting(403);
  }

  private HttpAnswer act(TestingCore who, String order, String verb, String version) {
    return who.post(
        base + "/sales/orders/" + order + "/" + verb,
        "{}",
        Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer preview(String order) {
    return seller.post(
        base + "/sales/orders/" + order + "/deliveries",
        "{}",
        Map.of("If-Match", "\"1\"", "Preview", "true"));
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
