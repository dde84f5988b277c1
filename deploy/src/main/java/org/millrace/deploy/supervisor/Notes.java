package org.millrace.deploy.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.part.Parts;

/** One line a part: what the supervisor last had to say of it; empty when all went well. */
public final class Notes {

  private Notes() {}

  static void write(Home home, String part, String note) {
    Home.write(file(home, part), note + "\n");
  }

  /** Forgets what was said before; for a fresh start. */
  public static void clear(Home home) {
    Parts.NAMES.forEach(part -> write(home, part, ""));
  }

  public static String of(Home home, String part) {
    Path file = file(home, part);
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static Path file(Home home, String part) {
    return home.run(part + ".note");
  }
}
