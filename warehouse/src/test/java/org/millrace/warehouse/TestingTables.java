package org.millrace.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the tables of the checkout, changed as a later build of them might. */
public record TestingTables(Path root) {
  private static final String SELECT = "SELECT\n";

  private static final Path CHECKOUT = TestingLake.TABLES.resolve("../..").normalize();

  /** The tables as they are, and the contracts that they read, in a folder that is made. */
  public static TestingTables in(Path folder) {
    copy("warehouse/tables", folder);
    copy("transactional/contracts", folder);
    return new TestingTables(folder.resolve("warehouse/tables"));
  }

  private static void copy(String part, Path folder) {
    try (Stream<Path> files = Files.walk(CHECKOUT.resolve(part))) {
      Files.createDirectories(folder.resolve(part).getParent());
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(CHECKOUT.relativize(file).toString()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot copy " + part + " to " + folder, failed);
    }
  }

  /** Gives a table, such as {@code item/silver/item}, a column before the one named. */
  public TestingTables add(String table, String column, String type, String before) {
    String added =
        """
          %s:
            type: %s
            label: {en: New, zh: 新}
            meaning: {en: New, zh: 新增}
            unit: count
        """
            .formatted(column, type);
    String next = "  " + before + ":\n    type:";
    return change(table, "table.yaml", next, added + next);
  }

  /** Says how a column is worked out. */
  public TestingTables load(String table, String column, String expression) {
    Path file = root.resolve(table).resolve("load.sql");
    String sql = read(file);
    int place = sql.lastIndexOf(SELECT) + SELECT.length();
    String added = "  %s AS %s,\n".formatted(expression, column);
    return write(file, sql.substring(0, place) + added + sql.substring(place));
  }

  /** Puts other words in the place of some in one file of a table. */
  public TestingTables change(String table, String file, String words, String others) {
    Path changed = root.resolve(table).resolve(file);
    String content = read(changed);
    if (!content.contains(words)) {
      throw new IllegalArgumentException("There is no '" + words + "' in " + changed);
    }
    return write(changed, content.replace(words, others));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read " + file, failed);
    }
  }

  private TestingTables write(Path file, String content) {
    try {
      Files.writeString(file, content);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot write " + file, failed);
    }
  }
}
