package org.millrace.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.millrace.access.factor.SecondFactors;
import org.millrace.access.openid.OpenId;
import org.millrace.access.password.LoginAttempts;
import org.millrace.access.password.PasswordRules;
import org.millrace.access.password.ServiceUsers;
import org.millrace.access.role.Modules;
import org.millrace.access.role.Roles;
import org.millrace.settings.CoreSettings;
import org.millrace.shared.Problems;
import org.millrace.web.CallerAddress;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class AccessWiring {
  private static final Logger LOG = LoggerFactory.getLogger(AccessWiring.class);

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
      @Qualifier("visitors") DataSource visitors,
      PlatformTransactionManager transactions,
      Clock clock,
      CoreSettings settings) {
    return new TokensJdbc(
        jdbc,
        JdbcClient.create(visitors),
        new TransactionTemplate(transactions),
        clock,
        settings.access().idle());
  }

  @Bean
  UsersAsCallers usersAsCallers(UsersJdbc users, Roles roles, Modules modules) {
    return new UsersAsCallers(users, roles, modules);
  }

  @Bean
  ManageUsers manageUsers(
      UsersJdbc users,
      TokensJdbc tokens,
      SecondFactors factors,
      PasswordEncoder passwords,
      PasswordRules rules) {
    return new ManageUsers(users, tokens, factors, passwords, rules);
  }

  @Bean
  LoginTokensHttp login(
      UsersJdbc users,
      TokensJdbc tokens,
      ServiceUsers services,
      OpenId openId,
      PasswordEncoder passwords) {
    return new LoginTokensHttp(users, tokens, services, openId, passwords);
  }

  @Bean
  ServiceUsers serviceUsers(CoreSettings settings) {
    return ServiceUsers.of(
        Map.of(
            "operator", settings.secret("operator.password"),
            "planning", settings.secret("planning.password")));
  }

  @Bean
  FirstUsersJdbc firstUsers(
      UsersJdbc users,
      PasswordEncoder passwords,
      CoreSettings settings,
      PlatformTransactionManager transactions) {
    FirstUsersJdbc first = new FirstUsersJdbc(users, passwords);
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            begun -> {
              first.ensureAdmin(settings.secret("admin.password"));
              first.ensureService(
                  FirstUsersJdbc.OPERATOR, settings.secret("operator.password"), Roles.ADMIN);
              first.ensureService("planning", settings.secret("planning.password"), "planner");
            });
    return first;
  }

  @Bean
  Modules modules(CoreSettings settings, Roles roles) {
    return Modules.without(settings.access().modulesOff(), roles);
  }

  @Bean
  Visitor.Demand secondFactorDemand(CoreSettings settings, ServiceUsers services, Roles roles) {
    Set<String> named = settings.access().secondFactorRoles();
    new Problems()
        .require(
            roles.names().containsAll(named),
            "MILLRACE_SECOND_FACTOR_ROLES",
            named,
            "some of " + roles.names())
        .refuse("The core cannot start with these settings");
    return new Visitor.Demand(named, services);
  }

  @Bean
  SecondFactorCheck secondFactorCheck(SecondFactors factors, Clock clock) {
    return new SecondFactorCheck(factors, new LoginAttempts(clock));
  }

  @Bean
  LoginAttempts loginAttempts(Clock clock) {
    return new LoginAttempts(clock);
  }

  /** What a path may be is decided before: here codes with such characters may pass, encoded. */
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
        ProblemAnswer.of(ProblemType.AMBIGUOUS_PATH, "The address cannot be used: write it plainly")
            .write(in, out);
  }

  @Bean
  PermissionsHttp permissions(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints,
      Roles roles,
      Modules modules) {
    return new PermissionsHttp(endpoints::getObject, roles, modules);
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
      Visitor.Demand demand,
      Modules modules,
      PermissionsHttp permissions) {
    VisitorsHttp visitors = new VisitorsHttp(tokens, roles, demand, modules);
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
                    .authenticationEntryPoint((in, out, e) -> refuse(in, out, LOGIN))
                    .accessDeniedHandler((in, out, e) -> refuse(in, out, denied(e))))
        .build();
  }

  private static final ProblemAnswer LOGIN =
      ProblemAnswer.of(
          ProblemType.LOGIN_NEEDED,
          "The token is missing, wrong or expired, or its user was changed since. Get one by"
              + " POST /api/login and send it as Authorization: Bearer.");

  private static ProblemAnswer denied(AccessDeniedException why) {
    return ProblemAnswer.of(ProblemType.FORBIDDEN, String.valueOf(why.getMessage()));
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, ProblemAnswer problem)
      throws IOException {
    LOG.info(
        "{} {} to {} from {}: {} {}",
        problem.status(),
        problem.title(),
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("nobody"),
        CallerAddress.of(request),
        request.getMethod(),
        request.getRequestURI());
    problem.write(request, response);
  }
}
