package org.millrace.deploy.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.millrace.deploy.home.Refusal;

/**
 * The files of a backup and their hashes, as {@code sha256sum --check} reads them. It is written
 * last: a folder without it is no backup.
 */
record Manifest(Map<String, String> hashes) {

  static final String NAME = "SHA256SUMS";

  Manifest {
    hashes = Map.copyOf(hashes);
  }

  void write(Path folder) {
    String text =
        new TreeMap<>(hashes)
            .entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining());
    Path unfinished = folder.resolve(NAME + ".unfinished");
    try {
      OwnFiles.write(unfinished, text);
      OwnFiles.sync(folder); // all that is named is on the disk before it is named
      Files.move(unfinished, folder.resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + unfinished, e);
    }
  }

  static Manifest read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      throw new Refusal(
          "%s is no finished backup: there is no %s. Name a folder that ./millrace backup wrote."
              .formatted(folder, file));
    }
    Map<String, String> hashes = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.matches("[0-9a-f]{64} {2}.+")) {
          throw new Refusal(
              "%s is damaged: '%s' should be a hash, two blanks and the name of a file."
                  .formatted(file, line));
        }
        hashes.put(inside(folder, line.substring(66)), line.substring(0, 64));
      }
    } catch (IOException e) {
      throw new Refusal("%s cannot be read (%s).".formatted(file, e.getMessage()));
    }
    return new Manifest(hashes);
  }

  private static String inside(Path folder, String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) || !folder.relativize(file).toString().equals(name)) {
      throw new Refusal(
          "%s is damaged: it names '%s', which is not inside it."
              .formatted(folder.resolve(NAME), name));
    }
    return name;
  }

  /** Refuses a copy of a named file whose bytes are not those that were written. */
  void require(Path folder, String name, String found) {
    if (!found.equals(hashes.get(name))) {
      throw new Refusal(
          ("%s is damaged: its SHA-256 is %s, written was %s."
                  + " Nothing was restored. Use another backup.")
              .formatted(folder.resolve(name), found, hashes.get(name)));
    }
  }

  static Refusal missing(Path file) {
    return new Refusal(
        "%s is missing, though %s names it. Nothing was restored. Use another backup."
            .formatted(file, NAME));
  }
}
