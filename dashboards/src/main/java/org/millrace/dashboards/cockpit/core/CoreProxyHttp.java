package org.millrace.dashboards.cockpit.core;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.cockpit.BoundedBody;
import org.millrace.dashboards.cockpit.ProblemAnswer;
import org.millrace.dashboards.cockpit.session.SessionCookie;
import org.millrace.dashboards.cockpit.session.Sessions;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Passes /api and its documentation on to the core as they come, in both directions without keeping
 * them in memory. The cookie of the browser becomes the bearer token of the core; nothing else is
 * added.
 */
@RestController
class CoreProxyHttp {
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "host",
          "cookie",
          "connection",
          "content-length",
          "expect",
          "upgrade",
          "te",
          "trailer",
          "transfer-encoding",
          "keep-alive",
          "proxy-authorization",
          "origin",
          "referer",
          "accept-encoding",
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-proto");
  private static final Set<String> NOT_PASSED_BACK =
      Set.of(
          "connection",
          "keep-alive",
          "transfer-encoding",
          "content-length",
          "set-cookie",
          "content-security-policy",
          "date",
          "upgrade",
          "trailer");

  private static final String LOGIN = "/api/login";
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration STRANGERS = Duration.ofSeconds(15);

  private final URI core;
  private final Sessions sessions;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  CoreProxyHttp(CockpitSettings settings, Sessions sessions) {
    this.core = settings.core();
    this.sessions = sessions;
  }

  /** Any request below /api or to its documentation page. */
  @RequestMapping({"/api/**", "/swagger-ui/**"})
  void pass(HttpServletRequest in, HttpServletResponse out)
      throws IOException, InterruptedException {
    if (hasBody(in) && !mayPass(in)) {
      String detail = "The session is over or was never begun; see POST /api/login";
      ProblemAnswer.of(401, "Login needed", detail).write(out);
      return;
    }
    HttpRequest request = request(in);
    HttpResponse<InputStream> answer;
    try {
      answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      if (refused(e) instanceof BoundedBody.Refused refused) {
        refused.answer().write(out);
        return;
      }
      String detail =
          "Nothing was changed as far as the cockpit knows; see ./millrace status, then repeat"
              + " with the same Idempotency-Key.";
      ProblemAnswer.of(503, "The core does not answer", detail).write(out);
      return;
    }
    out.setStatus(answer.statusCode());
    answer.headers().map().forEach((name, values) -> passBack(out, name, values));
    try (InputStream body = answer.body()) {
      body.transferTo(out.getOutputStream());
    }
  }

  /** A body is passed on only of who logs in or is known to the core. */
  private boolean mayPass(HttpServletRequest in) throws IOException {
    if (in.getRequestURI().startsWith(LOGIN)) {
      return true;
    }
    Optional<String> token = token(in);
    return token.isPresent() && sessions.visitor(token.get()).isPresent();
  }

  private static @Nullable Throwable refused(IOException failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof BoundedBody.Refused)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Optional<String> token(HttpServletRequest in) {
    String header = in.getHeader("Authorization");
    return header == null
        ? SessionCookie.token(in)
        : Optional.of(header).filter(h -> h.startsWith("Bearer ")).map(h -> h.substring(7));
  }

  private HttpRequest request(HttpServletRequest in) throws IOException {
    String query = in.getQueryString();
    URI target = core.resolve(in.getRequestURI() + (query == null ? "" : "?" + query));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(token(in).isPresent() ? LONGEST : STRANGERS)
            .method(in.getMethod(), body(in));
    for (String name : Collections.list(in.getHeaderNames())) {
      if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
        Collections.list(in.getHeaders(name)).forEach(value -> request.header(name, value));
      }
    }
    request.header("X-Forwarded-For", in.getRemoteAddr());
    if (in.getHeader("Authorization") == null) {
      token(in).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    return request.build();
  }

  private static boolean hasBody(HttpServletRequest in) {
    return in.getContentLengthLong() > 0 || in.getHeader("Transfer-Encoding") != null;
  }

  private static BodyPublisher body(HttpServletRequest in) throws IOException {
    if (!hasBody(in)) {
      return BodyPublishers.noBody();
    }
    if (in.getRequestURI().startsWith(LOGIN)) {
      return BodyPublishers.ofByteArray(in.getInputStream().readAllBytes());
    }
    BodyPublisher stream =
        BodyPublishers.ofInputStream(
            () -> {
              try {
                return in.getInputStream();
              } catch (IOException e) {
                throw new UncheckedIOException("The request's body cannot be read", e);
              }
            });
    return in.getContentLengthLong() > 0
        ? BodyPublishers.fromPublisher(stream, in.getContentLengthLong())
        : stream;
  }

  private void passBack(HttpServletResponse out, String name, Iterable<String> values) {
    if (!NOT_PASSED_BACK.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
      String own = core.toString();
      values.forEach(v -> out.addHeader(name, v.startsWith(own) ? v.substring(own.length()) : v));
    }
  }
}
