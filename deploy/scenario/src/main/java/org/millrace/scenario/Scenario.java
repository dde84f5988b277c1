package org.millrace.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One case: what is given, acts in the order of their recording, and what is expected of them.
 *
 * @param id unique in its file, such as COST-001
 * @param rule how it is worked out, such as {@code fifo}
 */
public record Scenario(
    Path file, String id, String title, String rule, JsonNode given, JsonNode content) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * The cases of a file: a list.
   *
   * @throws BadScenario naming the file, and line and column where it is no JSON
   */
  public static List<Scenario> in(Path file) {
    JsonNode list = read(file);
    if (!list.isArray()) {
      throw new BadScenario(file + ": expected a list of cases");
    }
    List<Scenario> cases = new ArrayList<>();
    for (JsonNode each : list) {
      Fields fields = new Fields("%s, case %d".formatted(file, cases.size() + 1), each);
      cases.add(
          new Scenario(
              file,
              fields.text("id"),
              fields.text("title"),
              fields.findText("rule").orElse(""),
              fields.find("given").orElseGet(JSON::createObjectNode),
              each));
    }
    return cases;
  }

  /** The acts in the order of their recording. */
  public List<Fields> steps() {
    List<Fields> steps = new Fields(id, content).objects("steps");
    List<Fields> named = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      named.add(new Fields("%s, step %d".formatted(id, i + 1), content.path("steps").get(i)));
    }
    return named;
  }

  /** What is expected. */
  public Fields expected() {
    return new Fields(id + ", expect", content.path("expect"));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.newBufferedReader(file));
    } catch (JsonProcessingException e) {
      throw new BadScenario(
          "%s, line %d, column %d: %s"
              .formatted(
                  file,
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new BadScenario("Cannot read the file " + file + " (" + e.getMessage() + ")", e);
    }
  }
}
