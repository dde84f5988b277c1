package org.millrace.analytics.planning.posting;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the core is and who posts plans there. */
public record PostingSettings(URI core, String user, String password) {

  /** The service user of the warehouse; it has the role planner. */
  static final String USER = "planning";

  @Override
  public String toString() {
    return user + "@" + core;
  }

  /**
   * Reads the environment; empty when it names no core, and then plans stay in the lake.
   *
   * @throws IllegalArgumentException when the core is named and the password is missing
   */
  public static Optional<PostingSettings> from(Map<String, String> environment) {
    String core = environment.getOrDefault("MILLRACE_CORE_URL", "");
    if (core.isBlank()) {
      return Optional.empty();
    }
    String secrets = environment.getOrDefault("MILLRACE_SECRETS", "");
    Path file = Path.of(secrets).resolve(USER + ".password");
    try {
      String password = Files.readString(file).strip();
      return Optional.of(new PostingSettings(URI.create(core), USER, password));
    } catch (IOException missing) {
      throw new IllegalArgumentException(
          "Plans cannot be posted to %s: %s is missing; MILLRACE_SECRETS must name the folder of"
                  .formatted(core, file)
              + " the secrets, or leave MILLRACE_CORE_URL out to keep plans in the lake");
    }
  }
}
