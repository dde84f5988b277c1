package org.millrace.deploy.supervisor;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.millrace.deploy.alert.Alerts;
import org.millrace.deploy.alert.PostRefused;
import org.millrace.deploy.alert.PostSmtp;
import org.millrace.deploy.alert.Wrong;
import org.millrace.deploy.calculation.AnalysisRun;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Settings;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;
import org.millrace.deploy.supervisor.Watch.Life;

/**
 * Keeps one instance alive. PostgreSQL comes first and goes last; the JVMs start together and bear
 * with each other's absence. {@link Watch} says when a part is started again or replaced; nothing
 * is ever given up.
 *
 * <p>Should the supervisor itself be killed, the parts go on, and {@link Watcher} starts the next
 * one, which takes over those that live.
 */
public final class Supervisor {

  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

  private static final long BETWEEN_ALERTS = 30;

  private final Home home;
  private final List<Watched> parts;
  private final Clock clock;
  private final Map<String, Watch> watches = new LinkedHashMap<>();
  private final ScheduledExecutorService questions =
      Executors.newScheduledThreadPool(6, Supervisor::thread);
  private Optional<Metrics> metrics = Optional.empty();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Supervisor(Home home, List<Watched> parts, Clock clock) {
    this.home = home;
    this.parts = List.copyOf(parts);
    this.clock = clock;
    parts.forEach(part -> watches.put(part.name(), new Watch()));
  }

  public static void main(String[] arguments) throws IOException {
    Home home = Home.ofEnvironment(System.getenv()).prepared();
    Ports ports = new Ports(Integer.parseInt(arguments[0]));
    Supervisor supervisor = new Supervisor(home, Watched.of(home, ports), new SteadyClock());
    try (FileChannel file =
            FileChannel.open(
                home.run("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        supervisor.log("another supervisor keeps " + home.dir());
        return;
      }
      Runtime.getRuntime().addShutdownHook(new Thread(supervisor::endInOrder, "end-in-order"));
      PartProcess.remember(home, "supervisor", ProcessHandle.current());
      Watcher.remember(home);
      supervisor.alert(ports);
      supervisor.measure(ports);
      supervisor.run(() -> supervisor.endParts(new PostgresServer(home, ports)));
    }
  }

  private void alert(Ports ports) {
    Settings.Mail mail = Settings.of(home).mail();
    if (mail.isWanted()) {
      Alerts alerts = new Alerts(home.dir().toString(), new PostSmtp(mail), clock);
      Wrong wrong = new Wrong(home, ports, Clock.systemUTC());
      Future<?> unused = // tell catches, and the next look tries again
          questions.scheduleWithFixedDelay(
              () -> tell(alerts, wrong), BETWEEN_ALERTS, BETWEEN_ALERTS, TimeUnit.SECONDS);
    }
  }

  private void measure(Ports ports) {
    try {
      metrics =
          Optional.of(
              Metrics.serve(
                  ports.supervisor(),
                  () ->
                      Metrics.text(
                          Metrics.look(home, ports),
                          AnalysisRun.last(home, ports),
                          home,
                          Clock.systemUTC())));
    } catch (IOException e) {
      log("no metrics: port " + ports.supervisor() + " cannot be used (" + e.getMessage() + ")");
    }
  }

  private void tell(Alerts alerts, Wrong wrong) {
    try {
      alerts.look(wrong.now());
    } catch (PostRefused | RuntimeException e) { // the next look tries again
      log("an alert could not be sent: " + e.getMessage());
    }
  }

  private void run(Runnable end) {
    try {
      Optional<Refusal> refused = startPostgres();
      if (refused.isPresent()) {
        Notes.write(home, "postgres", new Notes.Note(1, refused.get().getMessage()));
        log(refused.get().getMessage());
        return;
      }
      for (Watched part : parts) {
        Future<?> unused = // ask catches, so that it is asked again
            questions.scheduleWithFixedDelay(
                () -> ask(part), 0, BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS);
      }
      do {
        look();
      } while (!stop.await(500, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      questions.shutdownNow();
      metrics.ifPresent(Metrics::close);
      end.run();
      stopped.countDown();
    }
  }

  // Where nothing runs yet, somebody waits for a word on why it does not start.
  private Optional<Refusal> startPostgres() {
    if (parts.stream().anyMatch(Watched::isAlive)) {
      log("taking over the parts that run");
      return Optional.empty();
    }
    try {
      log("starting postgres");
      parts.get(0).start();
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(e);
    }
  }

  /** Asks a part once; for its watch. */
  void ask(Watched part) {
    try {
      if (part.isAlive()) {
        if (part.answers()) {
          watch(part).answered(clock.instant());
        } else {
          watch(part).stayedSilent();
        }
      }
    } catch (RuntimeException e) { // its note of a process may just be written: asked again soon
      log(part.name() + " could not be asked: " + e);
    }
  }

  private Watch watch(Watched part) {
    return requireNonNull(watches.get(part.name()));
  }

  /** Looks at every part once and does what is to be done. */
  void look() {
    for (Watched part : parts) {
      try {
        look(part);
      } catch (RuntimeException e) { // a full disk or a missing jar: the next look tries again
        log(part.name() + " could not be started: " + e);
      }
    }
  }

  private void look(Watched part) {
    Watch watch = watch(part);
    int before = watch.deaths();
    Watch.Verdict verdict = watch.of(part.isAlive() ? Life.ALIVE : Life.DEAD, clock.instant());
    if (watch.deaths() > before) {
      tell(part.name(), watch, verdict == Watch.Verdict.REPLACE ? "did not answer" : "died");
    } else if (watch.deaths() < before) {
      Notes.clear(home, part.name());
    }
    switch (verdict) {
      case START -> {
        log("starting " + part.name());
        part.start();
      }
      case REPLACE -> part.end();
      case LEAVE -> {}
    }
  }

  private void tell(String part, Watch watch, String what) {
    long pause =
        watch.nextStart().map(at -> Duration.between(clock.instant(), at).toSeconds()).orElse(0L);
    String text =
        "%s %s, %d times in a row; started again after %d s. Its log: %s"
            .formatted(part, what, watch.deaths(), pause, home.log(part));
    log(text);
    Notes.write(home, part, new Notes.Note(watch.deaths(), text));
  }

  private void endParts(PostgresServer postgres) {
    List<String> names = Parts.NAMES.stream().filter(name -> !name.equals("postgres")).toList();
    for (String name : names) {
      PartProcess.find(home, name).ifPresent(ProcessHandle::destroy);
    }
    for (String name : names) {
      PartProcess.find(home, name)
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

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "question");
    thread.setDaemon(true);
    return thread;
  }
}
