package org.millrace.deploy.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Refusal;

/**
 * A process of this instance, remembered on disk by pid, start time and home, so that a later
 * command ends or asks exactly this process: never another that was given the same pid, and never
 * one that a copy of its home remembers too.
 */
public final class PartProcess {

  private static final long LOG_BYTES = 20_000_000;

  private PartProcess() {}

  /** Starts the part's JVM; its output goes to its log file. */
  public static ProcessHandle start(Home home, Part part) {
    List<String> command = new ArrayList<>();
    if (part.niceness() > 0) {
      command.addAll(List.of("nice", "-n", Integer.toString(part.niceness())));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Duser.timezone=UTC");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.net.preferIPv4Stack=true");
    command.add("-Dmillrace.part=" + part.name());
    command.add("-Djava.io.tmpdir=" + home.scratch(part.name()));
    command.addAll(part.jvmFlags());
    command.add("-cp");
    command.add(classpath(home, part.module()));
    command.add(part.mainClass());
    return start(home, part.name(), new ProcessBuilder(command), part.environment());
  }

  /** Starts any command as a remembered process of this instance. */
  public static ProcessHandle start(
      Home home, String name, ProcessBuilder builder, Map<String, String> environment) {
    ProcessHandle process = launch(home, name, builder, environment);
    try {
      remember(home, name, process);
      return process;
    } catch (UncheckedIOException e) {
      process.destroyForcibly(); // nobody would find it again
      throw e;
    }
  }

  /** Starts a command that will be remembered by itself, or not at all. */
  public static ProcessHandle launch(
      Home home, String name, ProcessBuilder builder, Map<String, String> environment) {
    Path log = home.log(name);
    try {
      if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
        Path older = log.resolveSibling(name + ".1.log");
        Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
      }
      builder.environment().putAll(environment);
      builder.environment().put("MILLRACE_HOME", home.dir().toString());
      Process process =
          builder
              .directory(home.dir().toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return process.toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name, e);
    }
  }

  /** The runtime class path of a module: its own jar first, then its libraries. */
  public static String classpath(Home home, String module) {
    Path target = home.root().resolve(module).resolve("target");
    try (var files = Files.list(target)) {
      Path jar =
          files
              .filter(file -> file.getFileName().toString().matches("millrace-.*\\.jar"))
              .filter(file -> !file.getFileName().toString().contains("-tests"))
              .sorted()
              .findFirst()
              .orElseThrow(() -> new Refusal("Nothing is built in " + target));
      return jar + ":" + Files.readString(target.resolve("classpath")).strip();
    } catch (IOException e) {
      throw new Refusal("Module " + module + " is not built (" + target + "). Run ./millrace up");
    }
  }

  public static void remember(Home home, String name, ProcessHandle process) {
    Home.write(
        home.run(name + ".pid"),
        "%d %s %s%n".formatted(process.pid(), KernelRecord.startOf(process), home.dir()));
  }

  /** The remembered process, if it still lives and works for this home and no copy of it. */
  public static Optional<ProcessHandle> find(Home home, String name) {
    Path file = home.run(name + ".pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(file).strip().split(" ", 3);
      String start = words.length > 1 ? words[1] : "";
      Optional<String> remembered = Optional.of(words).filter(w -> w.length > 2).map(w -> w[2]);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(KernelRecord::isAlive)
          .filter(process -> KernelRecord.startOf(process).equals(start))
          .filter(
              process ->
                  KernelRecord.variable(process, "MILLRACE_HOME")
                      .or(() -> remembered)
                      .filter(dir -> isSame(home.dir(), Path.of(dir)))
                      .isPresent());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (NumberFormatException e) {
      throw new Refusal(file + " should begin with a process number. Delete it.");
    }
  }

  private static boolean isSame(Path home, Path other) {
    try {
      return home.equals(other) || Files.isSameFile(home, other);
    } catch (IOException e) {
      return false; // the other one is no more
    }
  }

  /** Asks the process to end, and after {@code patience} makes it. Returns when it is gone. */
  public static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!awaitEnd(process, patience)) {
      process.destroyForcibly();
      awaitEnd(process, Duration.ofSeconds(20));
    }
  }

  private static boolean awaitEnd(ProcessHandle process, Duration patience) {
    Instant latest = Instant.now().plus(patience);
    try {
      while (KernelRecord.isAlive(process)) {
        if (Instant.now().isAfter(latest)) {
          return false;
        }
        Thread.sleep(50);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !KernelRecord.isAlive(process);
    }
  }
}
