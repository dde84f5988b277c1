package org.millrace;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** What the running core answered. */
public record HttpAnswer(int status, String body, HttpResponse<String> response) {
  /** The body as JSON. */
  public JsonNode json() {
    return Json.mapper().readTree(body);
  }

  /** The lines of the body, each as JSON: what an import tells while it works. */
  public List<JsonNode> steps() {
    return body.lines().map(line -> Json.mapper().readTree(line)).toList();
  }

  /** A header, if it was sent. */
  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The same answer; fails with the body when the status is another one. */
  public HttpAnswer expecting(int expected) {
    if (status != expected) {
      throw new AssertionError("Expected status " + expected + ", got " + status + ": " + body);
    }
    return this;
  }
}
