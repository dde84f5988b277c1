package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.access.role.Roles;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import tools.jackson.databind.JsonNode;

/**
 * Each endpoint of the description, asked by the roles: who comes in, and what is left out. Each
 * endpoint is asked by one role that comes in and by one that does not, and each role asks for each
 * permission; {@code -Dtest.jvm.flags=-Ddoors=all} has each role ask each endpoint.
 */
class EveryEndpointTest {
  private static final TestingCore CORE = TestingCore.running();
  private static final JsonNode API = CORE.get("/api/docs/openapi").expecting(200).json();
  private static final Roles ROLES = Roles.read();
  private static final CompanyCode COMPANY = CORE.newCompany();
  private static final String BASE = "/api/companies/" + COMPANY;
  private static final Map<String, TestingCore> ASKING = new HashMap<>();
  private static final boolean IS_EACH_ASKED = System.getProperty("doors", "").equals("all");

  @BeforeAll
  static void doSomeOfEverything() {
    make("/parties", "{'code':'ORLA','name':'Orla','roles':['customer'],'country':'IE'}");
    make("/parties", "{'code':'VAEX','name':'Vaex','roles':['supplier'],'country':'DE'}");
    make("/items", "{'code':'A/B','name':'Bolt','unit':'pcs','kind':'stocked'}");
    make(
        "/items",
        "{'code':'SET','name':'Set','unit':'pcs','kind':'stocked','materials':"
            + "[{'item':'A/B','quantity':2}]}");
    make("/stock/movements", "{'lines':[{'item':'A/B','quantity':90,'unitCost':7.31}]}");
    make(
        "/sales/orders", "{'customer':'ORLA','lines':[{'item':'A/B','quantity':3,'unitPrice':9}]}");
    String order = first("/sales/orders");
    make("/sales/orders/" + order + "/deliveries", "{}", "1");
    make("/sales/orders/" + order + "/invoices", "{}", "2");
    make(
        "/purchasing/orders",
        "{'supplier':'VAEX','lines':[{'item':'A/B','quantity':5,'unitPrice':6}]}");
    make("/service/tickets", "{'customer':'ORLA','subject':'Loose'}");
    make(
        "/service/tickets/" + first("/service/tickets") + "/parts",
        "{'item':'A/B','quantity':1}",
        "1");
    make("/production/work-orders", "{'item':'SET','quantity':2}");
    String work = "/production/work-orders/" + first("/production/work-orders");
    make(work + "/consumptions", "{}", "1");
    make(work + "/completions", "{}", "2");
    CORE.send(
            "PUT",
            BASE + "/planning/item-policies/A%2FB",
            "{\"source\":\"buy\",\"orderingCost\":30,\"unitPrice\":6}",
            Map.of())
        .expecting(200);
  }

  /** Who has the role; where it needs a region, in one. */
  private static TestingCore asking(String role) {
    return ROLES.showByRegion(role)
        ? ASKING.computeIfAbsent(role, r -> CORE.as("doors-" + r, Map.of(r, List.of("NORTH"))))
        : CORE.as(role);
  }

  @Test
  void answers403ExactlyWhereThePermissionIsMissing() {
    Set<String> told = new HashSet<>();
    for (String role : ROLES.names()) {
      Set<String> held = ROLES.permissionsByRole().get(role);
      TestingCore asking = asking(role);
      for (Operation operation : operations()) {
        boolean tellsMore =
            told.add(role + " needs " + operation.permissions())
                | told.add(operation + " refuses " + operation.needsMoreThan(held));
        if (!tellsMore && !IS_EACH_ASKED) {
          continue;
        }
        if (operation.path().equals("/api/logout")) {
          continue; // it would end the session that asks
        }
        HttpAnswer answer =
            asking.send(
                operation.method(),
                operation.filled("NONE"),
                operation.body(),
                Map.of("Content-Type", operation.mediaType()));
        assertThat(answer.status() == 403)
            .as(role + " " + operation + " answers " + answer.status())
            .isEqualTo(operation.needsMoreThan(held));
        assertThat(answer.status()).as(operation.toString()).isLessThan(500);
      }
    }
  }

