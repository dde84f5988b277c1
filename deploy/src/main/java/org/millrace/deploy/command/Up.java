package org.millrace.deploy.command;

import java.nio.file.Path;
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
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;
import org.millrace.deploy.supervisor.Notes;
import org.millrace.deploy.supervisor.Supervisor;
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
    if (!Instance.isRunning(home)) {
      endOrphans(home, ports);
      ports.requireFree();
      ports.store(home);
      secrets.generateMissing();
      Notes.clear(home);
      startSupervisor(home, ports);
    }
    Instant began = Instant.now();
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

  // Parts whose supervisor was killed: they are ours by their remembered pids.
  private static void endOrphans(Home home, Ports ports) {
    List<ProcessHandle> orphans =
        new Parts(home, ports)
            .jvms().stream().flatMap(part -> PartProcess.find(home, part.name()).stream()).toList();
    if (!orphans.isEmpty()) {
      System.out.println("Ending " + orphans.size() + " parts left by a supervisor that died ...");
      orphans.forEach(ProcessHandle::destroy);
      orphans.forEach(process -> PartProcess.stop(process, Duration.ofSeconds(15)));
    }
    new PostgresServer(home, ports).stop();
  }

  private static void startSupervisor(Home home, Ports ports) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            "setsid",
            java,
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dmillrace.part=supervisor",
            "-cp",
            PartProcess.classpath(home, "deploy"),
            Supervisor.class.getName(),
            Integer.toString(ports.base()));
    PartProcess.start(
        home,
        "supervisor",
        builder,
        Map.of("MILLRACE_ROOT", home.root().toString(), "MILLRACE_HOME", home.dir().toString()));
  }

  private static void awaitHealthy(Home home, Ports ports, Instant began) {
    Map<String, String> seen = new LinkedHashMap<>();
    List<Part> waiting = new java.util.ArrayList<>(new Parts(home, ports).jvms());
    Instant spoke = began;
    while (!waiting.isEmpty()) {
      requireProgress(home, began, seen);
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
    if (!Instance.isRunning(home)) {
      String reason = Notes.of(home, "postgres");
      throw new Refusal(
          (reason.isEmpty() ? "The supervisor ended." : reason)
              + " Log: "
              + home.log("supervisor"));
    }
    for (String part : Parts.NAMES) {
      if (Notes.of(home, part).contains("is left down")) {
        throw new Refusal(Notes.of(home, part));
      }
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
