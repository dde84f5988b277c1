package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookie with the core's token: not readable by scripts, not sent by other sites' posts.
 * Cookies do not know ports, so the name carries the port, or two instances on one machine would
 * log each other out.
 */
public final class SessionCookie {
  private SessionCookie() {}

  /** The token in the cookie of a request. */
  public static Optional<String> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(c -> c.getName().equals(name(request)))
            .map(Cookie::getValue)
            .filter(v -> !v.isEmpty())
            .findFirst();
  }

  static String with(HttpServletRequest request, String token, Duration age) {
    return ResponseCookie.from(name(request), token)
        .httpOnly(true)
        .sameSite("Lax")
        .secure(request.isSecure())
        .path("/")
        .maxAge(age)
        .build()
        .toString();
  }

  private static String name(HttpServletRequest request) {
    return "millrace-" + request.getLocalPort();
  }
}
