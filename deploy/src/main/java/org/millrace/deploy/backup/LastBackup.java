package org.millrace.deploy.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.millrace.deploy.home.Home;

/** When an instance was last backed up whole. */
public final class LastBackup {

  private LastBackup() {}

  public static Optional<Instant> of(Home home) {
    try {
      return Files.exists(file(home))
          ? Optional.of(Instant.parse(Files.readString(file(home)).split(" ")[0]))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file(home), e);
    } catch (DateTimeParseException e) {
      return Optional.empty(); // not a word of ours
    }
  }

  static Path file(Home home) {
    return home.dir().resolve("last-backup");
  }
}
