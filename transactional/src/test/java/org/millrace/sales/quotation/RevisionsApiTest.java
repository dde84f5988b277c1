package org.millrace.sales.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Versions of one offer: the newest replaces the one before it, and can alone be accepted. */
class RevisionsApiTest {
  private final TestingCore core = TestingCore.running();
  private final String base = "/api/companies/" + core.newCompany("EUR", "false");

  @BeforeEach
  void quoteTwoItems() {
    post("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    for (String item : new String[] {"BELL", "HORN", "LAMP"}) {
      post("items", "{'code':'%s','name':'Item'}".formatted(item));
    }
    post("sales/quotations", offer("2026-01-31", line("BELL", 3, 10) + "," + line("HORN", 1, 5)));
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + "/" + path, body.replace('\'', '"')).expecting(201);
  }

  private HttpAnswer act(String number, String act, int version, String body) {
    return core.post(
        base + "/sales/quotations/" + number + "/" + act,
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private static String line(String item, int quantity, int price) {
    return "{'item':'%s','quantity':%d,'unitPrice':%d}".formatted(item, quantity, price);
  }

  private static String offer(String until, String lines) {
    return "{'customer':'C','validUntil':'%s','occurredAt':'2026-01-05T08:00:00Z','lines':[%s]}"
        .formatted(until, lines);
  }

  private static String at(String day) {
    return "{'occurredAt':'" + day + "T09:00:00Z'}";
  }

  @Test
  void isNotChangedOnceItWasSent() {
    JsonNode sent = act("QU-000001", "send", 1, at("2026-01-06")).expecting(200).json();
    assertThat(sent.get("sentDate").asString()).isEqualTo("2026-01-06");
    HttpAnswer change =
        core.send(
            "PUT",
            base + "/sales/quotations/QU-000001",
            offer("2026-02-28", line("BELL", 1, 1)).replace('\'', '"'),
            Map.of("If-Match", "\"2\""));
    assertThat(change.expecting(409).body())
        .contains("Quotation QU-000001 cannot be changed: it was sent on 2026-01-06. Revise it");
    act("QU-000001", "send", 2, at("2026-01-07")).expecting(409);
  }

  @Test
  void isReplacedByItsNextVersionWhichAloneIsAccepted() {
    act("QU-000001", "send", 1, at("2026-01-06")).expecting(200);
    JsonNode second =
        act("QU-000001", "revise", 2, offer("2026-02-28", line("BELL", 4, 9)))
            .expecting(201)
            .json();
    assertThat(second.get("number").asString()).isEqualTo("QU-000002");
    assertThat(second.at("/revision/revision").asInt()).isEqualTo(2);
    assertThat(second.at("/revision/replaces").asString()).isEqualTo("QU-000001");
    assertThat(second.has("sentDate")).isFalse();
    act("QU-000002", "revise", 1, offer("2026-03-31", line("BELL", 5, 9))).expecting(201);
    JsonNode first = core.get(base + "/sales/quotations/QU-000001").expecting(200).json();
    assertThat(first.get("status").asString()).isEqualTo("replaced");
    assertThat(first.at("/revision/replacedBy").asString()).isEqualTo("QU-000002");
    assertThat(first.get("lines")).hasSize(2);
    Map<String, String> acts =
        Map.of(
            "accept", at("2026-01-07"),
            "reject", "{'reason':'Dear'}",
            "expire", at("2026-02-01"),
            "revise", offer("2026-03-31", line("BELL", 5, 9)));
    for (Map.Entry<String, String> old : acts.entrySet()) {
      assertThat(act("QU-000001", old.getKey(), 3, old.getValue()).expecting(409).body())
          .contains("it is replaced by QU-000002. Work on the newest version instead.");
    }
    JsonNode versions =
        core.get(base + "/sales/quotations?revision.original=QU-000001").expecting(200).json();
    assertThat(versions.get("rows").findValuesAsString("number"))
        .containsExactlyInAnyOrder("QU-000001", "QU-000002", "QU-000003");
    assertThat(act("QU-000003", "accept", 1, at("2026-04-01")).expecting(409).body())
        .contains("it was valid until 2026-03-31. Revise it with a later day");
    JsonNode taken = act("QU-000003", "accept", 1, at("2026-03-31")).expecting(200).json();
    assertThat(taken.get("order").asString()).isEqualTo("SO-000001");
    assertThat(core.get(base + "/sales/orders").json().get("rows")).hasSize(1);
  }

  @Test
  void showsByLineWhatBecameOfIt() {
    String lines = line("BELL", 3, 10) + "," + line("LAMP", 2, 7) + "," + line("BELL", 1, 8);
    act("QU-000001", "revise", 1, offer("2026-02-28", lines)).expecting(201);
    JsonNode rows =
        core.get(base + "/sales/quotation-differences?quotation=QU-000002&sort=id")
            .expecting(200)
            .json()
            .get("rows");
    assertThat(rows.findValuesAsString("id"))
        .containsExactly("QU-000002-1", "QU-000002-2", "QU-000002-3", "QU-000002-x2");
    assertThat(rows.findValuesAsString("difference"))
        .containsExactly("same", "added", "added", "removed");
    act("QU-000002", "revise", 1, offer("2026-02-28", lines.replace("3", "4"))).expecting(201);
    JsonNode changed =
        core.get(base + "/sales/quotation-differences/QU-000003-1").expecting(200).json();
    assertThat(changed.get("difference").asString()).isEqualTo("changed");
    assertThat(changed.get("quantityBefore").asInt()).isEqualTo(3);
    assertThat(changed.get("quantity").asInt()).isEqualTo(4);
    core.get(base + "/sales/quotation-differences/QU-000001-1").expecting(404);
  }
}
