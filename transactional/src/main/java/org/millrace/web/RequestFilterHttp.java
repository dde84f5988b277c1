package org.millrace.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.millrace.outbox.Acting;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells everything below who acts, and on which request. */
final class RequestFilterHttp extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String actor =
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("nobody");
    String correlation = correlationId(request);
    response.setHeader("X-Correlation-Id", correlation);
    MDC.put("correlationId", correlation);
    try {
      Acting.as(actor, correlation, () -> passedOn(request, response, chain));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Wrapped e) {
      throw e.failure();
    } finally {
      MDC.remove("correlationId");
    }
  }

  private static boolean passedOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Wrapped(e);
    }
  }

  private static String correlationId(HttpServletRequest request) {
    String given = request.getHeader("X-Correlation-Id");
    boolean usable = given != null && given.matches("[\\w.:/-]{1,100}");
    return usable ? given : UUID.randomUUID().toString();
  }

  /** Carries a checked failure through a lambda. */
  private static final class Wrapped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ServletException failure;

    Wrapped(ServletException failure) {
      super(failure);
      this.failure = failure;
    }

    ServletException failure() {
      return failure;
    }
  }
}
