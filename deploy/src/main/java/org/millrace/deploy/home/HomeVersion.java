package org.millrace.deploy.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which state of the database an instance is in: the newest migration of each domain, in the file
 * {@code version} of its home. Newer code migrates an older home when it starts; older code must
 * not touch a newer one. What the lake lacks the warehouse adds by itself.
 */
public record HomeVersion(Map<String, Integer> migrations) {

  private static final Pattern MIGRATION = Pattern.compile("V(\\d{1,6})__.*\\.sql");
  private static final Pattern LINE = Pattern.compile("migration (\\S+) (\\d{1,6})");

  public HomeVersion {
    migrations = Map.copyOf(migrations);
  }

  /** The state to which the code of a checkout brings a home. */
  public static HomeVersion ofCode(Path root) {
    Path folder = root.resolve("transactional/src/main/resources/db/migration");
    Map<String, Integer> newest = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher name = MIGRATION.matcher(file.getFileName().toString());
        if (name.matches()) {
          String domain = folder.relativize(file.getParent()).toString();
          newest.merge(domain, Integer.parseInt(name.group(1)), Math::max);
        }
      }
      return new HomeVersion(newest);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the migrations in " + folder, e);
    }
  }

  /** The state of a home; empty for one of before states were written down. */
  public static Optional<HomeVersion> of(Home home) {
    Path file = file(home);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Map<String, Integer> newest = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
          throw new Refusal(
              "%s holds '%s', expected 'migration DOMAIN NUMBER': bring it back from a backup."
                  .formatted(file, line));
        }
        newest.put(words.group(1), Integer.parseInt(words.group(2)));
      }
      return Optional.of(new HomeVersion(newest));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Refuses a home that newer code has been at; else notes that this code is at it now. */
  public static void take(Home home) {
    HomeVersion code = require(home);
    Home.write(
        file(home),
        new TreeMap<>(code.migrations())
            .entrySet().stream()
                .map(each -> "migration %s %d%n".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining()));
  }

  /** Refuses a home that newer code has been at; returns what this code would make of it. */
  public static HomeVersion require(Home home) {
    HomeVersion code = ofCode(home.root());
    of(home).ifPresent(stored -> code.requireReaching(stored, home));
    return code;
  }

  private void requireReaching(HomeVersion stored, Home home) {
    List<String> unknown =
        new TreeMap<>(stored.migrations())
            .entrySet().stream()
                .filter(each -> migrations.getOrDefault(each.getKey(), 0) < each.getValue())
                .map(
                    each ->
                        "%s %d (here up to %d)"
                            .formatted(
                                each.getKey(),
                                each.getValue(),
                                migrations.getOrDefault(each.getKey(), 0)))
                .toList();
    if (!unknown.isEmpty()) {
      throw new Refusal(
          ("The instance in %s was started by newer code, whose migrations are unknown here: %s."
                  + " Start it with that code, or restore a backup of before.")
              .formatted(home.dir(), String.join(", ", unknown)));
    }
  }

  private static Path file(Home home) {
    return home.dir().resolve("version");
  }
}
