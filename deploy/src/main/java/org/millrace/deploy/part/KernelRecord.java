package org.millrace.deploy.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the kernel says of a process, beyond what {@link ProcessHandle} tells: an ended process that
 * its parent has not yet asked after (a zombie) is dead, and a start is named by boot and clock
 * tick, which no adjustment of the wall clock moves. Where there is no {@code /proc}, the handle's
 * own word is taken.
 */
final class KernelRecord {

  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  private KernelRecord() {}

  static boolean isAlive(ProcessHandle process) {
    return process.isAlive()
        && field(process.pid(), STATE).filter(state -> "ZX".contains(state)).isEmpty();
  }

  /** A word that no other process of this machine has had or will have together with this pid. */
  static String startOf(ProcessHandle process) {
    return field(process.pid(), START_TICKS)
        .map(ticks -> bootId() + "/" + ticks)
        .or(() -> process.info().startInstant().map(Instant::toString))
        .orElse("unknown");
  }

  /** A variable of the environment that the process was started with, where that may be read. */
  static Optional<String> variable(ProcessHandle process, String name) {
    return read(Path.of("/proc/" + process.pid() + "/environ"))
        .flatMap(
            text ->
                Arrays.stream(text.split("\0"))
                    .filter(pair -> pair.startsWith(name + "="))
                    .findFirst())
        .map(pair -> pair.substring(name.length() + 1));
  }

  // The fields after the command's name, which may itself hold blanks and brackets.
  private static Optional<String> field(long pid, int index) {
    return read(Path.of("/proc/" + pid + "/stat"))
        .map(text -> text.substring(text.lastIndexOf(')') + 2).split(" ")[index]);
  }

  private static String bootId() {
    return read(Path.of("/proc/sys/kernel/random/boot_id")).orElse("");
  }

  private static Optional<String> read(Path file) {
    try {
      // The kernel keeps bytes; names of folders are in UTF-8.
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty(); // no /proc, or the process is gone
    }
  }
}
