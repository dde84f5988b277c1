package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.millrace.deploy.home.Ports;

/** Someone who uses the core's API as any program of the firm's own would. */
record CoreUser(String core, String token) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static CoreUser login(MillraceCommand millrace, String user, String password) {
    CoreUser nobody = new CoreUser(new Ports(millrace.port()).coreUrl(), "");
    JsonNode answer = nobody.post("/api/login", Map.of("user", user, "password", password));
    return new CoreUser(nobody.core(), answer.path("token").asText());
  }

  JsonNode get(String path) {
    return answer(request(path).GET());
  }

  JsonNode post(String path, Map<String, Object> body) {
    return answer(request(path).POST(BodyPublishers.ofString(written(body))));
  }

  /** Acts on a document that is known by a version of it. */
  JsonNode post(String path, Map<String, Object> body, int version) {
    return answer(
        request(path)
            .header("If-Match", "\"" + version + "\"")
            .POST(BodyPublishers.ofString(written(body))));
  }

  JsonNode put(String path, Map<String, Object> body) {
    return answer(request(path).PUT(BodyPublishers.ofString(written(body))));
  }

  /** What is said to a request that must be refused as wrong input. */
  String refused(String path, Map<String, Object> body) {
    HttpRequest request = request(path).POST(BodyPublishers.ofString(written(body))).build();
    HttpResponse<String> answer = sent(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(core + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static String written(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode answer(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    HttpResponse<String> answer = sent(request);
    assertThat(answer.statusCode() / 100)
        .as("%s %s: %s", request.method(), request.uri(), answer.body())
        .isEqualTo(2);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> sent(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
