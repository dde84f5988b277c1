package org.millrace.ingestion.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.ingestion.TestingRows;
import org.millrace.ingestion.envelope.Event;
import org.millrace.ingestion.envelope.Kind;

class ValidatorTest {

  private static final Path CONTRACTS = Path.of("../transactional/contracts");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Validator validator =
      new Validator(
          new Contracts(
              Map.of(
                  "garden.seed-sown.v1",
                  """
                  {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                   "required": ["number"], "properties": {"number": {"type": "integer"}}}""")));

  private static Event with(String payload) {
    return of(TestingRows.event(1).kind(), payload);
  }

  private static Event of(Kind kind, String payload) {
    Event event = TestingRows.event(1);
    return new Event(event.id(), kind, event.subject(), event.times(), event.trace(), payload);
  }

  @Test
  void letsPassWhatKeepsItsContract() {
    assertThat(validator.objection(with("{\"number\": 1, \"more\": true}"))).isEmpty();
  }

  @Test
  void tellsEverythingThatBreaksTheContract() {
    assertThat(validator.objection(with("{\"number\": \"one\"}")).orElseThrow())
        .contains("number")
        .contains("integer");
    assertThat(validator.objection(with("{}")).orElseThrow())
        .contains("required property 'number'");
  }

  @Test
  void refusesWhatIsNoJsonObject() {
    assertThat(validator.objection(with("{\"number\": "))).get().asString().contains("not JSON");
    assertThat(validator.objection(with("{} {}"))).get().asString().contains("not JSON");
    assertThat(validator.objection(with("[1]"))).get().asString().contains("not a JSON object");
    assertThat(validator.objection(with(""))).get().asString().contains("not a JSON object");
  }

  @Test
  void refusesAnUnknownVersionAndAForeignDomain() {
    assertThat(validator.objection(of(new Kind("garden.seed-sown", 2, "garden"), "{}")))
        .contains("No contract for garden.seed-sown version 2");
    assertThat(validator.objection(of(new Kind("garden.seed-sown", 1, "kitchen"), "{}")))
        .contains("Type garden.seed-sown does not belong to domain kitchen");
  }

  @Test
  void everyExampleOfTheProductKeepsItsContract() throws IOException {
    Validator real = new Validator(Contracts.in(CONTRACTS));
    try (Stream<Path> files = Files.walk(CONTRACTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".example.json")).toList()) {
        JsonNode example = JSON.readTree(file.toFile());
        Kind kind =
            new Kind(
                example.path("type").asText(),
                example.path("schemaVersion").asInt(),
                example.path("domain").asText());
        assertThat(real.objection(of(kind, example.path("payload").toString())))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void aFolderWithoutContractsIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> Contracts.in(empty)).hasMessageContaining("set MILLRACE_ROOT");
  }
}
