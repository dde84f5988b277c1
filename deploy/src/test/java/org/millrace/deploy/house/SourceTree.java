package org.millrace.deploy.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as git knows them: relative path and text. */
record SourceTree(List<SourceFile> files) {

  record SourceFile(String path, String text) {

    List<String> lines() {
      return text.lines().toList();
    }

    boolean isJava() {
      return path.endsWith(".java");
    }

    boolean isTest() {
      return path.contains("/src/test/");
    }

    String folder() {
      int slash = path.lastIndexOf('/');
      return slash < 0 ? "" : path.substring(0, slash);
    }

    String module() {
      return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }
  }

  /** All files that git tracks or would track, but for pictures and wrappers. */
  static SourceTree ofCheckout(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
              .directory(root.toFile())
              .start();
      String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      try (Stream<String> names = listed.lines()) {
        return new SourceTree(
            names
                .filter(name -> Files.isRegularFile(root.resolve(name)))
                .map(name -> new SourceFile(name, read(root.resolve(name))))
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the files of " + root, e);
    }
  }

  static SourceTree of(String path, String text) {
    return new SourceTree(List.of(new SourceFile(path, text)));
  }

  Stream<SourceFile> java() {
    return files.stream().filter(SourceFile::isJava);
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
