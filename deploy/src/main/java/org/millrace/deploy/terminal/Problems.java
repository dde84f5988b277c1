package org.millrace.deploy.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Turns a problem+json answer into words for the terminal. */
public final class Problems {

  private Problems() {}

  /** What an exception says, or what it is: one of a refused connection may say nothing. */
  public static String why(Exception failed) {
    String message = failed.getMessage();
    return message == null ? failed.getClass().getSimpleName() : message;
  }

  /** The title, detail and problems of an answer; the answer itself where it is none. */
  public static String text(String body) {
    JsonNode problem;
    try {
      problem = new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      return body.strip();
    }
    if (problem == null || !problem.hasNonNull("title") && !problem.hasNonNull("detail")) {
      return body.strip();
    }
    StringBuilder text = new StringBuilder(problem.path("title").asText(""));
    String detail = problem.path("detail").asText("");
    if (!detail.isBlank()) {
      text.append(text.isEmpty() ? "" : ": ").append(detail);
    }
    for (JsonNode one : problem.path("problems")) {
      text.append("\n  ").append(one.path("field").asText());
      text.append(" = '").append(one.path("value").asText()).append("'");
      text.append(": expected ").append(one.path("expected").asText());
    }
    return text.toString();
  }
}
