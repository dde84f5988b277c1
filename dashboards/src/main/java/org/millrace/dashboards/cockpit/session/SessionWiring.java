package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.cockpit.ProblemAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What is open, what needs a login, and the headers that keep the pages to themselves. */
@Configuration(proxyBeanMethods = false)
class SessionWiring {
  private static final String OWN_PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final String API_DOCS =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Bean
  Tokens tokens(CockpitSettings settings, Clock clock) {
    String key = CockpitSettings.line(settings.secrets().resolve("token.key"));
    return new Tokens(key, clock);
  }

  // No token in the form: the cookie is SameSite, and SessionFilter compares the origin of every
  // change.
  @Bean
  SecurityFilterChain filters(HttpSecurity http, Tokens tokens) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new SessionFilter(tokens), UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/health", "/login", "/data/login", "/favicon.ico", "/error")
                    .permitAll()
                    .requestMatchers("/assets/**", "/echarts/**", "/api/**", "/swagger-ui/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(e -> e.authenticationEntryPoint((in, out, why) -> askToLogIn(in, out)))
        .headers(
            headers ->
                headers
                    .cacheControl(cache -> cache.disable())
                    .frameOptions(frame -> frame.deny())
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                    .addHeaderWriter(
                        (in, out) -> out.setHeader("Content-Security-Policy", policy(in))))
        .build();
  }

  private static String policy(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/api/") || path.startsWith("/swagger-ui/") ? API_DOCS : OWN_PAGES;
  }

  private static void askToLogIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (path.startsWith("/data/")) {
      String detail =
          "The session is over or was never begun. Log in at /login, or send the token of"
              + " POST /api/login as Authorization: Bearer.";
      ProblemAnswer.of(401, "Login needed", detail).write(response);
      return;
    }
    String query = request.getQueryString();
    String then = path + (query == null ? "" : "?" + query);
    String reason = SessionCookie.token(request).isPresent() ? "&reason=expired" : "";
    response.setStatus(302);
    response.setHeader(
        "Location", "/login?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8) + reason);
  }
}
