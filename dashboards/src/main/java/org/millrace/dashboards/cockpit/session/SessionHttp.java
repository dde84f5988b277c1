package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.cockpit.ProblemAnswer;
import org.millrace.dashboards.cockpit.openid.OpenIdLogin;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class SessionHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CockpitSettings settings;
  private final Sessions sessions;
  private final Clock clock;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  SessionHttp(CockpitSettings settings, Sessions sessions, Clock clock, JsonMapper json) {
    this.settings = settings;
    this.sessions = sessions;
    this.clock = clock;
    this.json = json;
  }

  record Session(
      String user,
      Set<String> roles,
      Map<String, Set<String>> permissions,
      Instant expiresAt,
      boolean mustChangePassword,
      boolean mustSetUpSecondFactor) {}

  @PostMapping("/data/login")
  ResponseEntity<?> login(HttpServletRequest request) throws InterruptedException, IOException {
    return login(LoginBody.read(request, json), request);
  }

  private ResponseEntity<?> login(LoginBody given, HttpServletRequest request)
      throws InterruptedException {
    HttpResponse<String> answer;
    Optional<Visitor> visitor;
    try {
      answer = askCore(given, request.getRemoteAddr());
      visitor =
          answer.statusCode() == 200
              ? sessions.visitor(json.readTree(answer.body()).path("token").asString(""))
              : Optional.empty();
    } catch (IOException e) {
      return ProblemAnswer.of(
              503,
              "The core does not answer",
              "Nobody can log in while the core is down; see ./millrace status")
          .answer();
    }
    if (visitor.isEmpty()) {
      return refused(answer);
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, cookie(request, visitor.get()))
        .body(session(visitor.get()));
  }

  /** What the page of the login offers besides a password. */
  @GetMapping("/data/login")
  Offered offered() {
    return new Offered(settings.openId().isPresent());
  }

  record Offered(boolean openId) {}

  @PostMapping("/data/logout")
  ResponseEntity<Void> logout(HttpServletRequest request, @AuthenticationPrincipal Visitor visitor)
      throws Sessions.CoreDown {
    sessions.end(visitor.token());
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.with(request, "", Duration.ZERO))
        .build();
  }

  @GetMapping("/data/session")
  Session session(@AuthenticationPrincipal Visitor visitor) {
    return new Session(
        visitor.user(),
        visitor.rights().roles(),
        visitor.rights().permissions(),
        visitor.expiresAt(),
        visitor.rights().mustChangePassword(),
        visitor.rights().mustSetUpSecondFactor());
  }

  /** The core checks by itself what the issuer says. */
  OpenIdLogin.Opened openByIssuer(HttpServletRequest request, String idToken) throws IOException {
    try {
      HttpResponse<String> answer =
          askCore("/api/login/openid", Map.of("idToken", idToken), request.getRemoteAddr());
      Optional<Visitor> visitor =
          answer.statusCode() == 200
              ? sessions.visitor(json.readTree(answer.body()).path("token").asString(""))
              : Optional.empty();
      return new OpenIdLogin.Opened(
          answer.statusCode(), visitor.map(known -> cookie(request, known)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while asking the core", e);
    } catch (IOException unavailable) {
      return new OpenIdLogin.Opened(503, Optional.empty());
    }
  }

  private String cookie(HttpServletRequest request, Visitor visitor) {
    Duration age = Duration.between(clock.instant(), visitor.expiresAt());
    return SessionCookie.with(request, visitor.token(), age);
  }

  /** The core counts wrong passwords by the address of the browser. */
  private HttpResponse<String> askCore(LoginBody given, String address)
      throws IOException, InterruptedException {
    Map<String, String> fields = new TreeMap<>();
    fields.put("user", given.user());
    fields.put("password", given.password());
    given.code().ifPresent(code -> fields.put("code", code));
    return askCore("/api/login", fields, address);
  }

  private HttpResponse<String> askCore(String path, Map<String, String> fields, String address)
      throws IOException, InterruptedException {
    String body = json.writeValueAsString(fields);
    HttpRequest request =
        HttpRequest.newBuilder(settings.core().resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
            .header("X-Forwarded-For", address)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private ResponseEntity<ProblemAnswer> refused(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200 ->
          ProblemAnswer.of(
                  502,
                  "The core does not know its own token",
                  "The cockpit asks another core than the one it logs in at; see MILLRACE_CORE_URL")
              .answer();
      case 429 ->
          ResponseEntity.status(429)
              .contentType(MediaType.APPLICATION_PROBLEM_JSON)
              .header(
                  HttpHeaders.RETRY_AFTER, answer.headers().firstValue("Retry-After").orElse("60"))
              .body(ProblemAnswer.of(429, "Too many attempts", "Wait a minute and try again"));
      case 400, 401 -> unknown(json.readTree(answer.body()).path("type").asString("")).answer();
      case 403 -> ProblemAnswer.of(403, "Login refused", detail(answer)).answer();
      default ->
          ProblemAnswer.of(
                  502,
                  "The core refused the login",
                  "It answered " + answer.statusCode() + "; see ./millrace logs core")
              .answer();
    };
  }

  private String detail(HttpResponse<String> answer) {
    return json.readTree(answer.body()).path("detail").asString("");
  }

  /** What was wrong or is missing, told by the core's type alone. */
  private static ProblemAnswer unknown(String type) {
    String title = "Login failed";
    return switch (type) {
      case "/problems/second-factor-needed" ->
          new ProblemAnswer(
              type, title, 401, "The code of the second factor is missing", List.of());
      case "/problems/second-factor-wrong" ->
          new ProblemAnswer(type, title, 401, "The code is wrong or was used before", List.of());
      default -> ProblemAnswer.of(401, title, "The user or the password is wrong");
    };
  }
}
