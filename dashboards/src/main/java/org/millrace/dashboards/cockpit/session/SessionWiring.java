package org.millrace.dashboards.cockpit.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.cockpit.ProblemAnswer;
import org.millrace.dashboards.cockpit.openid.OpenIdLogin;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
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
  Sessions sessions(CockpitSettings settings, Clock clock) {
    return new Sessions(settings.core(), clock);
  }

  @Bean
  FilterRegistrationBean<DoorFilter> door() {
    FilterRegistrationBean<DoorFilter> door = new FilterRegistrationBean<>(new DoorFilter());
    door.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return door;
  }

  // No token in the form: the cookie is SameSite, and SessionFilter compares the origin of every
  // change.
  @Bean
  SecurityFilterChain filters(
      HttpSecurity http, Sessions sessions, SessionHttp opening, CockpitSettings settings) {
    settings.openId().ifPresent(file -> OpenIdLogin.by(file, opening::openByIssuer).addTo(http));
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new SessionFilter(sessions), UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/health", "/login", "/data/login", "/favicon.ico")
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
                    .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false))
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                    .addHeaderWriter(SessionWiring::keepDataOutOfCaches)
                    .addHeaderWriter(
                        (in, out) -> out.setHeader("Content-Security-Policy", policy(in))))
        .build();
  }

  /** Codes and numbers may hold a slash and its kin, encoded. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowSemicolon(true);
    firewall.setAllowBackSlash(true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejectedRequests() {
    return (in, out, why) ->
        ProblemAnswer.of(400, "The address cannot be used", "Write it plainly").write(out);
  }

  /** What was shown to one visitor must not be found in the browser by the next. */
  private static void keepDataOutOfCaches(HttpServletRequest in, HttpServletResponse out) {
    if (!out.containsHeader("Cache-Control")) {
      out.setHeader("Cache-Control", "no-store");
    }
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
