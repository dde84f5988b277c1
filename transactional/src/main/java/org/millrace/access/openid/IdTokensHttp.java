package org.millrace.access.openid;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Checks tokens with the keys that the issuer publishes; asks for them when the first one comes.
 */
final class IdTokensHttp implements IdTokens {
  private static final Logger LOG = LoggerFactory.getLogger(IdTokensHttp.class);

  private final OpenIdSettings settings;
  private final Clock clock;
  private final JwtDecoder decoder;

  IdTokensHttp(OpenIdSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.decoder = new SupplierJwtDecoder(() -> decoder(settings));
  }

  private static JwtDecoder decoder(OpenIdSettings settings) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer()).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(settings.issuer()),
            new JwtClaimValidator<List<String>>(
                "aud", aud -> aud != null && aud.contains(settings.client()))));
    return decoder;
  }

  @Override
  public Optional<Identity> identity(String token) {
    try {
      return identity(decoder.decode(token));
    } catch (BadJwtException wrong) {
      LOG.warn("A token of OpenID Connect is refused: {}", wrong.getMessage());
      return Optional.empty();
    } catch (JwtException unreachable) {
      throw new IllegalStateException(
          "The issuer " + settings.issuer() + " does not answer", unreachable);
    }
  }

  private Optional<Identity> identity(Jwt jwt) {
    Instant fresh = clock.instant().minusSeconds(FRESH_SECONDS);
    boolean isFresh = jwt.getIssuedAt() != null && jwt.getIssuedAt().isAfter(fresh);
    Object name = jwt.getClaims().get(settings.claims().user());
    Instant end = jwt.getExpiresAt();
    if (!isOurs(jwt) || !isFresh || end == null || !(name instanceof String user) || isGuess(jwt)) {
      LOG.warn(
          "A token of OpenID Connect is refused: it is old, for another client, or has no good {}",
          settings.claims().user());
      return Optional.empty();
    }
    Set<String> values = new TreeSet<>();
    Object told = jwt.getClaims().get(settings.claims().roles());
    if (told instanceof Collection<?> all) {
      all.forEach(each -> values.add(each.toString()));
    } else if (told instanceof String one) {
      values.add(one);
    }
    return Optional.of(new Identity(user, values, end));
  }

  /** A token for several clients names the one that asked for it. */
  private boolean isOurs(Jwt jwt) {
    Object askedBy = jwt.getClaims().getOrDefault("azp", settings.client());
    return askedBy.equals(settings.client());
  }

  /** An address that the issuer has not verified may be anybody's. */
  private boolean isGuess(Jwt jwt) {
    return settings.claims().user().equals("email")
        && !Boolean.TRUE.equals(jwt.getClaims().get("email_verified"));
  }
}
