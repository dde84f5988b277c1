package org.millrace.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running cockpit over HTTP, as a user with one role. */
final class Asking {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;

  private Asking(String token) {
    this.token = token;
  }

  static Asking as(String role) {
    return withToken(TestingCockpit.token(role, role));
  }

  static Asking withToken(String token) {
    return new Asking(token);
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(TestingCockpit.running().address().resolve(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** The path as it is written, without reading it as an address first. */
  HttpResponse<String> raw(String path) {
    return send(request("/").uri(URI.create(TestingCockpit.running().address() + path)));
  }

  /** What another cockpit answers. */
  JsonNode json(URI address) {
    HttpResponse<String> answer = send(request("/").uri(address));
    if (answer.statusCode() != 200) {
      throw new AssertionError(address + " answered " + answer.statusCode() + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
