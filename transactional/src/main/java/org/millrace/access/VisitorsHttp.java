package org.millrace.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millrace.access.role.Modules;
import org.millrace.access.role.Roles;
import org.millrace.shared.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the visitor by the token, and makes that visitor the caller while the request runs. */
final class VisitorsHttp extends OncePerRequestFilter implements OpaqueTokenIntrospector {
  private static final String VISITOR = "visitor";

  private final TokensJdbc tokens;
  private final Roles roles;
  private final Visitor.Demand demand;
  private final Modules modules;

  VisitorsHttp(TokensJdbc tokens, Roles roles, Visitor.Demand demand, Modules modules) {
    this.modules = modules;
    this.tokens = tokens;
    this.roles = roles;
    this.demand = demand;
  }

  @Override
  public OAuth2AuthenticatedPrincipal introspect(String token) {
    return tokens
        .find(token)
        .map(live -> principal(Visitor.of(live, roles, demand, modules)))
        .orElseThrow(() -> new BadOpaqueTokenException("The token is not good (any more)"));
  }

  /** The visitor of this thread's request. */
  static Visitor current() {
    return of(SecurityContextHolder.getContext().getAuthentication())
        .orElseThrow(() -> new IllegalStateException("The endpoint is open without a login"));
  }

  static Optional<Visitor> of(@Nullable Authentication authentication) {
    return Optional.ofNullable(authentication)
        .map(Authentication::getPrincipal)
        .filter(OAuth2AuthenticatedPrincipal.class::isInstance)
        .map(principal -> ((OAuth2AuthenticatedPrincipal) principal).getAttribute(VISITOR));
  }

  private static OAuth2AuthenticatedPrincipal principal(Visitor visitor) {
    return new DefaultOAuth2AuthenticatedPrincipal(
        visitor.caller().user(), Map.of(VISITOR, visitor), List.of());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Visitor> visitor = of(SecurityContextHolder.getContext().getAuthentication());
    if (visitor.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Caller.Turn turn = visitor.get().caller().begin();
    try {
      chain.doFilter(request, response);
    } finally {
      turn.end();
    }
  }
}
