package org.millrace.deploy.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses on which a process takes connections, as the kernel has them. */
final class Listeners {

  private static final String LISTENING = "0A";

  private Listeners() {}

  /** Such as {@code 127.0.0.1:8400}; those of IPv6 as the kernel writes them. */
  static Set<String> of(ProcessHandle process) throws IOException {
    Path proc = Path.of("/proc/" + process.pid());
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      for (Path file : files.toList()) {
        try {
          sockets.add(Files.readSymbolicLink(file).toString());
        } catch (IOException closed) {
          continue; // while we looked
        }
      }
    }
    Set<String> found = new TreeSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(proc.resolve(table))) {
        String[] words = line.strip().split("\\s+");
        if (words[3].equals(LISTENING) && sockets.contains("socket:[" + words[9] + "]")) {
          found.add(address(words[1]));
        }
      }
    }
    return found;
  }

  private static String address(String text) {
    String[] words = text.split(":");
    int port = Integer.parseInt(words[1], 16);
    if (words[0].length() != 8) {
      return words[0] + ":" + port;
    }
    long number = Long.parseLong(words[0], 16);
    return "%d.%d.%d.%d:%d"
        .formatted(number & 255, number >> 8 & 255, number >> 16 & 255, number >> 24, port);
  }
}
