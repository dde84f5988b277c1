package org.millrace.deploy.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The folders of one instance. {@code root} is the checkout it runs from, {@code dir} holds all its
 * state; nothing outside {@code dir} is written.
 */
public record Home(Path root, Path dir) {

  public Home {
    root = root.toAbsolutePath().normalize();
    dir = dir.toAbsolutePath().normalize();
  }

  /** The instance named by {@code MILLRACE_ROOT} and {@code MILLRACE_HOME}. */
  public static Home ofEnvironment(Map<String, String> environment) {
    Path root = Path.of(environment.getOrDefault("MILLRACE_ROOT", "."));
    String home = environment.get("MILLRACE_HOME");
    return new Home(root, home == null || home.isBlank() ? root.resolve("var") : Path.of(home));
  }

  public Path log(String part) {
    return dir.resolve("log").resolve(part + ".log");
  }

  public Path run(String name) {
    return dir.resolve("run").resolve(name);
  }

  public Path secrets() {
    return dir.resolve("secrets");
  }

  public Path lake() {
    return dir.resolve("lake");
  }

  public Path postgres() {
    return dir.resolve("postgres");
  }

  /** Makes the folders; fails with a message that names the folder that cannot be written. */
  public Home prepared() {
    for (String name : new String[] {"log", "run", "secrets", "lake", "postgres", "flink"}) {
      Path folder = dir.resolve(name);
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new Refusal(
            "Cannot make the folder "
                + folder
                + " ("
                + e.getClass().getSimpleName()
                + "). Give its parent write permission, or set MILLRACE_HOME to your own.");
      }
      if (!Files.isWritable(folder)) {
        throw new Refusal(
            "The folder "
                + folder
                + " is read-only. Give it write permission, or set MILLRACE_HOME to another one.");
      }
    }
    return this;
  }

  /** Replaces a small file whole, so that a reader never sees half of it. */
  public static void write(Path file, String content) {
    try {
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(beside, content);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
