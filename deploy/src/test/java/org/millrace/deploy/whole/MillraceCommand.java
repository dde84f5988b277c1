package org.millrace.deploy.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.millrace.deploy.home.Ports;

/** Runs {@code ./millrace} as its users do, on a home and ports of the test's own. */
record MillraceCommand(Path root, Path home, int port, Map<String, String> environment) {

  /** What a command said and how it ended. */
  record Outcome(int status, String output) {}

  /** As the tests run, see pom.xml: what ends soon costs less without the second compiler. */
  private static final String SHORT_LIVED =
      "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m"; // else 48 MB, which Spark fills

  static MillraceCommand inHome(String name, int port) {
    Path root = Path.of("..").toAbsolutePath().normalize();
    return new MillraceCommand(
        root, root.resolve("deploy/target/whole").resolve(name), port, Map.of());
  }

  MillraceCommand with(String variable, String value) {
    return new MillraceCommand(root, home, port, Map.of(variable, value));
  }

  Outcome run(String... words) {
    try {
      Files.createDirectories(home);
      Path out = Files.createTempFile(home, "command", ".out");
      Process process = start(out, words);
      if (!process.waitFor(15, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", words) + " took over 15 minutes");
      }
      String output = Files.readString(out, StandardCharsets.UTF_8);
      Files.delete(out);
      return new Outcome(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs a command that must succeed and returns what it said. */
  String expect(String... words) {
    Outcome outcome = run(words);
    if (outcome.status() != 0) {
      throw new AssertionError(
          "./millrace %s ended with %d:%n%s"
              .formatted(String.join(" ", words), outcome.status(), outcome.output()));
    }
    return outcome.output();
  }

  /** Starts a command and does not wait for it. */
  Process start(Path out, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(root.resolve("millrace").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("MILLRACE_HOME", home.toString());
    builder.environment().put("MILLRACE_BUILD", "never");
    if (words[0].equals("up")) { // the parts inherit it
      builder.environment().put("JDK_JAVA_OPTIONS", SHORT_LIVED);
    }
    builder.environment().putAll(environment);
    return builder.start();
  }

  String up() {
    return expect("up", "--port", Integer.toString(port));
  }

  /** One figure of the marts, as text. */
  String figure(String query) {
    List<String> lines = expect("sql", "--csv", query).lines().toList();
    return lines.size() < 2 ? "" : lines.get(1);
  }

  /** Waits until the marts answer a query so, without a command for each look. */
  void awaitFigure(String query, String expected) {
    BicycleWorks.await(expected + " as " + query, () -> expected.equals(inMarts(query)));
  }

  /** One figure of the marts, as their reader sees it; null where there is none yet. */
  private String inMarts(String query) {
    try (Connection marts =
            DriverManager.getConnection(
                new Ports(port).jdbcUrl(),
                "reader",
                Files.readString(home.resolve("secrets/reader.password")).strip());
        Statement statement = marts.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      return null; // the table is not there yet, or is being made
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One figure of the lake, as text. */
  String lakeFigure(String query) {
    List<String> lines =
        expect("lake", "--csv", query).lines().filter(line -> !line.startsWith("  ...")).toList();
    return lines.size() < 2 ? "" : lines.get(1);
  }

  Optional<ProcessHandle> part(String name) {
    try {
      String[] words = Files.readString(home.resolve("run/" + name + ".pid")).strip().split(" ");
      return ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Every process whose command line names this home: what "down" must have ended. */
  List<String> processesLeft() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> process.pid() != ProcessHandle.current().pid())
          .filter(process -> mentionsHome(process.pid()))
          .map(process -> process.pid() + " " + process.info().commandLine().orElse(""))
          .toList();
    }
  }

  private boolean mentionsHome(long pid) {
    return reads(Path.of("/proc/" + pid + "/environ"), "MILLRACE_HOME=" + home)
        || reads(Path.of("/proc/" + pid + "/cmdline"), home.resolve("postgres").toString());
  }

  private static boolean reads(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false; // the process ended, or it is not ours to read
    }
  }
}