  @Test
  void showsCostsOnlyToWhoMaySeeThem() {
    Map<String, Set<String>> seen = new TreeMap<>();
    Map<Operation, List<String>> paths = new HashMap<>();
    for (String role : ROLES.names()) {
      Set<String> held = ROLES.permissionsByRole().get(role);
      TestingCore asking = asking(role);
      for (Operation operation : operations()) {
        if (!operation.isAnsweredInPart() || operation.needsMoreThan(held)) {
          continue;
        }
        for (String path : paths.computeIfAbsent(operation, Operation::paths)) {
          HttpAnswer answer = asking.get(path);
          if (answer.status() == 200
              && answer.body().startsWith("{") | answer.body().startsWith("[")) {
            Set<String> told = new HashSet<>();
            collect(answer.json(), operation.answer(), told);
            assertThat(held.contains(Caller.COSTS) || told.isEmpty())
                .as(role + " sees " + told + " at " + path)
                .isTrue();
            seen.computeIfAbsent(operation.path(), p -> new HashSet<>()).addAll(told);
          }
        }
      }
    }
    assertThat(seen.get("/api/companies/{company}/sales/orders/{number}"))
        .contains("deliveredCost");
    assertThat(seen.get("/api/companies/{company}/sales/invoices")).contains("costAmount");
    assertThat(seen.get("/api/companies/{company}/stock/balances")).contains("averageCost");
    assertThat(seen.get("/api/companies/{company}/stock/movements")).contains("unitCost");
    assertThat(seen.get("/api/companies/{company}/service/tickets/{number}"))
        .contains("partsCost", "cost");
    assertThat(seen.get("/api/companies/{company}/production/work-orders/{number}"))
        .contains("materialCost", "completedCost");
    assertThat(seen.get("/api/companies/{company}/planning/item-policies/{item}"))
        .contains("orderingCost", "unitPrice");
  }

  @Test
  void leavesNoFieldThatIsNamedAsACostToEverybody() {
    for (Map.Entry<String, JsonNode> schema : API.get("components").get("schemas").properties()) {
      for (Map.Entry<String, JsonNode> field : schema.getValue().path("properties").properties()) {
        boolean isAmount = field.getValue().path("type").asString("").equals("number");
        if (isAmount
            && field.getKey().matches("(?i).*(cost|margin|worth).*")
            && isAnswered(schema.getKey())) {
          assertThat(field.getValue().path("x-permission").asString(""))
              .as(schema.getKey() + "." + field.getKey() + " lacks @Sensitive")
              .isEqualTo(Caller.COSTS);
        }
      }
    }
  }

  @Test
  void narrowsNoListByWhatIsHiddenAndTellsNoHistoryOfIt() {
    TestingCore viewer = CORE.as("viewer");
    String tickets = BASE + "/service/tickets";
    assertThat(viewer.get(tickets + "?partsCost.from=1").status()).isEqualTo(422);
    assertThat(viewer.get(tickets + "?sort=-partsCost").status()).isEqualTo(422);
    CORE.get(tickets + "?partsCost.from=1&sort=-partsCost").expecting(200);
    String history = tickets + "/" + first("/service/tickets") + "/history";
    assertThat(viewer.get(history).expecting(200).body())
        .contains("parts.1.item")
        .doesNotContain("Cost")
        .doesNotContain("cost");
    assertThat(CORE.get(history).body()).contains("partsCost", "parts.1.cost");
  }

  @Test
  void leavesCostsOutOfTheAnswerToACommand() {
    String sale = "{'customer':'ORLA','lines':[{'item':'A/B','quantity':1,'unitPrice':9}]}";
    String order =
        CORE.as("sales")
            .post(BASE + "/sales/orders", json(sale))
            .expecting(201)
            .json()
            .get("number")
            .asString();
    HttpAnswer moved =
        CORE.as("sales")
            .post(
                BASE + "/sales/orders/" + order + "/deliveries", "{}", Map.of("If-Match", "\"1\""))
            .expecting(201);
    assertThat(moved.body()).contains("A/B").doesNotContain("Cost").doesNotContain("\"value\"");
    String told =
        CORE.jdbc()
            .sql(
                "select payload::text from outbox.event where company = ?"
                    + " and type = 'stock.goods-moved' order by position desc limit 1")
            .param(COMPANY.value())
            .query(String.class)
            .single();
    assertThat(told).contains("unitCost").contains("7.31");
  }

