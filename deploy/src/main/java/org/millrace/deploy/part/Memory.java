package org.millrace.deploy.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of a process with its children, in bytes, shared pages counted once. */
public final class Memory {

  private Memory() {}

  public static long ofTree(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(handle -> proportional(handle.pid()))
        .sum();
  }

  private static long proportional(long pid) {
    long pss = line(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
    return pss > 0 ? pss : line(Path.of("/proc/" + pid + "/status"), "VmRSS:");
  }

  private static long line(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
          .orElse(0L);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // the process ended, or this system has no /proc
    }
  }
}
