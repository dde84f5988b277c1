package org.millrace.deploy.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.part.Health;
import org.millrace.deploy.part.Memory;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;
import org.millrace.deploy.supervisor.Notes;
import org.millrace.deploy.supervisor.Watcher;
import org.millrace.deploy.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows each part: pid, health, memory, how far behind. */
@Command(
    name = "status",
    description = {
      "Show each part: pid, health, resident memory, how far behind, and what it has to say.",
      "Exit status 0 only when all are healthy."
    })
final class Status implements Callable<Integer> {

  @Option(names = "--csv", description = "Print comma-separated rows with a header line.")
  private boolean isCsv;

  @Override
  public Integer call() {
    Home home = Instance.here();
    Instance instance = Instance.of(home);
    List<List<String>> rows = new ArrayList<>();
    long memory = 0;
    boolean isHealthy = true;
    for (String part : Parts.NAMES) {
      Optional<ProcessHandle> process = instance.process(part);
      long bytes = process.map(Memory::ofTree).orElse(0L);
      memory += bytes;
      Health health = process.isEmpty() ? dead() : health(instance, part);
      isHealthy &= health.isUp();
      String behind =
          health.behindSeconds().isPresent()
              ? "%.1f s".formatted(health.behindSeconds().getAsDouble())
              : "";
      String note = Notes.of(home, part).text();
      rows.add(
          List.of(
              part,
              process.map(p -> Long.toString(p.pid())).orElse("-"),
              health.status(),
              bytes / 1_000_000 + " MB",
              behind,
              (note.isEmpty() ? health.detail() : note).replaceAll("\\s+", " ")));
    }
    // The parts are its children and counted already.
    memory += Watcher.processes(home).stream().mapToLong(Memory::of).sum();
    List<String> header = List.of("part", "pid", "health", "memory", "behind", "note");
    System.out.print(isCsv ? Table.csv(header, rows) : Table.text(header, rows));
    if (!isCsv) {
      System.out.printf("All together %.2f GB. ", memory / 1e9);
      System.out.println(summary(instance));
    }
    return isHealthy && Watcher.isWatching(home) ? 0 : 1;
  }

  private static String summary(Instance instance) {
    if (!Instance.isRunning(instance.home())) {
      return "Not running; start with ./millrace up";
    }
    String address = "Cockpit: " + instance.cockpitUrl();
    return Watcher.isWatching(instance.home())
        ? address
        : address
            + "\nThe supervisor is gone: a part that dies stays down. ./millrace up brings it back"
            + " and leaves the parts alone.";
  }

  private static Health health(Instance instance, String part) {
    if (part.equals("postgres")) {
      boolean answers = new PostgresServer(instance.home(), instance.ports()).answers();
      return new Health(answers ? "up" : "down", OptionalDouble.empty(), "");
    }
    return Health.of(new Parts(instance.home(), instance.ports()).named(part));
  }

  private static Health dead() {
    return new Health("stopped", OptionalDouble.empty(), "");
  }
}
