package org.millrace.ingestion.contract;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JSON Schemas of all events, by {@code <domain>.<event>.v<version>}. Read once where the job
 * is started and sent along with it, so that a cluster needs no copy of the folder.
 */
public record Contracts(Map<String, String> schemas) implements Serializable {

  private static final Pattern FILE = Pattern.compile("(.+)\\.(v\\d+)\\.schema\\.json");

  public Contracts {
    schemas = Map.copyOf(schemas);
  }

  /** Walks {@code <folder>/<domain>/<event>.v<n>.schema.json}. */
  public static Contracts in(Path folder) throws IOException {
    Map<String, String> schemas = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        files.forEach(file -> read(file, schemas));
      }
    }
    if (schemas.isEmpty()) {
      throw new IOException(
          "No event contract found in "
              + folder.toAbsolutePath()
              + ": set MILLRACE_ROOT to a checkout that has transactional/contracts.");
    }
    return new Contracts(schemas);
  }

  private static void read(Path file, Map<String, String> schemas) {
    Matcher name = FILE.matcher(file.getFileName().toString());
    if (name.matches()) {
      try {
        schemas.put(
            requireNonNull(file.getParent()).getFileName()
                + "."
                + name.group(1)
                + "."
                + name.group(2),
            Files.readString(file));
      } catch (IOException problem) {
        throw new UncheckedIOException("The contract " + file + " cannot be read", problem);
      }
    }
  }
}
