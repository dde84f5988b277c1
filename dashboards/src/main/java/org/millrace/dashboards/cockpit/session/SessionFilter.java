package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.dashboards.cockpit.ProblemAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the visitor of the request into place: the bearer token of a program, else the cookie of a
 * browser. A browser's request that could change something must come from a page of this very
 * address.
 */
final class SessionFilter extends OncePerRequestFilter {
  static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final List<String> OPEN =
      List.of(
          "/assets/",
          "/echarts/",
          "/health",
          "/login",
          "/data/login",
          "/oauth2/",
          "/favicon.ico",
          "/api/");

  private final Sessions sessions;

  SessionFilter(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> bearer = bearer(request);
    Optional<String> cookie = SessionCookie.token(request);
    if (bearer.isEmpty() && !SAFE.contains(request.getMethod()) && !isOwnPage(request)) {
      refuse(response);
      return;
    }
    Optional<String> token = bearer.or(() -> cookie).filter(t -> needsVisitor(request));
    try {
      if (token.isPresent()) {
        sessions.visitor(token.get()).ifPresent(SessionFilter::enter);
      }
    } catch (Sessions.CoreDown down) {
      coreDown(response);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Neither the pages' own files nor what the core itself decides about. */
  private static boolean needsVisitor(HttpServletRequest request) {
    String path = request.getRequestURI();
    return OPEN.stream().noneMatch(path::startsWith);
  }

  private static void enter(Visitor visitor) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                visitor, "", AuthorityUtils.createAuthorityList(visitor.rights().roles())));
  }

  private static void coreDown(HttpServletResponse response) throws IOException {
    String detail = "Who asks is known to the core alone; see ./millrace status";
    ProblemAnswer.of(503, "The core does not answer", detail).write(response);
  }

  static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(h -> h.startsWith("Bearer "))
        .map(h -> h.substring(7));
  }

  /**
   * Browsers send Origin with every post; a program without a cookie sends none and is harmless.
   */
  private static boolean isOwnPage(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return SessionCookie.token(request).isEmpty();
    }
    try {
      return URI.create(origin).getAuthority().equals(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException | NullPointerException opaque) {
      return false;
    }
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    String detail =
        "The request comes from another site. Use the cockpit's own pages, or a bearer token.";
    ProblemAnswer.of(403, "Forbidden", detail).write(response);
  }
}