  private static boolean isAnswered(String schema) {
    String reference = "\"#/components/schemas/" + schema + "\"";
    for (Operation operation : operations()) {
      if (operation.described().path("responses").toString().contains(reference)) {
        return true;
      }
    }
    return false;
  }

  /** The fields of an answer that its schema calls sensitive. */
  private static void collect(JsonNode answer, JsonNode schema, Set<String> told) {
    JsonNode described =
        schema.has("$ref") ? API.at(schema.get("$ref").asString().substring(1)) : schema;
    answer
        .properties()
        .forEach(
            field -> {
              JsonNode inner = described.path("properties").path(field.getKey());
              if (inner.has("x-permission")) {
                told.add(field.getKey());
              }
              collect(field.getValue(), inner, told);
            });
    if (answer.isArray()) {
      answer.forEach(row -> collect(row, described.path("items"), told));
    }
  }

  private record Operation(String method, String path, JsonNode described) {
    boolean needsMoreThan(Set<String> held) {
      String asked = described.path("x-permission").asString("");
      return !asked.equals(RequiresPermission.NONE)
          && !asked.equals(RequiresPermission.LOGIN)
          && !asked.isEmpty()
          && !held.contains(asked)
          && described
              .path("x-permission-for-some-rows")
              .valueStream()
              .noneMatch(some -> held.contains(some.asString()));
    }

    String permissions() {
      return described.path("x-permission") + " " + described.path("x-permission-for-some-rows");
    }

    /** What no command can read, so that only the right to come in shows. */
    String body() {
      return method.equals("GET") ? "" : "{";
    }

    String mediaType() {
      JsonNode content = described.at("/requestBody/content");
      return content.isObject() ? content.propertyNames().iterator().next() : "application/json";
    }

    /** A question whose answer leaves something out for some. */
    boolean isAnsweredInPart() {
      return method.equals("GET") && isInPart(answer(), new HashSet<>());
    }

    private static boolean isInPart(JsonNode schema, Set<String> before) {
      if (schema.has("$ref")) {
        String name = schema.get("$ref").asString();
        return before.add(name) && isInPart(API.at(name.substring(1)), before);
      }
      for (JsonNode field : schema.path("properties")) {
        if (field.has("x-permission") || isInPart(field, before)) {
          return true;
        }
      }
      return schema.has("items") && isInPart(schema.get("items"), before);
    }

    JsonNode answer() {
      return described.at("/responses/200/content/application~1json/schema");
    }

    String filled(String value) {
      return path.replace("{company}", COMPANY.value()).replaceAll("\\{\\w+}", value);
    }

    /** The address; where one document is asked for, that of each which the list has. */
    List<String> paths() {
      int inside = path.indexOf("/{", path.indexOf("{company}") + 1);
      if (inside < 0) {
        return List.of(filled(""));
      }
      List<String> paths = new ArrayList<>();
      HttpAnswer list = CORE.get(path.substring(0, inside).replace("{company}", COMPANY.value()));
      if (list.status() == 200) {
        JsonNode rows = list.json().isArray() ? list.json() : list.json().path("rows");
        for (JsonNode row : rows) {
          JsonNode first = row.isObject() ? row.properties().iterator().next().getValue() : row;
          for (JsonNode name : List.of(row.path("number"), first)) {
            paths.add(filled(name.asString("").replace("/", "%2F")));
          }
        }
      }
      return paths;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : API.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        operations.add(new Operation(each.getKey().toUpperCase(), path.getKey(), each.getValue()));
      }
    }
    return operations;
  }

  private static String first(String list) {
    return CORE.get(BASE + list).expecting(200).json().at("/rows/0/number").asString();
  }

  private static void make(String path, String body, String... version) {
    Map<String, String> headers =
        version.length == 0 ? Map.of() : Map.of("If-Match", "\"" + version[0] + "\"");
    CORE.post(BASE + path, json(body), headers).expecting(201);
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }
}
