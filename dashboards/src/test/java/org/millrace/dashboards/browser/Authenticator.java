package org.millrace.dashboards.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The phone of who logs in: shows codes of a secret (RFC 6238). */
record Authenticator(String secret) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** The code of the half minute so many half minutes from now; there is time left to type it. */
  String code(int later) {
    awaitTimeToType();
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
      long interval = Instant.now().getEpochSecond() / 30 + later;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(interval).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Near the end of a half minute people wait for the next one. */
  private static void awaitTimeToType() {
    long second = Instant.now().getEpochSecond() % 30;
    if (second > 18) {
      LockSupport.parkNanos(Duration.ofSeconds(30 - second).toNanos());
    }
  }

  private byte[] bytes() {
    byte[] bytes = new byte[secret.length() * 5 / 8];
    for (int i = 0; i < bytes.length * 8; i++) {
      int bit = BASE32.indexOf(secret.charAt(i / 5)) >> 4 - i % 5 & 1;
      bytes[i / 8] |= (byte) (bit << 7 - i % 8);
    }
    return bytes;
  }
}
