package org.millrace.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.millrace.client.CoreAnswer;
import org.millrace.client.CoreClient;
import org.millrace.client.CoreCommand;
import org.millrace.client.CorePath;

/** The books of one company in the core, by its API. */
public final class Books {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CoreClient core;
  private final String company;

  private Books(CoreClient core, String company) {
    this.core = core;
    this.company = company;
  }

  /** Opens a company of that code. */
  static Books open(CoreClient core, String company, Map<String, Object> terms) {
    Books books = new Books(core, company);
    books.answered("POST", "/api/companies", terms, OptionalLong.empty());
    return books;
  }

  /** The code of the company. */
  public String company() {
    return company;
  }

  /**
   * Sends a command to an address below the company.
   *
   * @throws CoreRefused when the core does not do it
   */
  public JsonNode post(String path, Map<String, Object> body) {
    return answered("POST", below(path), body, OptionalLong.empty());
  }

  /** Sets what stands at an address below the company, on the version that it has now. */
  public JsonNode put(String path, Map<String, Object> body) {
    return answered("PUT", below(path), body, version(path));
  }

  /** Sets what stands at an address below the company, whatever version it has. */
  public JsonNode set(String path, Map<String, Object> body) {
    return answered("PUT", below(path), body, OptionalLong.empty());
  }

  /** Does something with a document, on the version that it has now. */
  public JsonNode act(String document, String verb, Map<String, Object> body) {
    return answered("POST", below(document) + "/" + verb, body, version(document));
  }

  private OptionalLong version(String path) {
    return OptionalLong.of(get(path).path("version").asLong());
  }

  /** What stands at an address below the company. */
  public JsonNode get(String path) {
    CoreAnswer answer = core.ask(below(path));
    if (!answer.isDone()) {
      throw new CoreRefused("GET " + path, answer.problem(), answer.detail());
    }
    return answer.json();
  }

  private String below(String path) {
    return CorePath.of("api", "companies", company) + "/" + path;
  }

  private JsonNode answered(
      String method, String path, Map<String, Object> body, OptionalLong version) {
    String key = "scenario/" + company + "/" + UUID.randomUUID();
    CoreAnswer answer =
        core.send(CoreCommand.of(method, path, key, written(body)).onVersion(version));
    if (!answer.isDone()) {
      throw new CoreRefused(method + " " + path, answer.problem(), told(answer));
    }
    return answer.json();
  }

  /** What the core says to people, with each value that it does not take. */
  private static String told(CoreAnswer answer) {
    StringBuilder told = new StringBuilder(answer.detail());
    JsonNode problems = answer.json().path("problems");
    problems.forEach(
        each ->
            told.append("; ")
                .append(each.path("field").asText())
                .append(" '")
                .append(each.path("value").asText())
                .append("', expected ")
                .append(each.path("expected").asText()));
    return told.toString();
  }

  private static byte[] written(Map<String, Object> body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A command could not be written as JSON: " + body, e);
    }
  }
}
