package org.millrace.dashboards.cockpit.openid;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The way of a browser to the issuer and back (authorization code with PKCE). What comes back is
 * not believed here: the ID token goes to the core, which checks it by itself and opens the
 * session.
 */
public final class OpenIdLogin {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);
  private static final String NAME = "openid";

  /** Opens a session of the core for an ID token. */
  public interface Opening {
    /** The status that the core answered, and the cookie of the session when it is 200. */
    Opened open(HttpServletRequest request, String idToken) throws IOException;
  }

  /** What the core answered. */
  public record Opened(int status, Optional<String> cookie) {}

  private final OpenIdFile file;
  private final Opening opening;
  private volatile @Nullable ClientRegistration known;

  private OpenIdLogin(OpenIdFile file, Opening opening) {
    this.file = file;
    this.opening = opening;
  }

  /**
   * The way that a file describes.
   *
   * @throws IllegalArgumentException naming what the file lacks
   */
  public static OpenIdLogin by(Path file, Opening opening) {
    return new OpenIdLogin(OpenIdFile.read(file), opening);
  }

  /** Adds the way to the doors of the cockpit. */
  public void addTo(HttpSecurity http) {
    http.oauth2Login(
        login ->
            login
                .loginPage("/login")
                .clientRegistrationRepository(id -> id.equals(NAME) ? registration() : null)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(
                    way -> way.authorizationRequestRepository(new PendingLogins()))
                .userInfoEndpoint(
                    info ->
                        info.oidcUserService(
                            asked -> new DefaultOidcUser(List.of(), asked.getIdToken())))
                .successHandler(this::open)
                .failureHandler(OpenIdLogin::failed)
                .withObjectPostProcessor(new ToTheLoginPage()));
  }

  private static void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    LOG.warn("A login by OpenID Connect failed: {}", why.getMessage(), why.getCause());
    response.sendRedirect("/login?reason=openid");
  }

  /** Also who is not even sent to the issuer, because that does not answer, is told so. */
  private static final class ToTheLoginPage
      implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {
    @Override
    public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
      filter.setAuthenticationFailureHandler(OpenIdLogin::failed);
      return filter;
    }
  }

  /** Asks the issuer where its addresses are, once it answers. */
  private ClientRegistration registration() {
    ClientRegistration registration = known;
    if (registration == null) {
      registration =
          ClientRegistrations.fromIssuerLocation(file.issuer())
              .registrationId(NAME)
              .clientId(file.client())
              .clientSecret(file.secret())
              .scope(file.scopes())
              .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
              .clientSettings(
                  ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
              .build();
      known = registration;
    }
    return registration;
  }

  private void open(HttpServletRequest in, HttpServletResponse out, Authentication who)
      throws IOException {
    OidcUser user = (OidcUser) requireNonNull(who.getPrincipal());
    Opened opened = opening.open(in, user.getIdToken().getTokenValue());
    opened.cookie().ifPresent(cookie -> out.addHeader(HttpHeaders.SET_COOKIE, cookie));
    String reason =
        Map.of(200, "/", 403, "/login?reason=refused", 503, "/login?reason=unavailable")
            .getOrDefault(opened.status(), "/login?reason=openid");
    out.sendRedirect(reason);
  }
}
