package org.millrace.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Speaks to the core as one user. It logs in when it must; what was lost on the way, or refused
 * with a Retry-After, is sent again under the same key. Safe for many threads.
 */
public final class CoreClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOGIN = "/api/login";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI core;
  private final CoreLogin login;
  private final CorePatience patience;
  private volatile String token = "";

  public CoreClient(URI core, CoreLogin login, CorePatience patience) {
    this.core = core;
    this.login = login;
    this.patience = patience;
  }

  /** Asks for what stands under the path. */
  public CoreAnswer ask(String path) {
    return repeated(() -> HttpRequest.newBuilder(at(path)).GET());
  }

  /**
   * Sends a command until it is answered for good.
   *
   * @return its answer, which {@link CoreAnswer#isLater} when the tries were used up
   * @throws CoreUnreachable when there was none
   */
  public CoreAnswer send(CoreCommand command) {
    return repeated(
        () -> {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(at(command.path()))
                  .header("Content-Type", command.type())
                  .header("Idempotency-Key", command.key())
                  .method(command.method(), HttpRequest.BodyPublishers.ofByteArray(command.body()));
          command.version().ifPresent(v -> request.header("If-Match", "\"" + v + "\""));
          return request;
        });
  }

  /** Sends a request once, such as a file, and gives its answer as it comes. */
  public HttpResponse<InputStream> stream(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (token.isEmpty()) {
      logIn("");
    }
    return http.send(
        request.setHeader("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofInputStream());
  }

  /** The address of a path of the core. */
  public URI at(String path) {
    return URI.create(core.toString().replaceAll("/+$", "") + path);
  }

  /** Logs in now, to find out whether it is let in. */
  public CoreClient loggedIn() {
    logIn("");
    return this;
  }

  private interface Request {
    HttpRequest.Builder written();
  }

  private CoreAnswer repeated(Request request) {
    for (int attempt = 1; ; attempt++) {
      CoreAnswer answer = answered(request, attempt);
      if (!answer.isLater() || attempt >= patience.tries()) {
        return answer;
      }
      pause(answer.retryAfter().orElse(patience.pauseBefore(attempt)));
    }
  }

  private CoreAnswer answered(Request request, int attempt) {
    String used = token.isEmpty() ? logIn("") : token;
    CoreAnswer answer = sent(request, used, attempt);
    return answer.status() == 401 ? sent(request, logIn(used), attempt) : answer;
  }

  private CoreAnswer sent(Request request, String used, int attempt) {
    for (int tries = attempt; ; tries++) {
      try {
        HttpRequest.Builder written = request.written().timeout(patience.answer());
        if (!used.isEmpty()) {
          written.setHeader("Authorization", "Bearer " + used);
        }
        return answer(http.send(written.build(), BodyHandlers.ofString()));
      } catch (IOException e) {
        if (tries >= patience.tries()) {
          throw new CoreUnreachable("%s does not answer (%s)".formatted(core, e));
        }
        pause(patience.pauseBefore(tries));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CoreUnreachable("interrupted while waiting for the answer of " + core);
      }
    }
  }

  /** A new token, unless another thread got one meanwhile. */
  private synchronized String logIn(String worn) {
    if (!token.equals(worn)) {
      return token;
    }
    byte[] who =
        written(
            JSON.createObjectNode().put("user", login.user()).put("password", login.password()));
    for (int attempt = 1; ; attempt++) {
      CoreAnswer answer =
          sent(
              () ->
                  HttpRequest.newBuilder(at(LOGIN))
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofByteArray(who)),
              "",
              attempt);
      if (answer.isDone()) {
        token = answer.json().path("token").asText();
        return token;
      }
      if (!answer.isLater() || attempt >= patience.tries()) {
        throw new CoreUnreachable(
            "%s does not let %s in (%d): %s"
                .formatted(core, login.user(), answer.status(), answer.detail()));
      }
      pause(answer.retryAfter().orElse(patience.pauseBefore(attempt)));
    }
  }

  private static CoreAnswer answer(HttpResponse<String> response) {
    Optional<Duration> wait =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> seconds.matches("\\d{1,5}"))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    return new CoreAnswer(response.statusCode(), response.body(), wait);
  }

  private static byte[] written(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A login could not be written as JSON", e);
    }
  }

  private static void pause(Duration wait) {
    LockSupport.parkNanos(wait.toNanos());
  }
}
