package org.millrace.deploy.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.part.Health;
import org.millrace.deploy.part.Part;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;

/** A process that the supervisor keeps alive. */
interface Watched {

  String name();

  boolean isAlive();

  /** Whether it says anything at all, be it that it cannot work: that is its own to mend. */
  boolean answers();

  void start();

  /** Ends it without asking for its consent; returns when it is gone. */
  void end();

  /** All parts of an instance, the database first. */
  static List<Watched> of(Home home, Ports ports) {
    Stream<Watched> database = Stream.of(new Database(home, new PostgresServer(home, ports)));
    Stream<Watched> jvms = new Parts(home, ports).jvms().stream().map(part -> new Jvm(home, part));
    return Stream.concat(database, jvms).toList();
  }

  /** A part that answers at {@code /health}. */
  record Jvm(Home home, Part part) implements Watched {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String name() {
      return part.name();
    }

    @Override
    public boolean isAlive() {
      return process().isPresent();
    }

    @Override
    public boolean answers() {
      return !Health.of(part).isSilent();
    }

    @Override
    public void start() {
      PartProcess.start(home, part);
    }

    @Override
    public void end() {
      process().ifPresent(process -> PartProcess.stop(process, PATIENCE));
    }

    private Optional<ProcessHandle> process() {
      return PartProcess.find(home, part.name());
    }
  }

  /** The PostgreSQL server. */
  record Database(Home home, PostgresServer postgres) implements Watched {

    @Override
    public String name() {
      return "postgres";
    }

    @Override
    public boolean isAlive() {
      return postgres.process().isPresent();
    }

    @Override
    public boolean answers() {
      return postgres.isHeard();
    }

    @Override
    public void start() {
      if (!isAlive()) {
        postgres.start();
      }
      postgres.process().ifPresent(process -> PartProcess.remember(home, "postgres", process));
    }

    @Override
    public void end() {
      postgres.kill();
    }
  }
}
