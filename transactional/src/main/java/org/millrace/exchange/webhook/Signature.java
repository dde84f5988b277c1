package org.millrace.exchange.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What proves to a receiver that a body is ours and new: {@code t=SECONDS,v1=HEX}, the HMAC-SHA256
 * (RFC 2104) with the secret of the seconds, a point and the body. Who refuses old times takes no
 * body twice.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  static String of(String secret, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String signed = at.getEpochSecond() + "." + body;
      byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(sum));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
