package org.millrace.deploy.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

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
    for (String name : new String[] {"log", "run", "secrets", "postgres", "flink", "tmp"}) {
      requireWritable(dir.resolve(name), "MILLRACE_HOME");
      keepPrivate(dir.resolve(name));
    }
    if (isLakeLocal()) {
      requireWritable(Path.of(lake), "MILLRACE_LAKE");
      keepPrivate(Path.of(lake));
    }
    keepPrivate(dir.resolve("warehouse"));
    return this;
  }

  // The books lie there as files; a home made by an older version lets every user of the machine
  // in.
  private static void keepPrivate(Path folder) {
    try {
      if (Files.exists(folder)) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new Refusal(
          "Cannot shut others out of the folder %s (%s): make it yours."
              .formatted(folder, e.getMessage()));
    }
  }

  /** An empty folder for what a part puts aside while it runs; nothing of a crash stays there. */
  public Path scratch(String part) {
    Path folder = dir.resolve("tmp").resolve(part);
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> left = Files.walk(folder)) {
          for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty " + folder, e);
    }
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
