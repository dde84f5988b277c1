package org.millrace.client;

import java.util.OptionalLong;

/**
 * One act, with the key under which it happens once, however often it is sent, and the version of
 * the document it was decided on.
 */
public record CoreCommand(
    String method, String path, String key, OptionalLong version, String type, byte[] body) {
  private static final String JSON = "application/json";

  public CoreCommand {
    body = body.clone();
  }

  /** A new document. */
  public static CoreCommand post(String path, String key, byte[] json) {
    return new CoreCommand("POST", path, key, OptionalLong.empty(), JSON, json);
  }

  /** A change. */
  public static CoreCommand of(String method, String path, String key, byte[] json) {
    return new CoreCommand(method, path, key, OptionalLong.empty(), JSON, json);
  }

  /** The same on that version. */
  public CoreCommand onVersion(OptionalLong decidedOn) {
    return new CoreCommand(method, path, key, decidedOn, type, body);
  }

  @Override
  public byte[] body() {
    return body.clone();
  }
}
