package org.millrace.analytics.forecast.file;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the forecasts go: a file, or standard output when none is named. */
record Target(Optional<Path> file) {

  /** Refuses at once what could not be written after all the work. */
  static Target of(Optional<Path> file, Path in) throws IOException {
    if (file.isPresent()) {
      check(file.get(), in);
    }
    return new Target(file);
  }

  private static void check(Path out, Path in) throws IOException {
    if (Files.isDirectory(out)) {
      throw new FileRefused(
          "--out %s is a folder. Name a file in it, such as %s"
              .formatted(out, out.resolve("forecast.csv")));
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new FileRefused(
          "--out %s cannot be written: there is no folder %s. Make it or name another"
              .formatted(out, folder));
    }
    if (Files.isRegularFile(in) && Files.exists(out) && Files.isSameFile(in, out)) {
      throw new FileRefused(
          "--out %s is the file of series itself, which would be lost. Name another file"
              .formatted(out));
    }
  }

  /** Standard output is opened anew, since {@code System.out} keeps quiet when it is full. */
  Writer open() throws IOException {
    return file.isPresent()
        ? Files.newBufferedWriter(file.get())
        : new BufferedWriter(
            new OutputStreamWriter(
                new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8));
  }

  FileRefused refused(IOException problem) {
    String name = file.map(path -> "--out " + path).orElse("Standard output");
    String reason =
        problem instanceof AccessDeniedException
            ? "you may not write there. Name another file or change its rights"
            : problem.getMessage();
    return new FileRefused(name + " cannot be written: " + reason);
  }
}
