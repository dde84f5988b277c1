package org.millrace.deploy.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.part.Parts;

/** What the supervisor last had to say of each part. */
public final class Notes {

  /**
   * How often a part died since it last ran quietly, and a sentence for people; empty when all is
   * well.
   */
  public record Note(int deaths, String text) {}

  private static final Note NONE = new Note(0, "");

  private Notes() {}

  static void write(Home home, String part, Note note) {
    Home.write(file(home, part), note.deaths() + " " + note.text().replaceAll("\\s+", " ") + "\n");
  }

  static void clear(Home home, String part) {
    write(home, part, NONE);
  }

  /** Forgets what was said before; for a fresh start. */
  public static void clear(Home home) {
    Parts.NAMES.forEach(part -> clear(home, part));
  }

  public static Note of(Home home, String part) {
    Path file = file(home, part);
    try {
      String[] words = Files.exists(file) ? Files.readString(file).strip().split(" ", 2) : NOTHING;
      return words[0].matches("\\d{1,9}")
          ? new Note(Integer.parseInt(words[0]), words.length > 1 ? words[1] : "")
          : NONE; // written by an older version
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static final String[] NOTHING = {""};

  private static Path file(Home home, String part) {
    return home.run(part + ".note");
  }
}
