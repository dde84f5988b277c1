package org.millrace.dashboards.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The authorization server of Spring Security with one person, anna, who sings in the choir and
 * sells; it knows the cockpit as a client with a secret that must prove the code's key (PKCE).
 */
@EnableAutoConfiguration(
    excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
class TestingIssuer {
  static final String SECRET = "the secret of the cockpit";
  static final String PASSWORD = "a password known there";

  private static volatile Settings settings;

  private record Settings(String issuer, String cockpit) {}

  /** Starts it; the cockpit is where people come back to. */
  static ConfigurableApplicationContext start(int port, URI cockpit) {
    settings = new Settings("http://127.0.0.1:" + port, cockpit.toString());
    SpringApplication application = new SpringApplication(TestingIssuer.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", port,
            "server.address", "127.0.0.1",
            "server.servlet.session.cookie.name", "issuer",
            "spring.main.banner-mode", "off",
            "logging.level.root", "warn"));
    return application.run();
  }

  static int freePort() throws java.io.IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Bean
  SecurityFilterChain doors(HttpSecurity http) {
    return http.oauth2AuthorizationServer(server -> server.oidc(oidc -> {}))
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .formLogin(form -> {})
        .build();
  }

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        User.withUsername("anna").password("{noop}" + PASSWORD).roles("choir").build());
  }

  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId(UUID.randomUUID().toString())
            .clientId("millrace")
            .clientSecret("{noop}" + SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(settings.cockpit() + "/login/oauth2/code/openid")
            .scope("openid")
            .scope("profile")
            .scope("email")
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .build());
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context -> {
      if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
        context.getClaims().claim("preferred_username", context.getPrincipal().getName());
        context.getClaims().claim("groups", List.of("choir", "erp-sales"));
      }
    };
  }

  @Bean
  JWKSource<SecurityContext> keys() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
    return new ImmutableJWKSet<>(new JWKSet(key));
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  AuthorizationServerSettings server() {
    return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
  }
}
