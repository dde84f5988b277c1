package org.millrace.dashboards.superset.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.millrace.dashboards.superset.server.Kind;

/**
 * The name of an object that is ours: its kind and the path of the file it comes from. The uuid is
 * a version 5 uuid (RFC 9562, 5.5) of that name, so that every publish finds what an earlier one
 * made.
 */
public record AssetId(Kind kind, String path) {
  private static final UUID NAMESPACE = UUID.fromString("6d1c0c6b-5c0e-5a53-9f0e-3f6f1d0b7a11");

  /** The uuid this object has on every server. */
  public UUID uuid() {
    return version5(NAMESPACE, kind.resource() + ":" + path);
  }

  @Override
  public String toString() {
    return kind.resource() + " " + path;
  }

  static UUID version5(UUID namespace, String name) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(namespace.getMostSignificantBits());
    bytes.putLong(namespace.getLeastSignificantBits());
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-1");
      sha.update(bytes.array());
      ByteBuffer hash = ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = (hash.getLong() & ~0xF000L) | 0x5000L;
      long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
