package org.millrace.deploy.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory in bytes, shared pages counted once. */
public final class Memory {

  private Memory() {}

  /** Of a process with its children. */
  public static long ofTree(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).mapToLong(Memory::of).sum();
  }

  /** Of a process without its children. */
  public static long of(ProcessHandle process) {
    long pid = process.pid();
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
