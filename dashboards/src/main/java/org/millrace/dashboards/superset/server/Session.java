package org.millrace.dashboards.superset.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One login at one Superset. Superset wants three things of one session on every change: the access
 * token, the CSRF token and the cookie that came with it; so all calls share one cookie store. A
 * token that ran out is asked for anew once, then the answer stands. Only questions are repeated
 * when the network fails, never a change.
 */
final class Session {
  private static final Duration ANSWER = Duration.ofSeconds(120);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI address;
  private final Login login;
  private Optional<String> access = Optional.empty();
  private Optional<String> csrf = Optional.empty();

  Session(URI address, Login login) {
    this.address = address;
    this.login = login;
  }

  String user() {
    return login.user();
  }

  void login() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("username", login.user());
    body.put("password", login.password());
    body.put("provider", "db");
    body.put("refresh", true);
    access = Optional.empty();
    csrf = Optional.empty();
    Reply reply = once("POST", "/api/v1/security/login", Body.json(Json.write(body)));
    if (reply.status() == 401) {
      throw new SupersetRefused(
          ("Superset at %s does not let '%s' in: wrong user or password. Check --user and"
                  + " --password-file.")
              .formatted(address, login.user()));
    }
    if (!reply.isOk() || !reply.body().contains("access_token")) {
      throw new SupersetRefused(
          ("No Superset answers at %s: its login said %d %s. Check --url (without /login or"
                  + " /superset).")
              .formatted(address, reply.status(), reply.reason()));
    }
    access = Optional.of(Json.text(reply.json(), "access_token"));
  }

  Reply send(String method, String path, Optional<String> json) {
    return send(method, path, json.map(Body::json).orElseGet(Body::none));
  }

  Reply upload(String path, Multipart upload) {
    return send("POST", path, new Body(upload.contentType(), Optional.of(upload.bytes())));
  }

  private Reply send(String method, String path, Body body) {
    if (access.isEmpty()) {
      login();
    }
    boolean changes = !method.equals("GET");
    if (changes && csrf.isEmpty()) {
      fetchCsrf();
    }
    Reply reply = once(method, path, body);
    if (reply.status() == 401) {
      login();
      if (changes) {
        fetchCsrf();
      }
      return once(method, path, body);
    }
    if (changes && reply.status() == 400) { // its token may have expired: nothing else tells
      fetchCsrf();
      return once(method, path, body);
    }
    return reply;
  }

  private void fetchCsrf() {
    Reply reply = once("GET", "/api/v1/security/csrf_token/", Body.none());
    if (!reply.isOk()) {
      throw new SupersetRefused(
          "Superset at %s gave no CSRF token: %d %s"
              .formatted(address, reply.status(), reply.reason()));
    }
    csrf = Optional.of(Json.text(reply.json(), "result"));
  }

  private Reply once(String method, String path, Body body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).timeout(ANSWER).header("Referer", address + "/");
    access.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    csrf.ifPresent(token -> request.header("X-CSRFToken", token));
    body.content().ifPresent(c -> request.header("Content-Type", body.type()));
    request.method(
        method,
        body.content()
            .map(HttpRequest.BodyPublishers::ofByteArray)
            .orElseGet(HttpRequest.BodyPublishers::noBody));
    try {
      return exchange(request.build());
    } catch (IOException first) {
      if (!method.equals("GET")) {
        throw unreachable(first);
      }
      try {
        return exchange(request.build());
      } catch (IOException second) {
        throw unreachable(second);
      }
    }
  }

  private Reply exchange(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + request.uri(), e);
    }
  }

  private SupersetRefused unreachable(IOException cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new SupersetRefused(
        "Superset at %s cannot be reached (%s). Is it running, and is --url right?"
            .formatted(address, why),
        cause);
  }

  private URI at(String path) {
    String base = address.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  private record Body(String type, Optional<byte[]> content) {
    static Body none() {
      return new Body("", Optional.empty());
    }

    static Body json(String text) {
      return new Body(
          "application/json", Optional.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }
}
