package org.millrace.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Lists of documents, on tickets: each filter, the order, pages, and what is refused. */
class DocumentListTest {
  private final TestingCore core = TestingCore.running();
  private String tickets;

  @BeforeEach
  void openThreeTickets() {
    String base = "/api/companies/" + core.newCompany("EUR", "false").value();
    tickets = base + "/service/tickets";
    post(base + "/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'DE'}");
    post(base + "/parties", "{'code':'C-2','name':'Velo','roles':['customer'],'country':'FR'}");
    post(tickets, ticket("C-1", "Brake 100%_worn", "2026-03-01T09:00:00Z"));
    post(tickets, ticket("C-2", "Tyre flat", "2026-03-02T09:00:00Z"));
    post(tickets, ticket("C-1", "Chain off", "2026-03-03T23:30:00Z"));
    String close = tickets + "/ST-000002/close";
    core.post(close, "{}", java.util.Map.of("If-Match", "\"1\"")).expecting(200);
  }

  @Test
  void numbersTheTicketsOfEachCompanyWithoutGaps() {
    assertThat(numbers("sort=number")).containsExactly("ST-000001", "ST-000002", "ST-000003");
  }

  @Test
  void narrowsByStateCustomerAndDay() {
    assertThat(numbers("status=open")).containsExactly("ST-000003", "ST-000001");
    assertThat(numbers("status=open&status=closed")).hasSize(3);
    assertThat(numbers("customer=C-2")).containsExactly("ST-000002");
    assertThat(numbers("customer.country=DE&status=closed")).isEmpty();
    assertThat(numbers("openedAt.from=2026-03-02&openedAt.to=2026-03-03"))
        .containsExactly("ST-000003", "ST-000002");
    assertThat(numbers("subject.has=flat")).containsExactly("ST-000002");
    assertThat(numbers("partsCost.from=0.01")).isEmpty();
    assertThat(numbers("search=velo")).containsExactly("ST-000002");
    assertThat(numbers("search=100%25_w")).containsExactly("ST-000001");
  }

  @Test
  void narrowsByWhatStandsInALine() {
    String base = tickets.replace("/service/tickets", "");
    post(base + "/items", "{'code':'PAD','name':'Brake pad'}");
    post(base + "/stock/movements", "{'lines':[{'item':'PAD','quantity':9,'unitCost':1}]}");
    String parts = tickets + "/ST-000003/parts";
    core.post(parts, "{\"item\":\"PAD\"}", java.util.Map.of("If-Match", "\"1\"")).expecting(201);
    assertThat(numbers("parts.item=PAD")).containsExactly("ST-000003");
    assertThat(numbers("parts.item=BELL")).isEmpty();
    assertThat(numbers("parts.item=PAD&parts.item=BELL&status=closed")).isEmpty();
    refused("parts.cost=1", "parts.cost", "parts.item");
  }

  @Test
  void refusesWhatTheListDoesNotKnow() {
    refused("state=open", "state", "status");
    refused("status=opne", "opne", "open, closed");
    refused("sort=colour", "colour", "openedAt");
    refused("openedAt.from=yesterday", "yesterday", "a day like 2026-03-01");
    refused("status.from=open", "status.from", "to bound");
    refused("size=501", "501", "1 to 500");
    refused("page=x", "x", "a whole number");
  }

  @Test
  void refusesUnknownParametersOfEveryOtherListToo() {
    String views = tickets.replace("/service/tickets", "/views");
    HttpAnswer answer = core.get(views + "?status=open&page=x");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("status is 'open', expected one of page");
    core.get(views + "?page=x").expecting(200);
  }

  @Test
  void pagesWithSizeAndTotal() {
    JsonNode first = core.get(tickets + "?size=2&sort=-number").expecting(200).json();
    assertThat(first.get("rows")).hasSize(2);
    assertThat(first.get("total").asLong()).isEqualTo(3);
    assertThat(first.get("totalIsExact").asBoolean()).isTrue();
    assertThat(first.get("more").asBoolean()).isTrue();
    assertThat(first.get("rows").get(0).get("version").asLong()).isEqualTo(1);
    JsonNode second = core.get(tickets + "?size=2&page=2&sort=-number").expecting(200).json();
    assertThat(second.get("rows")).hasSize(1);
    assertThat(second.get("more").asBoolean()).isFalse();
  }

  private void refused(String query, String value, String expected) {
    HttpAnswer answer = core.get(tickets + "?" + query);
    assertThat(answer.status()).as(query).isEqualTo(422);
    assertThat(answer.body()).contains(value).contains(expected);
  }

  private List<String> numbers(String query) {
    List<String> numbers = new ArrayList<>();
    for (JsonNode row : core.get(tickets + "?" + query).expecting(200).json().get("rows")) {
      numbers.add(row.get("number").asString());
    }
    return numbers;
  }

  private static String ticket(String customer, String subject, String at) {
    return "{'customer':'%s','subject':'%s','occurredAt':'%s'}".formatted(customer, subject, at);
  }

  private void post(String path, String json) {
    core.post(path, json.replace('\'', '"')).expecting(201);
  }
}
