package org.millrace.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.millrace.client.CoreAnswer;
import org.millrace.client.CoreClient;
import org.millrace.client.CoreCommand;
import org.millrace.client.CoreLogin;
import org.millrace.client.CorePatience;
import org.millrace.client.CoreUnreachable;

/** The books of the demo company in the core, kept by one user. Safe for many threads. */
final class CoreBooks {
  // A command sent again is known by its bytes, and a map's order may differ from run to run.
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CoreClient core;

  private CoreBooks(CoreClient core) {
    this.core = core;
  }

  static CoreBooks login(URI core, String user, String password) {
    CoreLogin login = new CoreLogin(user, password);
    CoreClient client = new CoreClient(core, login, CorePatience.stubborn(PATIENCE));
    try {
      return new CoreBooks(client.loggedIn());
    } catch (CoreUnreachable e) {
      throw new DemoRefused(e.getMessage() + " Does --secrets name the folder of this instance?");
    }
  }

  JsonNode get(String path) {
    CoreAnswer answer = answered(() -> core.ask(path));
    if (!answer.isDone()) {
      throw new DemoRefused("GET " + path + " failed: " + answer.detail());
    }
    return answer.json();
  }

  boolean has(String path) {
    return answered(() -> core.ask(path)).isDone();
  }

  /** Sends a command until it is accepted; any refusal that stands ends the run. */
  JsonNode send(
      String method, String key, String path, OptionalLong version, Map<String, Object> body) {
    byte[] json = written(body).getBytes(StandardCharsets.UTF_8);
    CoreCommand command = CoreCommand.of(method, path, "demo/" + key, json).onVersion(version);
    CoreAnswer answer = answered(() -> core.send(command));
    if (!answer.isDone()) {
      throw new DemoRefused(
          "The core refused '%s' (%s %s, status %d): %s"
              .formatted(key, method, path, answer.status(), answer.detail()));
    }
    return answer.json();
  }

  /** The same text for the same content, whatever the order of its maps. */
  static String written(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A command could not be written as JSON: " + body, e);
    }
  }

  private static CoreAnswer answered(Supplier<CoreAnswer> request) {
    try {
      return request.get();
    } catch (CoreUnreachable e) {
      throw new DemoRefused(
          e.getMessage() + ". See ./millrace status, then run the demo again: it resumes.");
    }
  }
}
