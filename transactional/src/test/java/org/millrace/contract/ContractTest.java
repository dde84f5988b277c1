package org.millrace.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContractTest {
  private static final Map<String, JsonNode> SCHEMAS = Contracts.schemas();
  private static final Map<String, JsonNode> EXAMPLES = Contracts.examples();
  private static final Map<String, Class<?>> EVENTS = Contracts.events();

  static Stream<String> contracts() {
    return SCHEMAS.keySet().stream();
  }

  static Stream<String> written() {
    return Contracts.written().keySet().stream();
  }

  @Test
  void everyEventHasASchemaAndAnExample() {
    assertThat(Contracts.written().keySet()).isEqualTo(EVENTS.keySet());
    assertThat(EXAMPLES.keySet()).isEqualTo(SCHEMAS.keySet());
  }

  @ParameterizedTest
  @MethodSource("written")
  void theSchemaPromisesWhatTheCodeWrites(String contract) {
    Map<String, String> promised = Fields.of(SCHEMAS.get(contract));
    Map<String, String> written = Fields.of(EVENTS.get(contract));
    assertThat(differences(promised, written)).as("schema against code of " + contract).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theExampleKeepsTheContract(String contract) {
    JsonNode example = EXAMPLES.get(contract);
    assertThat(Contracts.faults(SCHEMAS.get(contract), example.get("payload"))).isEmpty();
    assertThat(Contracts.name(example.get("type").asString(), example.get("schemaVersion").asInt()))
        .isEqualTo(contract);
    assertThat(example.get("domain").asString() + "/").isSubstringOf(contract);
    assertThat(example.get("aggregateId").asString())
        .contains(":" + example.get("company").asString());
    assertThat(example.propertyNames())
        .contains(
            "eventId",
            "aggregateVersion",
            "occurredAt",
            "recordedAt",
            "actor",
            "correlationId",
            "causationId");
  }

  @Test
  void theSchemaBitesOnAPayloadThatLacksAField() {
    JsonNode schema = SCHEMAS.get("stock/goods-moved.v1");
    ObjectNode payload = (ObjectNode) EXAMPLES.get("stock/goods-moved.v1").get("payload");
    ObjectNode broken = payload.deepCopy().put("reason", "lost").put("number", 7);
    broken.remove("lines");
    assertThat(Contracts.faults(schema, broken)).hasSize(3);
  }

  /** Run with -Dcontracts.accept=true to promise new contracts and new optional fields. */
  @Test
  void noContractBreaksWhatWasPromised() {
    Map<String, Map<String, String>> now = new TreeMap<>();
    SCHEMAS.forEach((contract, schema) -> now.put(contract, Fields.of(schema)));
    if (Boolean.getBoolean("contracts.accept")) {
      Baseline.write(now);
    }
    Map<String, Map<String, String>> promised = Baseline.read();
    promised.forEach(
        (contract, fields) -> {
          assertThat(now).as("contracts still there").containsKey(contract);
          assertThat(Baseline.breaks(fields, now.get(contract)))
              .as("Changes of " + contract + " that break its readers: make a new version")
              .isEmpty();
        });
    assertThat(promised).as("run once with -Dcontracts.accept=true").isEqualTo(now);
  }

  @Test
  void bitesOnEveryBreakingChange() {
    Map<String, String> promised =
        fields(
            """
            {"properties": {"number": {"type": "string"}, "amount": {"type": "number"},
              "kind": {"enum": ["a", "b"]}, "old": {"type": "string"}},
             "required": ["number", "amount", "kind"]}
            """);
    Map<String, String> now =
        fields(
            """
            {"properties": {"number": {"type": "string"}, "amount": {"type": "string"},
              "kind": {"enum": ["b", "c"]}, "renamed": {"type": "string"},
              "added": {"type": "string"}},
             "required": ["amount", "kind", "added"]}
            """);
    assertThat(Baseline.breaks(promised, now))
        .containsExactlyInAnyOrder(
            "number was 'required string' and is 'optional string'",
            "amount was 'required number' and is 'required string'",
            "kind was 'required a|b' and is 'required b|c'",
            "old is gone (removed or renamed)",
            "added is newly required");
  }

  @Test
  void letsAContractGrowByWhatNobodyMustHave() {
    Map<String, String> promised =
        fields(
            """
            {"properties": {"kind": {"enum": ["a", "b"]}}, "required": ["kind"]}
            """);
    Map<String, String> now =
        fields(
            """
            {"properties": {"kind": {"enum": ["a", "b", "c"]}, "notes": {"type": "array",
              "items": {"type": "object", "properties": {"text": {"type": "string"}},
                "required": ["text"]}}}, "required": ["kind"]}
            """);
    assertThat(Baseline.breaks(promised, now)).isEqualTo(List.of());
  }

  private static List<String> differences(Map<String, String> schema, Map<String, String> code) {
    return Stream.concat(schema.keySet().stream(), code.keySet().stream())
        .distinct()
        .filter(path -> !Objects.equals(schema.get(path), code.get(path)))
        .map(path -> path + ": schema '" + schema.get(path) + "', code '" + code.get(path) + "'")
        .toList();
  }

  private static Map<String, String> fields(String schema) {
    return Fields.of(Json.mapper().readTree(schema));
  }
}
