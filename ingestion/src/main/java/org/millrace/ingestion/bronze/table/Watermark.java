package org.millrace.ingestion.bronze.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.millrace.ingestion.outbox.Frontier;

/**
 * What a table knows of itself: the frontier its rows reach, and the database they came from. It is
 * written in the same commit as the rows (Delta domain metadata), so it can be neither ahead of
 * them nor behind.
 */
public record Watermark(String epoch, Frontier frontier) {

  static final String DOMAIN = "millrace.outbox";

  private static final ObjectMapper JSON = new ObjectMapper();

  static Watermark parse(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return new Watermark(
          node.path("epoch").asText(),
          new Frontier(
              node.path("run").asText(),
              node.path("sequence").asLong(),
              node.path("done").asText(),
              node.path("target").asText(),
              node.path("tx").asLong(),
              node.path("position").asLong()));
    } catch (JsonProcessingException problem) {
      throw new IllegalStateException("The table's watermark is not JSON: " + text, problem);
    }
  }

  String text() {
    ObjectNode node = JSON.createObjectNode();
    node.put("epoch", epoch);
    node.put("run", frontier.run());
    node.put("sequence", frontier.sequence());
    node.put("done", frontier.done());
    node.put("target", frontier.target());
    node.put("tx", frontier.tx());
    node.put("position", frontier.position());
    return node.toString();
  }
}
