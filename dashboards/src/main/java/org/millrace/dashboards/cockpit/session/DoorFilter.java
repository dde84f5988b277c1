package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.millrace.dashboards.cockpit.BoundedBody;
import org.millrace.dashboards.cockpit.ProblemAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Comes before everything else: addresses that are no text are refused, a body is read only of who
 * brings a token or logs in, at a pace, and only some may log in at once, so that strangers take no
 * thread from those who are logged in.
 */
final class DoorFilter extends OncePerRequestFilter {
  /** Where strangers may send something, and how many bytes. */
  private static final Map<String, Integer> LOGINS =
      Map.of("/data/login", 4 * 1024, "/api/login", 4 * 1024, "/api/login/openid", 32 * 1024);

  /** So many of those who are not known may wait for an answer; the others need threads too. */
  private final Semaphore atOnce = new Semaphore(12);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> wrong = Address.wrong(request.getRequestURI(), request.getQueryString());
    if (wrong.isPresent()) {
      ProblemAnswer.of(400, "The address cannot be used", wrong.get()).write(response);
      return;
    }
    Integer largestLogin =
        request.getMethod().equals("POST") ? LOGINS.get(request.getRequestURI()) : null;
    try {
      if (largestLogin != null) {
        logIn(new BoundedBody(request, largestLogin), response, chain);
      } else if (!sendsSomething(request)) {
        chain.doFilter(request, response);
      } else if (hasToken(request)) {
        chain.doFilter(new BoundedBody(request, Long.MAX_VALUE), response);
      } else {
        String detail = "Log in at /login, or send the token of POST /api/login as a bearer token";
        ProblemAnswer.of(401, "Login needed", detail).write(response);
      }
    } catch (BoundedBody.Refused refused) {
      refused.answer().write(response);
    }
  }

  private void logIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!atOnce.tryAcquire()) {
      ProblemAnswer.of(429, "Too many logins at once", "Wait a moment and try again")
          .write(response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      atOnce.release();
    }
  }

  private static boolean sendsSomething(HttpServletRequest request) {
    return !SessionFilter.SAFE.contains(request.getMethod())
        || request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static boolean hasToken(HttpServletRequest request) {
    return SessionFilter.bearer(request).isPresent() || SessionCookie.token(request).isPresent();
  }
}
