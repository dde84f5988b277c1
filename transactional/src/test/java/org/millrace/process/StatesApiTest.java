package org.millrace.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.TestingFirm;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.millrace.document.TestingStates;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** The states of all kinds of document, as they are declared and as they happen. */
class StatesApiTest {
  private final TestingCore core = TestingCore.running();
  private final StateMachines machines = core.bean(StateMachines.class);
  private final List<DocumentKind<?>> kinds = core.bean(DocumentStores.class).kinds();

  @Test
  void haveEveryStepThatAStateAllows() {
    for (DocumentKind<?> kind : kinds) {
      kind.machine().ifPresent(type -> assertDeclared(machine(kind), type));
    }
    assertThat(machines.byId()).hasSizeGreaterThan(30);
  }

  private StateMachine machine(DocumentKind<?> kind) {
    return machines.named(kind.name().replace('/', '.')).orElseThrow();
  }

  private static void assertDeclared(StateMachine machine, Class<?> type) {
    for (TestingStates.Case tried : TestingStates.cases(type)) {
      String act = ((Enum<?>) tried.act()).name().toLowerCase().replace('_', '-');
      assertThat(
              machine.transitions().stream()
                  .anyMatch(
                      each ->
                          each.from().equals(tried.state().word())
                              && each.act().filter(act::equals).isPresent()))
          .as("%s from %s by %s", machine.id(), tried.state().word(), act)
          .isEqualTo(tried.isAllowed());
    }
  }

  /** All that a firm does, told by its events: no document goes where nobody declared. */
  @Test
  void areTheOnesThatDocumentsGoThrough() {
    TestingFirm.once();
    List<String> strange = new ArrayList<>();
    int gone = 0;
    for (DocumentKind<?> kind : kinds) {
      if (kind.machine().isPresent()) {
        for (List<String> way : ways(kind)) {
          for (int i = 1; i < way.size(); i++) {
            gone++;
            if (!way.get(i - 1).equals(way.get(i))
                && !machine(kind).allows(way.get(i - 1), way.get(i))) {
              strange.add("%s: %s to %s".formatted(kind.name(), way.get(i - 1), way.get(i)));
            }
          }
        }
      }
    }
    assertThat(gone).isGreaterThan(50);
    assertThat(strange.stream().distinct()).isEmpty();
  }

  /** The states that each document of the kind had, one after the other. */
  private List<List<String>> ways(DocumentKind<?> kind) {
    String[] name = kind.name().split("/");
    Map<String, List<String>> ways = new TreeMap<>();
    core.jdbc()
        .sql(
            "select aggregate_id, payload::text as payload from outbox.event"
                + " where domain = ? and aggregate_id like ?"
                + " order by aggregate_id, aggregate_version")
        .param(name[0])
        .param(name[1] + ":%")
        .query((row, n) -> Map.entry(row.getString("aggregate_id"), row.getString("payload")))
        .list()
        .forEach(
            event -> {
              String number = event.getKey().replaceFirst(".*/", "");
              JsonNode told = Json.mapper().readTree(event.getValue());
              for (JsonNode part : told) {
                if (part.path("number").asString("").equals(number)) {
                  JsonNode state = part.has("status") ? part.get("status") : part.get("outcome");
                  if (state != null) {
                    ways.computeIfAbsent(event.getKey(), k -> new ArrayList<>())
                        .add(state.asString());
                  }
                }
              }
            });
    return List.copyOf(ways.values());
  }

  @Test
  void areListedAndDrawn() {
    String base = "/api/companies/" + core.newCompany().value() + "/document-states";
    JsonNode rows = core.get(base + "?domain=sales").expecting(200).json().get("rows");
    assertThat(rows)
        .extracting(row -> row.get("id").asString())
        .contains("sales.order", "sales.rebate-agreement");
    JsonNode machine = core.get(base + "/sales.rebate-agreement").expecting(200).json();
    assertThat(machine.get("mermaid").asString())
        .startsWith("stateDiagram-v2\n  [*] --> draft\n")
        .contains("draft --> active : activate", "settled --> active : reopen")
        .contains("active --> active : accrue", "cancelled --> [*]");
    assertThat(machine.get("states").get(0).get("first").asBoolean()).isTrue();
    assertThat(core.get(base + "/sales.nothing").expecting(404).body())
        .contains("No kind of document sales.nothing has states");
  }

  @Test
  void refuseAFileThatDoesNotFit() {
    Map<String, Map<?, ?>> files =
        Map.of(
            "service",
            Map.of(
                "ticket",
                Map.of("starts", "opened", "leads", Map.of("close", "gone", "paint", "same")),
                "car",
                Map.of()));
    List<DocumentKind<?>> tickets =
        kinds.stream().filter(kind -> kind.name().equals("service/ticket")).toList();
    assertThatThrownBy(() -> StateMachines.of(tickets, files))
        .hasMessageContaining("service/ticket has no state 'opened'")
        .hasMessageContaining("service/ticket has no state 'gone'")
        .hasMessageContaining("service/ticket has no step 'paint'")
        .hasMessageContaining("service/ticket says not where 'reopen' leads from 'closed'")
        .hasMessageContaining("no kind service/car has states");
  }
}
