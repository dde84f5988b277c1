package org.millrace.deploy.command;

import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.part.PartProcess;

/** The instance that a verb speaks to. */
record Instance(Home home, Ports ports, Secrets secrets) {

  static Home here() {
    return Home.ofEnvironment(System.getenv());
  }

  static boolean isRunning(Home home) {
    return PartProcess.find(home, "supervisor").isPresent();
  }

  /** The running instance of this home; refuses when there is none. */
  static Instance running() {
    Home home = here();
    if (!isRunning(home)) {
      throw new Refusal("Millrace is not running here. Start it: ./millrace up");
    }
    return of(home);
  }

  static Instance of(Home home) {
    Ports ports = Ports.stored(home).orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
    return new Instance(home, ports, new Secrets(home.secrets()));
  }
}
