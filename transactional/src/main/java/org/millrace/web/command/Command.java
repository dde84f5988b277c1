package org.millrace.web.command;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A command as it came in: who, under which key, what. */
record Command(String actor, String key, String method, String path, byte[] bodyHash) {
  @Override
  public String toString() {
    return method + " " + path + " of " + actor;
  }

  static Command of(String actor, String key, String method, String path, byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return new Command(actor, key, method, path, hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
