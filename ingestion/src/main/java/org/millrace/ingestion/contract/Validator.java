package org.millrace.ingestion.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.ingestion.envelope.Event;
import org.millrace.ingestion.envelope.Kind;

/** Says whether an event keeps its contract, and if not, everything that is wrong with it. */
public final class Validator {

  private static final int PROBLEMS_TOLD = 10;

  private final ObjectMapper json =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  public Validator(Contracts contracts) {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    contracts.schemas().forEach((name, text) -> schemas.put(name, parse(factory, name, text)));
  }

  private JsonSchema parse(JsonSchemaFactory factory, String name, String text) {
    try {
      return factory.getSchema(json.readTree(text));
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException(
          "The contract " + name + " is not JSON: " + problem.getOriginalMessage(), problem);
    }
  }

  /** The reason for which the event must not pass, if there is one. */
  public Optional<String> objection(Event event) {
    Kind kind = event.kind();
    if (!kind.type().startsWith(kind.domain() + ".")) {
      return Optional.of("Type " + kind.type() + " does not belong to domain " + kind.domain());
    }
    Optional<JsonSchema> schema =
        Optional.ofNullable(schemas.get(kind.type() + ".v" + kind.version()));
    return schema.isEmpty()
        ? Optional.of("No contract for " + kind.type() + " version " + kind.version())
        : objection(event.payload(), schema.get());
  }

  private Optional<String> objection(String payload, JsonSchema schema) {
    JsonNode tree;
    try {
      tree = json.readTree(payload);
    } catch (JsonProcessingException problem) {
      return Optional.of("Payload is not JSON: " + problem.getOriginalMessage());
    }
    if (!tree.isObject()) {
      return Optional.of("Payload is not a JSON object but " + tree.getNodeType());
    }
    String problems =
        schema.validate(tree).stream()
            .limit(PROBLEMS_TOLD)
            .map(message -> message.getMessage())
            .collect(Collectors.joining("; "));
    return problems.isEmpty() ? Optional.empty() : Optional.of("Breaks its contract: " + problems);
  }
}
