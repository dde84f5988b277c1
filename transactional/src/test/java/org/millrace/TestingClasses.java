package org.millrace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the core, for tests that walk all of some kind. */
public final class TestingClasses {
  private static final Path CLASSES = Path.of("target/classes");

  private TestingClasses() {}

  /** All, by name; none is initialised by that. */
  public static List<Class<?>> all() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(name -> name.startsWith("org") && name.endsWith(".class"))
          .sorted()
          .<Class<?>>map(TestingClasses::loaded)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> loaded(String file) {
    try {
      String name = file.replaceFirst("\\.class$", "").replace('/', '.');
      return Class.forName(name, false, TestingClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
