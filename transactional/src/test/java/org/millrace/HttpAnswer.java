package org.millrace;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** What the running core answered. */
public record HttpAnswer(int status, String body, HttpResponse<String> response) {
  /** The body as JSON. */
  public JsonNode json() {
    return Json.mapper().readTree(body);
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
