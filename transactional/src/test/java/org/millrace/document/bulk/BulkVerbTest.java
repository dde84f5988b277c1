package org.millrace.document.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import tools.jackson.databind.JsonNode;

/** A verb done to several documents: each has its own outcome, and none is done twice. */
class BulkVerbTest {
  private static final TestingCore CORE = TestingCore.running();

  private final CompanyCode company = CORE.newCompany();
  private final String base = "/api/companies/" + company;
  private final String tickets = base + "/service/tickets";

  BulkVerbTest() {
    make("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
  }

  /** What may be wrong with a document of the request. */
  private enum Row {
    RIGHT,
    STALE,
    CLOSED,
    UNKNOWN,
    WITHOUT_VERSION
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    return Arbitraries.of(Row.class).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 12)
  void doesEachDocumentAsIfItHadComeAlone(@ForAll("rows") List<Row> rows) {
    List<String> chosen = rows.stream().map(this::chosen).toList();
    JsonNode answer = close(chosen, Map.of()).expecting(200).json();
    List<Integer> statuses = new ArrayList<>();
    answer.get("rows").forEach(r -> statuses.add(r.at("/problem/status").asInt(200)));
    assertThat(statuses).isEqualTo(rows.stream().map(BulkVerbTest::expected).toList());
    long right = rows.stream().filter(row -> row == Row.RIGHT).count();
    assertThat(answer.get("done").asLong()).isEqualTo(right);
    assertThat(answer.get("refused").asLong()).isEqualTo(rows.size() - right);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) != Row.UNKNOWN) {
        JsonNode now = CORE.get(tickets + "/" + numberOf(chosen.get(i))).json();
        boolean isClosed = rows.get(i) == Row.RIGHT || rows.get(i) == Row.CLOSED;
        assertThat(now.get("status").asString()).isEqualTo(isClosed ? "closed" : "open");
        assertThat(answer.at("/rows/" + i + "/state").asString(""))
            .isEqualTo(rows.get(i) == Row.RIGHT ? "closed" : "");
      }
    }
  }

  private String chosen(Row row) {
    if (row == Row.UNKNOWN) {
      return "{'number':'%s','version':1}".formatted(UUID.randomUUID());
    }
    String number = opened();
    if (row == Row.CLOSED) {
      CORE.post(tickets + "/" + number + "/close", "{}", Map.of("If-Match", "1")).expecting(200);
    }
    return switch (row) {
      case STALE -> "{'number':'%s','version':7}".formatted(number);
      case CLOSED -> "{'number':'%s','version':2}".formatted(number);
      case WITHOUT_VERSION -> "{'number':'%s'}".formatted(number);
      default -> "{'number':'%s','version':1}".formatted(number);
    };
  }

  private static int expected(Row row) {
    return switch (row) {
      case RIGHT -> 200;
      case STALE -> 412;
      case CLOSED -> 409;
      case UNKNOWN -> 404;
      case WITHOUT_VERSION -> 428;
    };
  }

  @Test
  void actsOnceWhenTheSameCommandComesTwice() {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    List<String> chosen = List.of(right(opened()), right(opened()));
    HttpAnswer first = close(chosen, key).expecting(200);
    HttpAnswer second = close(chosen, key).expecting(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).contains("true");
    assertThat(closings()).isEqualTo(2);
    HttpAnswer other = close(List.of(right(opened())), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("key-used-before");
  }

  @Test
  void doesWhatIsMissingWhenTheCoreDiedBeforeItAnswered() {
    String key = UUID.randomUUID().toString();
    String done = opened();
    String late = opened();
    CORE.post(tickets + "/" + late + "/close", "{}", Map.of("If-Match", "1")).expecting(200);
    List<String> chosen = List.of(right(done), "{'number':'%s','version':3}".formatted(late));
    JsonNode first = close(chosen, Map.of("Idempotency-Key", key)).expecting(200).json();
    assertThat(first.get("done").asInt()).isEqualTo(1);
    CORE.jdbc()
        .sql("update web.command set status = null, answer = null where key = ?")
        .param(key)
        .update();
    CORE.post(tickets + "/" + late + "/reopen", "{\"reason\":\"x\"}", Map.of("If-Match", "2"));
    JsonNode again = close(chosen, Map.of("Idempotency-Key", key)).expecting(200).json();
    assertThat(again.get("done").asInt()).as(again.toString()).isEqualTo(2);
    assertThat(again.at("/rows/0")).isEqualTo(first.at("/rows/0"));
    assertThat(closings()).isEqualTo(3);
    assertThat(CORE.get(tickets + "/" + done).json().get("version").asInt()).isEqualTo(2);
  }

  @Test
  void leavesTheKeyFreeOfWhatIsRefusedAsAWhole() {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String one = right(opened());
    assertThat(close(List.of(), key).expecting(422).body()).contains("1 to 500 documents");
    assertThat(close(List.of(one, one), key).expecting(422).body())
        .contains("documents.1.number", "each document once");
    assertThat(close(List.of("{'numbr':'X'}"), key).expecting(400).body()).contains("documents.1");
    assertThat(post("/service/tickets/bulk/close", "[]", key).status()).isEqualTo(422);
    assertThat(closings()).isZero();
    close(List.of(one), key).expecting(200);
  }

  @Test
  void needsThePermissionOfTheVerb() {
    String body = "{\"documents\":[{\"number\":\"ST-1\",\"version\":1}]}";
    CORE.as("viewer").post(tickets + "/bulk/close", body).expecting(403);
    CORE.as("service").post(tickets + "/bulk/close", body).expecting(200);
  }

  @Test
  void tellsWhatItWouldDoAndKeepsNothing() {
    List<String> chosen = List.of(right(opened()), "{'number':'ST-404','version':1}");
    JsonNode told = close(chosen, Map.of("Preview", "true")).expecting(200).json();
    assertThat(told.at("/answer/done").asInt()).isEqualTo(1);
    assertThat(told.at("/answer/refused").asInt()).isEqualTo(1);
    assertThat(told.get("events")).hasSize(1);
    assertThat(closings()).isZero();
  }

  @Test
  void aDocumentThatTheDatabaseRefusesTakesNoOtherAlongInAPreview() {
    String broken = opened();
    List<String> chosen = List.of(right(opened()), right(broken), right(opened()));
    String function = "document.refuse_" + broken.replaceAll("\\W", "").toLowerCase(Locale.ROOT);
    CORE.jdbc()
        .sql(
            """
            create function %s() returns trigger language plpgsql as $$
            begin
              if new.type = 'service.ticket-closed' and new.aggregate_id = '%s' then
                raise exception 'not this one' using errcode = '22000';
              end if;
              return new;
            end $$
            """
                .formatted(function, "ticket:" + company + "/" + broken))
        .update();
    CORE.jdbc()
        .sql(
            "create trigger refuse after insert on outbox.event for each row execute function "
                + function
                + "()")
        .update();
    try {
      JsonNode told = close(chosen, Map.of("Preview", "true")).expecting(200).json();
      assertThat(told.at("/answer/done").asInt()).as(told.toString()).isEqualTo(2);
      assertThat(told.at("/answer/rows/0/state").asString()).isEqualTo("closed");
      assertThat(told.at("/answer/rows/1/problem/type").asString())
          .isEqualTo("/problems/value-out-of-range");
      assertThat(told.at("/answer/rows/2/state").asString()).isEqualTo("closed");
      assertThat(told.get("events")).as("of the refused one none is told").hasSize(2);
    } finally {
      CORE.jdbc().sql("drop trigger refuse on outbox.event").update();
      CORE.jdbc().sql("drop function " + function).update();
    }
    assertThat(closings()).isZero();
    for (String each : chosen) {
      JsonNode ticket = CORE.get(tickets + "/" + numberOf(each)).json();
      assertThat(ticket.get("status").asString()).isEqualTo("open");
      assertThat(ticket.get("version").asInt()).isEqualTo(1);
    }
    assertThat(close(chosen, Map.of()).expecting(200).json().get("done").asInt()).isEqualTo(3);
  }

  @Test
  void tellsWhichDocumentsItMade() {
    make("/items", "{'code':'FIT','name':'Fitting','kind':'service'}");
    String line = "'lines':[{'item':'FIT','quantity':1,'unitPrice':5}]";
    String order = make("/sales/orders", "{'customer':'C'," + line + "}");
    String body = "{'documents':[{'number':'%s','version':%d}]}";
    post("/sales/orders/bulk/deliveries", body.formatted(order, 1), Map.of()).expecting(200);
    JsonNode row =
        post("/sales/orders/bulk/invoices", body.formatted(order, 2), Map.of())
            .expecting(200)
            .json()
            .at("/rows/0");
    assertThat(row.get("state").asString()).as(row.toString()).isEqualTo("invoiced");
    assertThat(row.get("version").asInt()).isEqualTo(3);
    CORE.get(base + "/sales/invoices/" + row.get("made").asString()).expecting(200);
  }

  @Test
  void givesEachDocumentTheBodyThatIsCommonToAll() {
    List<String> chosen = List.of(right(opened()), right(opened()));
    JsonNode answer = close(chosen, "'resolution':'oiled',", Map.of()).expecting(200).json();
    answer
        .get("rows")
        .forEach(
            row ->
                assertThat(CORE.get(tickets + "/" + row.get("number").asString()).body())
                    .contains("oiled"));
    List<String> others = List.of(right(opened()));
    JsonNode wrong = close(others, "'resolutn':'oiled',", Map.of()).expecting(200).json();
    assertThat(wrong.at("/rows/0/problem/problems/0/field").asString()).isEqualTo("resolutn");
  }

  @Test
  void isDescribedForEveryVerbOfEveryKindOfDocument() {
    JsonNode paths = CORE.get("/api/docs/openapi").json().get("paths");
    List<String> alone =
        paths.propertyNames().stream()
            .filter(path -> path.matches(".*/\\{number}/(cancel|close|reverse|post)"))
            .filter(path -> !path.contains("/periods/"))
            .toList();
    assertThat(alone).hasSizeGreaterThan(10);
    assertThat(paths.propertyNames())
        .containsAll(alone.stream().map(path -> path.replace("{number}", "bulk")).toList());
    JsonNode close = paths.get("/api/companies/{company}/service/tickets/bulk/close").get("post");
    assertThat(close.get("operationId").asString()).isEqualTo("serviceTicketsCloseMany");
    assertThat(close.get("x-permission").asString()).isEqualTo("service.write");
    JsonNode body = close.at("/requestBody/content/application~1json/schema/properties");
    assertThat(body.propertyNames()).containsExactly("documents", "resolution", "occurredAt");
    assertThat(close.at("/responses/200/content").toString()).contains("BulkAnswer");
  }

  private String opened() {
    return make("/service/tickets", "{'customer':'C','subject':'Squeaks'}");
  }

  private static String right(String number) {
    return "{'number':'%s','version':1}".formatted(number);
  }

  private static String numberOf(String chosen) {
    return chosen.replaceAll("\\{'number':'([^']*)'.*", "$1");
  }

  private HttpAnswer close(List<String> chosen, Map<String, String> headers) {
    return close(chosen, "", headers);
  }

  private HttpAnswer close(List<String> chosen, String more, Map<String, String> headers) {
    String documents = chosen.stream().collect(Collectors.joining(",", "[", "]"));
    return post(
        "/service/tickets/bulk/close", "{" + more + "'documents':" + documents + "}", headers);
  }

  private HttpAnswer post(String path, String json, Map<String, String> headers) {
    return CORE.post(base + path, json.replace('\'', '"'), headers);
  }

  private String make(String path, String json) {
    JsonNode made = post(path, json, Map.of()).expecting(201).json();
    return made.path("number").asString("");
  }

  private long closings() {
    return CORE.jdbc()
        .sql("select count(*) from outbox.event where company = ? and type = ?")
        .params(company.value(), "service.ticket-closed")
        .query(Long.class)
        .single();
  }
}
