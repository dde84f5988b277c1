package org.millrace.deploy.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.part.PartProcess;

/** Real processes, of which the test says whether they answer, at times that the test sets. */
@Timeout(60)
class SupervisorTest {

  @TempDir private Path folder;
  private final TestingClock clock = new TestingClock();
  private Sleeper core;
  private Supervisor supervisor;

  private void supervise() {
    Home home = Home.inFolder(folder, folder.resolve("var")).prepared();
    core = new Sleeper(home, "core");
    supervisor = new Supervisor(home, List.of(core), clock);
    supervisor.look();
  }

  @AfterEach
  void end() {
    core.end();
  }

  @Test
  void aPartThatDiesTwentyTimesIsStartedTwentyTimes() {
    supervise();
    for (int death = 0; death < 20; death++) {
      core.end();
      supervisor.look();
      clock.pass(Duration.ofSeconds(60));
      supervisor.look();
      assertThat(core.isAlive()).as("after death " + (death + 1)).isTrue();
    }
    assertThat(note().deaths()).isEqualTo(20);
    assertThat(note().text()).contains("core died, 20 times in a row; started again after 60 s");
  }

  @Test
  void aPartThatLivesAndSaysNothingIsReplaced() {
    supervise();
    core.answers = true;
    supervisor.ask(core);
    ProcessHandle hung = core.process();
    core.answers = false;
    for (int question = 0; question < 13; question++) {
      supervisor.ask(core);
      supervisor.look();
      assertThat(core.isAlive()).isEqualTo(question < 12);
      clock.pass(Duration.ofSeconds(5));
    }
    supervisor.look();
    // its handle may still call it alive: dead, and not yet asked after by this JVM
    assertThat(core.process()).isNotEqualTo(hung);
    assertThat(note().text()).contains("core did not answer, 1 times in a row");
  }

  @Test
  void aQuestionThatCannotBePutIsPutAgain() throws Exception {
    supervise();
    Path note = core.home.run("core.pid");
    String process = Files.readString(note);
    Files.writeString(note, "");
    // what is asked over and over is asked no more once a question throws
    assertThatNoException().isThrownBy(() -> supervisor.ask(core));
    Files.writeString(note, process);
  }

  @Test
  void aQuietPartIsSpokenOfNoMore() {
    supervise();
    core.end();
    supervisor.look();
    clock.pass(Duration.ofSeconds(1));
    supervisor.look();
    core.answers = true;
    for (int question = 0; question < 61; question++) {
      supervisor.ask(core);
      clock.pass(Duration.ofSeconds(5));
      supervisor.look();
    }
    assertThat(note()).isEqualTo(new Notes.Note(0, ""));
  }

  @Test
  void aPartThatCannotBeStartedNowIsTriedAgain() {
    supervise();
    core.end();
    core.cannotStart = true;
    supervisor.look();
    clock.pass(Duration.ofSeconds(1));
    supervisor.look();
    core.cannotStart = false;
    clock.pass(Duration.ofSeconds(60));
    supervisor.look();
    clock.pass(Duration.ofSeconds(60));
    supervisor.look();
    assertThat(core.isAlive()).isTrue();
  }

  @Test
  void aSupervisorTakesOverWhatLives() {
    supervise();
    ProcessHandle before = core.process();
    new Supervisor(core.home, List.of(core), clock).look();
    assertThat(core.process()).isEqualTo(before);
  }

  private Notes.Note note() {
    return Notes.of(core.home, "core");
  }

  private static final class Sleeper implements Watched {
    private final Home home;
    private final String name;
    private boolean answers;
    private boolean cannotStart;

    Sleeper(Home home, String name) {
      this.home = home;
      this.name = name;
    }

    ProcessHandle process() {
      return PartProcess.find(home, name).orElseThrow();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isAlive() {
      return PartProcess.find(home, name).isPresent();
    }

    @Override
    public boolean answers() {
      return answers;
    }

    @Override
    public void start() {
      String program = cannotStart ? "/no/such/program" : "sleep";
      PartProcess.start(home, name, new ProcessBuilder(program, "60"), Map.of());
    }

    @Override
    public void end() {
      PartProcess.find(home, name)
          .ifPresent(process -> PartProcess.stop(process, Duration.ofSeconds(5)));
    }
  }

  private static final class TestingClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
