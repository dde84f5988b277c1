package org.millrace.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was promised to readers of events: every field ever published under a version of a contract.
 * A promise may grow by optional fields; any other change needs a new version.
 */
final class Baseline {
  private static final String ENDING = ".promised.txt";

  private Baseline() {}

  /** The promises on file: contract to field to kind. */
  static Map<String, Map<String, String>> read() {
    Map<String, Map<String, String>> promised = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Contracts.FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        String name = Contracts.FOLDER.relativize(file).toString().replace(ENDING, "");
        Map<String, String> fields = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
          fields.put(line.split(" ", 2)[0], line.split(" ", 2)[1]);
        }
        promised.put(name, fields);
      }
      return promised;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the promises on file, beside their contracts. */
  static void write(Map<String, Map<String, String>> promised) {
    Map<String, Map<String, String>> changed = new TreeMap<>(promised);
    read().forEach(changed::remove);
    changed.forEach(
        (contract, fields) -> {
          String lines =
              fields.entrySet().stream()
                  .map(field -> field.getKey() + " " + field.getValue())
                  .collect(Collectors.joining("\n", "", "\n"));
          try {
            Files.writeString(Contracts.FOLDER.resolve(contract + ENDING), lines);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Where the fields of one contract break what was promised; empty when nowhere. */
  static List<String> breaks(Map<String, String> promised, Map<String, String> now) {
    List<String> breaks = new ArrayList<>();
    promised.forEach(
        (path, kind) -> {
          String found = now.get(path);
          if (found == null) {
            breaks.add(path + " is gone (removed or renamed)");
          } else if (!keeps(kind, found)) {
            breaks.add(path + " was '" + kind + "' and is '" + found + "'");
          }
        });
    now.forEach(
        (path, kind) -> {
          String parent = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
          boolean known = parent.isEmpty() || promised.containsKey(parent);
          if (known && kind.startsWith("required ") && isNew(promised, path)) {
            breaks.add(path + " is newly required");
          }
        });
    return breaks;
  }

  private static boolean isNew(Map<String, String> promised, String path) {
    boolean element = path.endsWith("[]");
    return !promised.containsKey(path)
        && !(element && !promised.containsKey(path.substring(0, path.length() - 2)));
  }

  /** Words may be added to an enumeration, none may go. */
  private static boolean keeps(String promised, String found) {
    if (!promised.contains("|") || !found.contains("|")) {
      return promised.equals(found);
    }
    String presence = promised.substring(0, promised.indexOf(' '));
    return found.startsWith(presence) && words(found).containsAll(words(promised));
  }

  private static Set<String> words(String kind) {
    return Set.of(kind.substring(kind.indexOf(' ') + 1).split("\\|"));
  }
}
