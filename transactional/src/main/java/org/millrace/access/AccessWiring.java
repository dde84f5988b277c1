package org.millrace.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.millrace.settings.CoreSettings;
import org.millrace.web.ProblemAnswer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AccessWiring {
  @Bean
  PasswordEncoder passwords() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  PasswordRules passwordRules() {
    return new PasswordRules();
  }

  @Bean
  Roles roles() {
    return Roles.read();
  }

  @Bean
  TokensJdbc tokens(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      CoreSettings settings) {
    return new TokensJdbc(
        jdbc, new TransactionTemplate(transactions), clock, settings.access().idle());
  }

  @Bean
  ManageUsers manageUsers(
      UsersJdbc users, TokensJdbc tokens, PasswordEncoder passwords, PasswordRules rules) {
    return new ManageUsers(users, tokens, passwords, rules);
  }

  @Bean
  LoginTokensHttp login(UsersJdbc users, TokensJdbc tokens, PasswordEncoder passwords) {
    return new LoginTokensHttp(users, tokens, passwords);
  }

  @Bean
  FirstUsersJdbc firstUsers(UsersJdbc users, PasswordEncoder passwords, CoreSettings settings) {
    FirstUsersJdbc first = new FirstUsersJdbc(users, passwords);
    first.ensureAdmin(settings.secret("admin.password"));
    first.ensureService(FirstUsersJdbc.OPERATOR, settings.secret("operator.password"), Roles.ADMIN);
    first.ensureService("planning", settings.secret("planning.password"), "planner");
    return first;
  }

  @Bean
  LoginAttempts loginAttempts(Clock clock) {
    return new LoginAttempts(clock);
  }

  @Bean
  PermissionsHttp permissions(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints,
      Roles roles) {
    return new PermissionsHttp(endpoints::getObject, roles);
  }

  /** An endpoint that declares no permission is found at the start and not by a visitor. */
  @Bean
  SmartInitializingSingleton endpointsCheck(PermissionsHttp permissions) {
    return permissions::checkEndpoints;
  }

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http,
      TokensJdbc tokens,
      Roles roles,
      PermissionsHttp permissions,
      JsonMapper json) {
    VisitorsHttp visitors = new VisitorsHttp(tokens, roles);
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().access(permissions))
        .addFilterAfter(visitors, AuthorizationFilter.class)
        .oauth2ResourceServer(
            server ->
                server
                    .opaqueToken(opaque -> opaque.introspector(visitors))
                    .authenticationEntryPoint((in, out, e) -> write(out, json, LOGIN))
                    .accessDeniedHandler((in, out, e) -> write(out, json, denied(e))))
        .build();
  }

  private static final ProblemAnswer LOGIN =
      ProblemAnswer.of(
          401,
          "Login needed",
          "The token is missing, wrong or expired, or its user was changed since. Get one by"
              + " POST /api/login and send it as Authorization: Bearer.");

  private static ProblemAnswer denied(AccessDeniedException why) {
    return ProblemAnswer.of(403, "Forbidden", why.getMessage());
  }

  private static void write(HttpServletResponse out, JsonMapper json, ProblemAnswer problem)
      throws IOException {
    out.setStatus(problem.status());
    out.setContentType(ProblemAnswer.MEDIA_TYPE);
    out.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
