package org.millrace.access.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The programs beside the core that log in, with the passwords that lie in files. These are long
 * and random: nobody guesses them, so a wrong one closes nothing, and a stranger who knows the name
 * cannot keep the program out.
 */
public final class ServiceUsers {
  private final Map<String, byte[]> digests;

  private ServiceUsers(Map<String, byte[]> digests) {
    this.digests = digests;
  }

  /** The passwords by the names of the services. */
  public static ServiceUsers of(Map<String, String> passwords) {
    return new ServiceUsers(
        passwords.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> digest(e.getValue()))));
  }

  /** Whether that is the name of a service. */
  public boolean includes(String name) {
    return digests.containsKey(name);
  }

  /** Compares digests, which takes as long wherever they differ. */
  public boolean isRight(String name, String password) {
    byte[] expected = digests.get(name);
    return expected != null && MessageDigest.isEqual(expected, digest(password));
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
