package org.millrace.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;

/** What the core answered. Whether it is worth while to ask again, its header says. */
public record CoreAnswer(int status, String body, Optional<Duration> retryAfter) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPES = "/problems/";

  /** Whether it was done. */
  public boolean isDone() {
    return status / 100 == 2;
  }

  /** Whether the same request may succeed later: the core says so, or is in trouble itself. */
  public boolean isLater() {
    return !isDone() && (retryAfter.isPresent() || status == 429 || status >= 500);
  }

  /** The code of the problem's type, such as {@code lost-lock}; empty when there is none. */
  public String problem() {
    String type = member("type");
    return type.startsWith(TYPES) ? type.substring(TYPES.length()) : "";
  }

  /** What the core says to people about a problem; else the whole answer. */
  public String detail() {
    String detail = member("detail");
    return detail.isEmpty() ? body : detail;
  }

  /**
   * The answer as JSON.
   *
   * @throws IllegalStateException when it is none
   */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The core answered no JSON: " + body, e);
    }
  }

  private String member(String name) {
    try {
      return JSON.readTree(body).path(name).asText("");
    } catch (JsonProcessingException noJson) {
      return "";
    }
  }
}
