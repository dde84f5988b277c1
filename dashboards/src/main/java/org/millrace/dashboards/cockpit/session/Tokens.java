package org.millrace.dashboards.cockpit.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies the core's tokens: a JWT signed with HS256 by the shared key, not expired. Any other
 * algorithm, also "none", is refused.
 */
public final class Tokens {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SecretKeySpec key;
  private final Clock clock;

  /** Takes the key in base64; at least 32 bytes. */
  public Tokens(String keyBase64, Clock clock) {
    byte[] bytes = Base64.getDecoder().decode(keyBase64);
    if (bytes.length < 32) {
      throw new IllegalArgumentException(
          "token.key has "
              + bytes.length
              + " bytes; HS256 needs 32 in base64: delete it and restart");
    }
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.clock = clock;
  }

  /** The visitor of a token; empty when it is forged, broken or expired. */
  public Optional<Visitor> visitor(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || !isSigned(parts)) {
      return Optional.empty();
    }
    try {
      JsonNode header = json(parts[0]);
      JsonNode claims = json(parts[1]);
      Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong(0));
      if (!"HS256".equals(header.path("alg").asString("")) || !expires.isAfter(clock.instant())) {
        return Optional.empty();
      }
      Set<String> roles = new HashSet<>();
      claims.path("roles").forEach(role -> roles.add(role.asString("")));
      return Optional.of(new Visitor(claims.path("sub").asString(""), roles, expires, token));
    } catch (IllegalArgumentException | JacksonException broken) {
      return Optional.empty();
    }
  }

  private boolean isSigned(String[] parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] expected =
          mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(parts[2]));
    } catch (IllegalArgumentException notBase64) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  private static JsonNode json(String part) {
    return JSON.readTree(Base64.getUrlDecoder().decode(part));
  }
}
