package org.millrace.access.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time (RFC 6238): HMAC-SHA-1 of the number of half minutes since 1970, six digits. The
 * secret 12345678901234567890 in ASCII gives 287082 at 1970-01-01T00:00:59Z.
 */
final class Totp {
  private static final int SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;
  private static final int WINDOW = 1;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /** The interval of which this is the code: that of now, the one before, or the one after. */
  static OptionalLong interval(byte[] secret, String code, Instant now) {
    long current = now.getEpochSecond() / SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long interval = current - WINDOW; interval <= current + WINDOW; interval++) {
      if (isEqual(code(secret, interval), code)) {
        found = OptionalLong.of(interval);
      }
    }
    return found;
  }

  /** The code of an interval, by the truncation of RFC 4226. */
  static String code(byte[] secret, long interval) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(interval).array());
    int offset = hash[hash.length - 1] & 0x0f;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
    return ("%0" + DIGITS + "d").formatted(number % MODULUS);
  }

  /** What devices read from a picture. */
  static String uri(String user, String secret) {
    String name = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/Millrace:" + name + "?secret=" + secret + "&issuer=Millrace";
  }

  /** In letters and digits that nobody mistakes for one another (RFC 4648), without padding. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte each : bytes) {
      held = held << 8 | each & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(held >> bits & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt(held << 5 - bits & 31)).toString();
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-1", e);
    }
  }
}
