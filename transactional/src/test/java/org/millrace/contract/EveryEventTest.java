package org.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.TestingFirm;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** A firm that does everything once: each event comes out as its contract says. */
class EveryEventTest {
  private final TestingCore core = TestingCore.running();
  private final String company = TestingFirm.once().company().value();

  private record Published(String contract, String payload) {}

  @Test
  void everyEventOfTheRunningCoreKeepsItsContract() {
    Map<String, JsonNode> schemas = Contracts.written();
    bringInOthers(schemas.keySet());
    List<Published> published = published();
    for (Published event : published) {
      assertThat(schemas).containsKey(event.contract());
      JsonNode payload = Json.mapper().readTree(event.payload());
      assertThat(Contracts.faults(schemas.get(event.contract()), payload))
          .as(event.contract() + " " + event.payload())
          .isEmpty();
    }
    Set<String> carried = new TreeSet<>(published.stream().map(Published::contract).toList());
    assertThat(carried).as("contracts carried by events").isEqualTo(schemas.keySet());
  }

  /**
   * Kinds of document that nothing above makes come from a file that says what their example does.
   */
  private void bringInOthers(Set<String> contracts) {
    Set<String> carried = new TreeSet<>(published().stream().map(Published::contract).toList());
    Map<String, JsonNode> examples = Contracts.examples();
    for (String contract : contracts) {
      if (!carried.contains(contract) && contract.endsWith("-changed.v1")) {
        String kind = contract.substring(contract.indexOf('/') + 1).replace("-changed.v1", "");
        JsonNode document = examples.get(contract).get("payload").iterator().next();
        core.post(
                "/api/companies/%s/imports/%ss?file=example.csv".formatted(company, kind),
                csv(document))
            .expecting(200);
      }
    }
  }

  private static String csv(JsonNode document) {
    Map<String, String> cells = new TreeMap<>();
    document.forEachEntry(
        (name, value) -> {
          if (value.isArray()) {
            value
                .get(0)
                .forEachEntry(
                    (inner, cell) -> cells.put(column(name + "." + inner), cell.asString()));
          } else if (!value.isObject()) {
            cells.put(column(name), value.asString());
          }
        });
    return "%s\n\"%s\"\n"
        .formatted(String.join(",", cells.keySet()), String.join("\",\"", cells.values()));
  }

  private static String column(String field) {
    return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private List<Published> published() {
    return core.jdbc()
        .sql("select type, schema_version, payload from outbox.event where company = ?")
        .param(company)
        .query(
            (row, n) ->
                new Published(
                    Contracts.name(row.getString("type"), row.getInt("schema_version")),
                    row.getString("payload")))
        .list();
  }
}
