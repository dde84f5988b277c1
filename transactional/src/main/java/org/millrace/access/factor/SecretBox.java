package org.millrace.access.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the database holds for a user (AES-256-GCM), so that neither who reads the table
 * can use it nor who writes it can give one user the secret of another.
 */
final class SecretBox {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** The key is as good as the line of the secret file, which is long and random. */
  SecretBox(String line) {
    this.key = new SecretKeySpec(digest(line), "AES");
  }

  byte[] closed(String user, byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] closed = run(Cipher.ENCRYPT_MODE, user, nonce, content);
    byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
    System.arraycopy(closed, 0, box, NONCE_BYTES, closed.length);
    return box;
  }

  /**
   * What was closed for that user.
   *
   * @throws IllegalStateException when it was closed for another one or with another key
   */
  byte[] opened(String user, byte[] box) {
    byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
    return run(Cipher.DECRYPT_MODE, user, nonce, Arrays.copyOfRange(box, NONCE_BYTES, box.length));
  }

  private byte[] run(int mode, String user, byte[] nonce, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(user.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The second factor of "
              + user
              + " does not fit the key second-factor.key; an administrator can reset it",
          e);
    }
  }

  private static byte[] digest(String line) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
