package org.millrace.deploy.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.millrace.deploy.home.Refusal;

/** The core's API, logged in as the operator. Safe for many threads. */
final class CoreClient {
  // A command sent again is known by its bytes, and a map's order may differ from run to run.
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final int TRIES = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI core;
  private final String password;
  private volatile String token = "";

  private CoreClient(URI core, String password) {
    this.core = core;
    this.password = password;
  }

  static CoreClient login(URI core, String password) {
    CoreClient client = new CoreClient(core, password);
    client.login();
    return client;
  }

  private synchronized void login() {
    Map<String, Object> who = Map.of("user", "operator", "password", password);
    HttpResponse<String> answer = sent("/api/login", command("POST", who));
    if (answer.statusCode() != 200) {
      throw new Refusal(
          "The core does not let the operator in: "
              + detail(answer.body())
              + " Does --secrets name the folder of this instance?");
    }
    token = read(answer.body()).path("token").asText();
  }

  JsonNode get(String path) {
    HttpResponse<String> answer = sent(path, HttpRequest.newBuilder().GET());
    if (answer.statusCode() != 200) {
      throw new Refusal("GET " + path + " failed: " + detail(answer.body()));
    }
    return read(answer.body());
  }

  boolean has(String path) {
    return sent(path, HttpRequest.newBuilder().GET()).statusCode() == 200;
  }

  /**
   * Sends a command until it is accepted. An answer lost on the way, or a lock lost to another
   * command, is repeated under the same key; any other refusal ends the run.
   */
  JsonNode send(
      String method, String key, String path, OptionalLong version, Map<String, Object> body) {
    HttpResponse<String> answer = null;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      HttpRequest.Builder request = command(method, body).header("Idempotency-Key", "demo/" + key);
      version.ifPresent(v -> request.header("If-Match", "\"" + v + "\""));
      answer = sent(path, request);
      int status = answer.statusCode();
      if (status / 100 == 2) {
        return read(answer.body());
      }
      if (status == 401) {
        login();
      } else if (status / 100 == 4 && !isLostLock(answer)) {
        break;
      }
      LockSupport.parkNanos(Duration.ofMillis(20L << attempt).toNanos());
    }
    throw new Refusal(
        "The core refused '%s' (%s %s, status %d): %s"
            .formatted(key, method, path, answer.statusCode(), detail(answer.body())));
  }

  private static boolean isLostLock(HttpResponse<String> answer) {
    return answer.statusCode() == 409 && answer.body().contains("send again");
  }

  private static HttpRequest.Builder command(String method, Map<String, Object> body) {
    return HttpRequest.newBuilder()
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(written(body)));
  }

  /** The same text for the same content, whatever the order of its maps. */
  static String written(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A command could not be written as JSON: " + body, e);
    }
  }

  private HttpResponse<String> sent(String path, HttpRequest.Builder request) {
    HttpRequest.Builder whole = request.uri(core.resolve(path)).timeout(PATIENCE);
    if (!path.equals("/api/login")) {
      whole.header("Authorization", "Bearer " + token);
    }
    for (int attempt = 0; ; attempt++) {
      try {
        return http.send(whole.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw new Refusal(
              "The core at "
                  + core
                  + " does not answer ("
                  + e
                  + "). See ./millrace status, then run the demo again: it resumes.");
        }
        LockSupport.parkNanos(Duration.ofMillis(50L << attempt).toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Refusal("Interrupted; run the demo again, it resumes.");
      }
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The core answered no JSON: " + body, e);
    }
  }

  private static String detail(String body) {
    try {
      String detail = JSON.readTree(body).path("detail").asText();
      return detail.isEmpty() ? body : detail;
    } catch (JsonProcessingException e) {
      return body;
    }
  }
}
