package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Tokens tokens;

  SessionFilter(Tokens tokens) {
    this.tokens = tokens;
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
    bearer
        .or(() -> cookie)
        .flatMap(tokens::visitor)
        .ifPresent(
            visitor ->
                SecurityContextHolder.getContext()
                    .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                            visitor, "", AuthorityUtils.createAuthorityList(visitor.roles()))));
    chain.doFilter(request, response);
  }

  private static Optional<String> bearer(HttpServletRequest request) {
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
