package org.millrace.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description tells what the core really reads and writes. */
class DescriptionTest {
  private final JsonNode api = TestingCore.running().get("/api/docs/openapi").expecting(200).json();

  @Test
  void describesValuesAsTheyAreSent() {
    JsonNode item = schema("DocumentAnswerOfItemItem");
    assertThat(item.at("/properties/code/type").asString()).isEqualTo("string");
    assertThat(item.at("/properties/kind/enum").toString()).contains("\"stocked\"", "\"service\"");
    JsonNode line = schema("SalesAskedLine");
    assertThat(line.at("/properties/quantity/type").asString()).isEqualTo("number");
    assertThat(line.get("required").toString()).contains("\"item\"", "\"quantity\"");
  }

  @Test
  void describesADocumentWithItsVersionAndNextSteps() {
    JsonNode ticket = schema("DocumentAnswerOfServiceTicket");
    assertThat(ticket.at("/properties").propertyNames())
        .contains("number", "subject", "status", "version", "steps");
    assertThat(ticket.get("required").toString())
        .doesNotContain("closedAt")
        .contains("\"version\"");
  }

  @Test
  void describesTheRowsOfEachList() {
    assertThat(schema("ListAnswerOfDocumentAnswerOfServiceTicket").toString())
        .contains("#/components/schemas/DocumentAnswerOfServiceTicket\"");
    JsonNode policies =
        api.get("paths").get("/api/companies/{company}/planning/item-policies").at("/get");
    assertThat(policies.get("parameters").toString())
        .contains("\"lotRule\"", "\"lot-for-lot\"", "\"leadDays.from\"", "\"size\"")
        .doesNotContain("\"query\",\"in\"");
    assertThat(policies.at("/responses/200/content").toString())
        .contains("ListAnswerOfPlanningItemPolicy");
  }

  /** Lists are asked for in one way: there is no second. */
  @Test
  void tellsOfEveryListHowItIsSearchedSortedAndPaged() {
    int lists = 0;
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      JsonNode question = path.getValue().path("get");
      JsonNode answer = question.at("/responses/200/content/application~1json/schema");
      JsonNode fields = api.at(answer.path("$ref").asString("/").replaceFirst("^#", ""));
      if (fields.path("properties").has("rows") && fields.path("properties").has("more")) {
        lists++;
        assertThat(question.path("parameters").findValuesAsString("name"))
            .as(path.getKey())
            .contains("search", "sort", "page", "size");
      }
    }
    assertThat(lists).isGreaterThan(30);
  }

  @Test
  void namesEachOperationOnceWithKeyVersionAndErrors() {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String where = operation.getKey() + " " + path.getKey();
        String name = operation.getValue().get("operationId").asString();
        assertThat(names.add(name)).as(where + " is called " + name + " as another").isTrue();
        assertThat(operation.getValue().get("responses").has("422")).as(where).isTrue();
        boolean isCommand =
            !operation.getKey().equals("get") && !path.getKey().equals("/api/login");
        assertThat(operation.getValue().toString().contains("\"Idempotency-Key\""))
            .as(where)
            .isEqualTo(isCommand);
      }
    }
    assertThat(names).contains("serviceTicketsOpen", "salesOrdersPlace");
  }

  /** The pages of the cockpit are compiled against this file by the tests of dashboards. */
  @Test
  void isLeftForThoseWhoAreCompiledAgainstIt() throws IOException {
    Path left = Files.createDirectories(Path.of("target")).resolve("openapi.json");
    Files.writeString(left, JsonMapper.builder().build().writeValueAsString(api));
    assertThat(left).isNotEmptyFile();
  }

  @Test
  void tellsTheFiltersOfAList() {
    JsonNode parameters =
        api.get("paths").get("/api/companies/{company}/service/tickets").at("/get/parameters");
    assertThat(parameters.toString())
        .contains("\"status\"", "\"openedAt.from\"", "\"customer.name.has\"", "\"size\"")
        .doesNotContain("\"query\",\"in\"");
  }

  @Test
  void tellsAddressAndVersionOfAVerbThatAsksForItsDocument() {
    JsonNode parameters =
        api.get("paths")
            .get("/api/companies/{company}/stock/transfers/{number}/cancel")
            .at("/post/parameters");
    assertThat(parameters.findValuesAsString("name"))
        .containsExactlyInAnyOrder("company", "number", "If-Match", "Idempotency-Key", "Preview");
    assertThat(parameters.findValues("required").toString()).doesNotContain("false");
  }

  private JsonNode schema(String name) {
    JsonNode found = api.get("components").get("schemas").get(name);
    assertThat(found).as(name).isNotNull();
    return found;
  }
}
