package org.millrace.deploy.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.millrace.deploy.home.Refusal;

/**
 * Copies the lake while it is written to. What is computed goes before what it is computed from:
 * the progress file, gold, silver, bronze, and after the lake the database. So no copy has taken in
 * what the copy of its source lacks, and after a return each catches up.
 *
 * <p>Of a table the log goes first; its files never change, and those that a version needs stay for
 * a day after it. {@code _last_checkpoint} is only a hint and written in place: it stays behind.
 */
final class LakeCopy {

  private static final String LOG = "_delta_log";
  private static final List<String> LAYERS = List.of("gold", "silver", "bronze");
  private static final int ATTEMPTS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path lake;
  private final Copier copier;

  LakeCopy(Path lake, Copier copier) {
    this.lake = lake;
    this.copier = copier;
  }

  void run() throws IOException {
    for (Path file : children(lake, Files::isRegularFile)) {
      copier.file(file, name(file));
    }
    for (Path layer : children(lake, Files::isDirectory)) {
      for (Path table : children(layer, Files::isDirectory)) {
        if (Files.isDirectory(table.resolve(LOG))) {
          table(table);
        }
      }
    }
  }

  private interface Kind {
    boolean is(Path path);
  }

  private static List<Path> children(Path folder, Kind kind) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(kind::is)
          .sorted(
              Comparator.comparing((Path path) -> LAYERS.indexOf(path.getFileName().toString()))
                  .thenComparing(path -> path))
          .toList();
    }
  }

  private void table(Path table) throws IOException {
    Optional<String> missing = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Set<String> named = new HashSet<>();
      log(table, named);
      for (Path file : OwnFiles.tree(table).files()) {
        if (!file.startsWith(table.resolve(LOG))) {
          copier.file(file, name(file));
        }
      }
      missing = named.stream().filter(file -> !copier.holds(file)).findFirst();
      if (missing.isEmpty()) {
        return;
      }
      copier.forget(name(table)); // it was made anew meanwhile
    }
    throw new Refusal(
        ("The table %s cannot be copied: its log names %s, which is not there."
                + " If it is being rebuilt, wait; else the lake has lost a file.")
            .formatted(table, missing.orElseThrow()));
  }

  private void log(Path table, Set<String> named) throws IOException {
    for (Path file : OwnFiles.tree(table.resolve(LOG)).files()) {
      String plain = file.getFileName().toString();
      boolean isHint = plain.contains("_last_checkpoint") || plain.endsWith(".tmp");
      if (!isHint && copier.file(file, name(file)) && plain.matches("\\d{20}\\.json")) {
        follow(table, file, named);
      }
    }
  }

  // What the commits that still stand add, less what they take away again.
  private void follow(Path table, Path commit, Set<String> named) throws IOException {
    for (String line : Files.readAllLines(commit)) {
      if (!line.isBlank()) {
        JsonNode action = JSON.readTree(line);
        path(table, action.path("add")).ifPresent(named::add);
        path(table, action.path("remove")).ifPresent(named::remove);
      }
    }
  }

  private Optional<String> path(Path table, JsonNode action) {
    String text = action.path("path").asText("");
    String path = text.isEmpty() ? "" : URI.create(text).getPath();
    return path.isEmpty() ? Optional.empty() : Optional.of(name(table.resolve(path)));
  }

  private String name(Path file) {
    return "lake/" + lake.relativize(file);
  }
}
