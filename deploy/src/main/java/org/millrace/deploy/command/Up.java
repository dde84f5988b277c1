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
import org.millrace.deploy.home.HomeVersion;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.home.Settings;
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

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOST_DEATHS = 5;
  private static final Duration QUIET = Duration.ofSeconds(3);

  @Option(
      names = "--port",
      paramLabel = "N",
      description = {
        "Address of the cockpit; the parts take the five ports above it.",
        "Default: the port of the last start, else 8400."
      })
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--address",
      paramLabel = "A",
      description = {
        "IPv4 address on which the cockpit listens: one of this machine, or 0.0.0.0 for all.",
        "No other part is ever reached from another machine. Default: that of the last start,",
        "else 127.0.0.1."
      })
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "PEM file with the chain of certificates: the cockpit speaks TLS only.")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--key", paramLabel = "FILE", description = "PEM file with its private key.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--behind-proxy",
      paramLabel = "true|false",
      description = {
        "Whether a proxy with TLS stands before the cockpit and is the only way in: what it says",
        "of the caller (X-Forwarded-For, -Proto) is believed."
      })
  private Optional<String> behindProxy = Optional.empty();

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      description = "Lines for people, or one JSON object (Elastic Common Schema) a line.")
  private Optional<String> logFormat = Optional.empty();

  @Option(
      names = "--second-factor-roles",
      paramLabel = "ROLES",
      description = {
        "Roles, separated by commas, whose holders must have a second factor (TOTP), such as",
        "admin,finance; '' for none."
      })
  private Optional<String> secondFactorRoles = Optional.empty();

  @Option(
      names = "--segregation",
      paramLabel = "warn|refuse",
      description = {
        "Whether roles that one person should not have together, such as those to order and to",
        "pay, are told as warnings when they are given, or refused."
      })
  private Optional<String> segregation = Optional.empty();

  @Option(
      names = "--modules-off",
      paramLabel = "MODULES",
      description = {
        "Modules, separated by commas, that nobody gets into, such as crm,service; '' for none."
      })
  private Optional<String> modulesOff = Optional.empty();

  @Option(
      names = "--openid",
      paramLabel = "FILE",
      description = {
        "YAML file that tells where people log in by OpenID Connect (docs/recipes/administer.md);",
        "'' for nowhere."
      })
  private Optional<Path> openId = Optional.empty();

  @Override
  public Integer call() {
    Map<String, String> changes = new LinkedHashMap<>();
    address.ifPresent(value -> changes.put("address", value));
    certificate.ifPresent(file -> changes.put("certificate", absolute(file)));
    key.ifPresent(file -> changes.put("key", absolute(file)));
    behindProxy.ifPresent(value -> changes.put("behind-proxy", value));
    logFormat.ifPresent(value -> changes.put("log-format", value));
    secondFactorRoles.ifPresent(value -> changes.put("second-factor-roles", value));
    segregation.ifPresent(value -> changes.put("segregation", value));
    modulesOff.ifPresent(value -> changes.put("modules-off", value));
    openId.ifPresent(file -> changes.put("openid", absolute(file)));
    start(port, changes);
    return 0;
  }

  private static String absolute(Path file) {
    return file.toString().isEmpty() ? "" : file.toAbsolutePath().normalize().toString();
  }

  /** Starts the instance; returns when all parts are healthy. */
  static Instance start(Optional<Integer> port, Map<String, String> changes) {
    Home home = Instance.here().prepared();
    if (!changes.isEmpty() && Instance.isRunning(home)) {
      throw new Refusal(
          "Millrace runs here already; settings change at a start only: ./millrace down, then up.");
    }
    Settings settings = Settings.change(home, changes);
    Ports ports = choosePorts(home, port);
    Secrets secrets = new Secrets(home.secrets());
    Instant began = Instant.now();
    if (!Watcher.isWatching(home)) {
      supervise(home, ports, secrets);
    }
    awaitHealthy(home, ports, began);
    System.out.printf(
        "Millrace is up at %s (%d s). Sign in as admin; the password is in %s%n",
        settings.listening().cockpit(ports),
        Duration.between(began, Instant.now()).toSeconds(),
        secrets.file("admin.password"));
    if (settings.listening().isOpenAndPlain()) {
      System.out.println(
          "Passwords cross the network in the open: give --certificate and --key, or put a proxy"
              + " with TLS before it (docs/recipes/administer.md).");
    }
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
    ports.requireFree(Settings.of(home).listening(), living);
    ports.store(home);
    if (living.isEmpty()) {
      HomeVersion.take(home);
    }
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
        Health health = Health.of(part);
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
