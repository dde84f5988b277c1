package org.millrace.deploy.supervisor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.part.Part;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;

/**
 * Keeps one instance alive. PostgreSQL comes first and goes last; the JVMs start together and bear
 * with each other's absence. A part that dies is started again, at most {@value #MOST_RESTARTS}
 * times in {@value #WINDOW_MINUTES} minutes; after that it stays down and its note says why.
 *
 * <p>Should the supervisor itself be killed, the parts go on; the next {@code up} finds them by
 * their remembered pids, ends them and starts afresh.
 */
public final class Supervisor {

  static final int MOST_RESTARTS = 5;
  static final int WINDOW_MINUTES = 5;

  private final Home home;
  private final Parts parts;
  private final PostgresServer postgres;
  private final Clock clock;
  private final Map<String, RestartLimit> limits = new LinkedHashMap<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Supervisor(Home home, Ports ports, Clock clock) {
    this.home = home;
    this.parts = new Parts(home, ports);
    this.postgres = new PostgresServer(home, ports);
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    Home home = Home.ofEnvironment(System.getenv()).prepared();
    Ports ports = new Ports(Integer.parseInt(arguments[0]));
    Supervisor supervisor = new Supervisor(home, ports, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor::endInOrder, "end-in-order"));
    PartProcess.remember(home, "supervisor", ProcessHandle.current());
    supervisor.run();
  }

  private void run() {
    try {
      startPostgres();
      for (Part part : parts.jvms()) {
        start(part);
      }
      while (!stop.await(500, TimeUnit.MILLISECONDS)) {
        restartWhatDied();
      }
    } catch (Refusal e) {
      Notes.write(home, "postgres", e.getMessage());
      log(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      endParts();
      stopped.countDown();
    }
  }

  private void startPostgres() {
    if (postgres.process().isEmpty()) {
      log("starting postgres");
      postgres.start();
    }
    postgres.process().ifPresent(process -> PartProcess.remember(home, "postgres", process));
  }

  private void start(Part part) {
    log("starting " + part.name());
    PartProcess.start(home, part);
  }

  private void restartWhatDied() {
    if (postgres.process().isEmpty() && mayRestart("postgres")) {
      try {
        startPostgres();
      } catch (Refusal e) {
        Notes.write(home, "postgres", e.getMessage());
      }
    }
    for (Part part : parts.jvms()) {
      Optional<ProcessHandle> process = PartProcess.find(home, part.name());
      if (process.isEmpty() && mayRestart(part.name())) {
        start(part);
      }
    }
  }

  private boolean mayRestart(String part) {
    RestartLimit limit =
        limits.computeIfAbsent(
            part, name -> new RestartLimit(MOST_RESTARTS, Duration.ofMinutes(WINDOW_MINUTES)));
    if (limit.count() > MOST_RESTARTS || !limit.isRested(clock.instant())) {
      return false;
    }
    if (limit.admits(clock.instant())) {
      Notes.write(home, part, "died and was started again (" + limit.count() + ")");
      log(part + " died; starting it again");
      return true;
    }
    String message =
        "%s died %d times within %d minutes and is left down. Read %s, mend the cause, then: "
                .formatted(part, limit.count(), WINDOW_MINUTES, home.log(part))
            + "./millrace down && ./millrace up";
    Notes.write(home, part, message);
    log(message);
    return false;
  }

  private void endParts() {
    List<Part> reversed = new ArrayList<>(parts.jvms());
    Collections.reverse(reversed);
    for (Part part : reversed) {
      PartProcess.find(home, part.name()).ifPresent(ProcessHandle::destroy);
    }
    for (Part part : reversed) {
      PartProcess.find(home, part.name())
          .ifPresent(process -> PartProcess.stop(process, Duration.ofSeconds(15)));
    }
    postgres.stop();
    log("all parts ended");
  }

  // Runs in the JVM's shutdown hook, when the supervisor is told to end.
  private void endInOrder() {
    stop.countDown();
    try {
      if (!stopped.await(90, TimeUnit.SECONDS)) {
        log("the parts did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void log(String message) {
    System.out.println(clock.instant() + " " + message);
  }
}
