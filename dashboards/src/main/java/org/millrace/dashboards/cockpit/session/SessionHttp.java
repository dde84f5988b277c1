package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.cockpit.ProblemAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class SessionHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CockpitSettings settings;
  private final Tokens tokens;
  private final Clock clock;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  SessionHttp(CockpitSettings settings, Tokens tokens, Clock clock, JsonMapper json) {
    this.settings = settings;
    this.tokens = tokens;
    this.clock = clock;
    this.json = json;
  }

  record Credentials(String user, String password) {}

  record Session(String user, Set<String> roles, Instant expiresAt, boolean journal) {}

  @PostMapping("/data/login")
  ResponseEntity<?> login(@RequestBody Credentials given, HttpServletRequest request)
      throws InterruptedException {
    HttpResponse<String> answer;
    try {
      answer = askCore(given);
    } catch (IOException e) {
      return ProblemAnswer.of(
              503,
              "The core does not answer",
              "Nobody can log in while the core is down; see ./millrace status")
          .answer();
    }
    Optional<Visitor> visitor =
        answer.statusCode() == 200
            ? tokens.visitor(json.readTree(answer.body()).path("token").asString(""))
            : Optional.empty();
    if (visitor.isEmpty()) {
      return refused(answer);
    }
    Duration age = Duration.between(clock.instant(), visitor.get().expiresAt());
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.with(request, visitor.get().token(), age))
        .body(session(visitor.get()));
  }

  @PostMapping("/data/logout")
  ResponseEntity<Void> logout(HttpServletRequest request) {
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.with(request, "", Duration.ZERO))
        .build();
  }

  @GetMapping("/data/session")
  Session session(@AuthenticationPrincipal Visitor visitor) {
    return new Session(
        visitor.user(), visitor.roles(), visitor.expiresAt(), visitor.mayReadJournal());
  }

  private HttpResponse<String> askCore(Credentials given) throws IOException, InterruptedException {
    String body =
        json.writeValueAsString(Map.of("user", given.user(), "password", given.password()));
    HttpRequest request =
        HttpRequest.newBuilder(settings.core().resolve("/api/login"))
            .timeout(PATIENCE)
            .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static ResponseEntity<ProblemAnswer> refused(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200 ->
          ProblemAnswer.of(
                  502,
                  "The core's token cannot be verified",
                  "Core and cockpit have different token keys; restart both with ./millrace up")
              .answer();
      case 429 ->
          ProblemAnswer.of(429, "Too many attempts", "Wait a minute and try again").answer();
      case 400, 401 ->
          ProblemAnswer.of(401, "Login failed", "The user or the password is wrong").answer();
      default ->
          ProblemAnswer.of(
                  502,
                  "The core refused the login",
                  "It answered " + answer.statusCode() + "; see ./millrace logs core")
              .answer();
    };
  }
}
