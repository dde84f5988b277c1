package org.millrace.dashboards.cockpit.openid;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Logins that have begun and not come back yet, bound to the browser by a cookie. Anybody can begin
 * them, so no more than {@value #MOST} are remembered; the oldest are forgotten.
 */
final class PendingLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
  private static final int MOST = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Map<String, OAuth2AuthorizationRequest> begun =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OAuth2AuthorizationRequest> eldest) {
          return size() > MOST;
        }
      };

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return cookie(request).map(this::pending).filter(p -> isAsked(p, request)).orElse(null);
  }

  private static boolean isAsked(OAuth2AuthorizationRequest pending, HttpServletRequest request) {
    String state = pending.getState();
    return state != null && state.equals(request.getParameter("state"));
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest login,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (login == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    String id = UUID.randomUUID().toString();
    synchronized (begun) {
      begun.put(id, login);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, id, LONGEST));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest pending = loadAuthorizationRequest(request);
    if (pending != null) {
      synchronized (begun) {
        cookie(request).ifPresent(begun::remove);
      }
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }
    return pending;
  }

  private @Nullable OAuth2AuthorizationRequest pending(String id) {
    synchronized (begun) {
      return begun.get(id);
    }
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(c -> c.getName().equals(name(request)))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static String cookie(HttpServletRequest request, String value, Duration age) {
    return ResponseCookie.from(name(request), value)
        .httpOnly(true)
        .sameSite("Lax")
        .secure(request.isSecure())
        .path("/login/oauth2/")
        .maxAge(age)
        .build()
        .toString();
  }

  private static String name(HttpServletRequest request) {
    return "millrace-openid-" + request.getLocalPort();
  }
}
