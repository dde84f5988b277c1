package org.millrace.deploy.command;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.home.Settings;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;
import org.millrace.deploy.supervisor.Watcher;

/** The instance that a verb speaks to. */
record Instance(Home home, Ports ports, Secrets secrets) {

  static Home here() {
    return Home.ofEnvironment(System.getenv());
  }

  /** Whether a supervisor or any part of this home lives. */
  static boolean isRunning(Home home) {
    return Watcher.isWatching(home) || !living(home).isEmpty();
  }

  /** Names of the parts that live, the database first. */
  static List<String> living(Home home) {
    return Parts.NAMES.stream().filter(part -> of(home).process(part).isPresent()).toList();
  }

  Optional<ProcessHandle> process(String part) {
    return part.equals("postgres")
        ? new PostgresServer(home, ports).process()
        : PartProcess.find(home, part);
  }

  /** The running instance of this home; refuses when there is none. */
  static Instance running() {
    Home home = here();
    if (!isRunning(home)) {
      throw new Refusal("Millrace is not running here. Start it: ./millrace up");
    }
    return of(home);
  }

  URI cockpitUrl() {
    return Settings.of(home).listening().cockpit(ports);
  }

  static Instance of(Home home) {
    Ports ports = Ports.stored(home).orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
    return new Instance(home, ports, new Secrets(home.secrets()));
  }
}
