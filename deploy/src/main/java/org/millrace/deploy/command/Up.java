package org.millrace.deploy.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.part.Health;
import org.millrace.deploy.part.Part;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.supervisor.Notes;
import org.millrace.deploy.supervisor.Watcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts every part that does not run yet and waits until all are healthy. */
@Command(
    name = "up",
    description = {
      "Start PostgreSQL, core, ingestion, warehouse and cockpit, and wait until all are healthy.",
      "Running it again is harmless. Data stay below var/ from one start to the next."
    })
final class Up implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int MOST_DEATHS = 5;
  private static final Duration QUIET = Duration.ofSeconds(3);

  @Option(
      names = "--port",
      paramLabel = "N",
      description = {
        "Address of the cockpit; the parts take the four ports above it.",
        "Default: the port of the last start, else 8400."
      })
  private Optional<Integer> port = Optional.empty();

  @Override
  public Integer call() {
    start(port);
    return 0;
  }

  /** Starts the instance; returns when all parts are healthy. */
  static Instance start(Optional<Integer> port) {
    Home home = Instance.here().prepared();
    Ports ports = choosePorts(home, port);
    Secrets secrets = new Secrets(home.secrets());
    Instant began = Instant.now();
    if (!Watcher.isWatching(home)) {
      supervise(home, ports, secrets);
    }
    awaitHealthy(home, ports, began);
    System.out.printf(
        "Millrace is up at %s (%d s). Sign in as admin; the password is in %s%n",
        ports.cockpitUrl(),
        Duration.between(began, Instant.now()).toSeconds(),
        secrets.file("admin.password"));
    return new Instance(home, ports, secrets);
  }

  private static Ports choosePorts(Home home, Optional<Integer> port) {
    Optional<Ports> stored = Ports.stored(home);
    if (Instance.isRunning(home) && stored.isPresent()) {
      if (port.isPresent() && port.get() != stored.get().base()) {
        throw new Refusal(
            "Millrace already runs here on port %d. To move it: ./millrace down, then up --port %d"
                .formatted(stored.get().base(), port.get()));
      }
      return stored.get();
    }
    return port.map(Ports::new).or(() -> stored).orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
  }

  private static void supervise(Home home, Ports ports, Secrets secrets) {
    List<String> living = Instance.living(home);
    ports.requireFree(living);
    ports.store(home);
    secrets.generateMissing();
    if (living.isEmpty()) {
      Notes.clear(home);
    } else {
      System.out.println("Taking over " + String.join(", ", living) + " ...");
    }
    ProcessHandle watcher = Watcher.start(home, ports);
    while (watcher.isAlive() && !Watcher.isWatching(home)) {
      pause();
    }
  }

  private static void awaitHealthy(Home home, Ports ports, Instant began) {
    Map<String, String> seen = new LinkedHashMap<>();
    List<Part> waiting = new java.util.ArrayList<>(new Parts(home, ports).jvms());
    Instant spoke = began;
    while (!waiting.isEmpty()) {
      requireProgress(home, began, seen);
      requireNoneDying(home, waiting);
      for (Part part : List.copyOf(waiting)) {
        Health health = Health.of(part.port());
        seen.put(part.name(), health.status() + " " + health.detail());
        if (health.isUp()) {
          waiting.remove(part);
          spoke = tell(began, part.name() + " is up");
        }
      }
      if (Duration.between(spoke, Instant.now()).compareTo(QUIET) > 0 && !waiting.isEmpty()) {
        Stream<String> names = waiting.stream().map(Part::name);
        spoke = tell(began, "waiting for " + String.join(", ", names.toList()));
      }
      pause();
    }
  }

  private static void requireProgress(Home home, Instant began, Map<String, String> seen) {
    if (!Watcher.isWatching(home)) {
      String reason = Notes.of(home, "postgres").text();
      throw new Refusal(
          (reason.isEmpty() ? "The supervisor ended." : reason)
              + " Log: "
              + home.log("supervisor"));
    }
    if (Duration.between(began, Instant.now()).compareTo(PATIENCE) > 0) {
      throw new Refusal(
          "Not all parts became healthy within "
              + PATIENCE.toMinutes()
              + " minutes: "
              + seen
              + ". Look into ./millrace logs PART; ./millrace down ends what runs.");
    }
  }

  private static void requireNoneDying(Home home, List<Part> waiting) {
    for (Part part : waiting) {
      Notes.Note note = Notes.of(home, part.name());
      if (note.deaths() > MOST_DEATHS) {
        throw new Refusal(
            note.text()
                + ". It is tried again for ever. Mend the cause, or end all: ./millrace down");
      }
    }
  }

  private static Instant tell(Instant began, String what) {
    Instant now = Instant.now();
    System.out.printf("  [%4.1f s] %s%n", Duration.between(began, now).toMillis() / 1000.0, what);
    return now;
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted; the parts go on starting. See ./millrace status");
    }
  }
}
