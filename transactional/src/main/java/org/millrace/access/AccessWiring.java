package org.millrace.access;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.millrace.settings.CoreSettings;
import org.millrace.shared.Problems;
import org.millrace.web.ProblemAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AccessWiring {
  @Bean
  PasswordEncoder passwords() {
    return new BCryptPasswordEncoder();
  }

  @Bean
  LoginTokensHttp login(
      UsersJdbc users, PasswordEncoder passwords, JwtEncoder tokens, Clock clock) {
    return new LoginTokensHttp(users, passwords, tokens, clock);
  }

  @Bean
  FirstUsersJdbc firstUsers(UsersJdbc users, PasswordEncoder passwords, CoreSettings settings) {
    FirstUsersJdbc first = new FirstUsersJdbc(users, passwords);
    first.ensureAdmin(settings.secret("admin.password"));
    first.ensureService("operator", settings.secret("operator.password"), UserRole.ADMIN);
    first.ensureService("planning", settings.secret("planning.password"), UserRole.PLANNER);
    return first;
  }

  @Bean
  JwtEncoder tokenWriter(CoreSettings settings) {
    return new NimbusJwtEncoder(new ImmutableSecret<>(key(settings)));
  }

  @Bean
  JwtDecoder tokenReader(CoreSettings settings, LoginTokensHttp login) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withSecretKey(key(settings)).macAlgorithm(MacAlgorithm.HS256).build();
    OAuth2TokenValidator<Jwt> current =
        token ->
            login.isCurrent(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(CHANGED);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefault(), current));
    return decoder;
  }

  @Bean
  LoginAttempts loginAttempts(Clock clock) {
    return new LoginAttempts(clock);
  }

  @Bean
  SecurityFilterChain filters(HttpSecurity http, JwtDecoder tokens, JsonMapper json) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(PermissionsHttp::declare)
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(roles()))
                    .authenticationEntryPoint((in, out, e) -> write(out, json, LOGIN))
                    .accessDeniedHandler((in, out, e) -> write(out, json, DENIED)))
        .build();
  }

  private static final OAuth2Error CHANGED =
      new OAuth2Error("invalid_token", "The user was changed since; log in again", null);
  private static final ProblemAnswer LOGIN =
      ProblemAnswer.of(
          401,
          "Login needed",
          "The token is missing, wrong or expired, or its user was changed since. Get one by"
              + " POST /api/login and send it as Authorization: Bearer.");
  private static final ProblemAnswer DENIED =
      ProblemAnswer.of(
          403, "Forbidden", "Your roles do not allow this. Ask an admin for the role it needs.");

  private static JwtAuthenticationConverter roles() {
    JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
    authorities.setAuthoritiesClaimName("roles");
    authorities.setAuthorityPrefix("ROLE_");
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(authorities);
    return converter;
  }

  private static SecretKey key(CoreSettings settings) {
    byte[] key = Base64.getDecoder().decode(settings.secret("token.key"));
    new Problems()
        .require(key.length >= 32, "token.key", key.length + " bytes", "32 bytes in base64")
        .refuse("Tokens cannot be signed");
    return new SecretKeySpec(key, "HmacSHA256");
  }

  private static void write(HttpServletResponse out, JsonMapper json, ProblemAnswer problem)
      throws IOException {
    out.setStatus(problem.status());
    out.setContentType(ProblemAnswer.MEDIA_TYPE);
    out.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
