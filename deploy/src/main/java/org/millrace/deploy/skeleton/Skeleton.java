package org.millrace.deploy.skeleton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.millrace.deploy.home.Refusal;

/**
 * The files of {@code deploy/skeleton/document}, with names for what stands in braces. Those that a
 * domain has already (its package, its permissions) are passed over; any other file that is there
 * refuses the whole.
 */
public final class Skeleton {
  private static final List<String> OF_THE_DOMAIN = List.of("package-info.java", "{domain}.yaml");

  private final Path root;
  private final Path templates;

  private Skeleton(Path root, Path templates) {
    this.root = root;
    this.templates = templates;
  }

  /** The skeleton of a kind of document for the checkout. */
  public static Skeleton document(Path root) {
    return new Skeleton(root, root.resolve("deploy/skeleton/document"));
  }

  /**
   * Writes the files and answers them, relative to the checkout.
   *
   * @throws Refusal when one is there already; nothing is written then
   */
  public List<Path> make(DocumentNames names) {
    if (!Files.isDirectory(root.resolve("dashboards/boards").resolve(names.board()))) {
      throw new Refusal("There is no board " + names.board() + " below dashboards/boards");
    }
    Map<String, String> words = names.words(nextMigration(names.domain()));
    boolean isNewDomain = !Files.exists(root.resolve(packageOf(names.domain())));
    Map<Path, String> files = new LinkedHashMap<>();
    for (Path template : templates()) {
      Path file = Path.of(filled(templates.relativize(template).toString(), words));
      if (file.toString().endsWith(".txt")) {
        file = Path.of(file.toString().replaceFirst("\\.txt$", ""));
      }
      if (isOfTheDomain(template) && !isNewDomain) {
        continue;
      }
      if (Files.exists(root.resolve(file))) {
        throw new Refusal(file + " is there already; nothing was written. Take another name.");
      }
      files.put(file, filled(read(template), words));
    }
    files.forEach((file, content) -> write(root.resolve(file), content));
    return new ArrayList<>(files.keySet());
  }

  /** What a domain says of itself; one that is there must allow what the skeleton imports. */
  static Path packageOf(String domain) {
    return Path.of("transactional/src/main/java/org/millrace", domain, "package-info.java");
  }

  private static boolean isOfTheDomain(Path template) {
    String name = template.getFileName().toString();
    return OF_THE_DOMAIN.stream().anyMatch(name::startsWith);
  }

  private List<Path> templates() {
    try (Stream<Path> files = Files.walk(templates)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new Refusal("The skeleton cannot be read: " + e.getMessage());
    }
  }

  /** Migrations of a domain are counted; the first is 1. */
  private int nextMigration(String domain) {
    Path folder = root.resolve("transactional/src/main/resources/db/migration").resolve(domain);
    if (!Files.isDirectory(folder)) {
      return 1;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return 1
          + files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("V\\d+__.*"))
              .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
              .max()
              .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String filled(String text, Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{" + word.getKey() + "}", word.getValue());
    }
    return filled;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new Refusal("Cannot write " + file + ": " + e.getMessage());
    }
  }
}
