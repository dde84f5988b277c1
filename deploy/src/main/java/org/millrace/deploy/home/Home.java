package org.millrace.deploy.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The folders of one instance. {@code root} is the checkout it runs from, {@code dir} holds all its
 * state; nothing outside {@code dir} is written, unless {@code lake} names another place for the
 * Delta tables: a folder, or an address of a Hadoop file system.
 */
public record Home(Path root, Path dir, String lake) {

  public Home {
    root = root.toAbsolutePath().normalize();
    dir = dir.toAbsolutePath().normalize();
  }

  /** The instance named by {@code MILLRACE_ROOT} and {@code MILLRACE_HOME}. */
  public static Home ofEnvironment(Map<String, String> environment) {
    Path root = Path.of(environment.getOrDefault("MILLRACE_ROOT", "."));
    String home = environment.getOrDefault("MILLRACE_HOME", "");
    Path dir = home.isBlank() ? root.resolve("var") : Path.of(home);
    String lake = environment.getOrDefault("MILLRACE_LAKE", "");
    return lake.isBlank() ? inFolder(root, dir) : new Home(root, dir, lake);
  }

  /** An instance with its lake among its own folders. */
  public static Home inFolder(Path root, Path dir) {
    return new Home(root, dir, dir.toAbsolutePath().normalize().resolve("lake").toString());
  }

  /** Whether the lake is a folder, and no address of another file system. */
  public boolean isLakeLocal() {
    return !lake.contains("://");
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

  public Path postgres() {
    return dir.resolve("postgres");
  }

  /** Makes the folders; fails with a message that names the folder that cannot be written. */
  public Home prepared() {
    for (String name : new String[] {"log", "run", "secrets", "postgres", "flink"}) {
      requireWritable(dir.resolve(name), "MILLRACE_HOME");
    }
    if (isLakeLocal()) {
      requireWritable(Path.of(lake), "MILLRACE_LAKE");
    }
    return this;
  }

  // Tries it out: permissions alone do not tell of a file system that is mounted read-only.
  private static void requireWritable(Path folder, String variable) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "writable", ".try"));
    } catch (IOException e) {
      throw new Refusal(
          ("Cannot write into the folder %s (%s)."
                  + " Give it write permission, or name another one in %s.")
              .formatted(folder, e.getClass().getSimpleName(), variable));
    }
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
