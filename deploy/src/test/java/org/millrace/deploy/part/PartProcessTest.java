package org.millrace.deploy.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Refusal;

@Timeout(60)
class PartProcessTest {

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void findsTheProcessThatItStarted() {
    Home home = home();
    ProcessHandle sleeping =
        PartProcess.start(home, "core", new ProcessBuilder("sleep", "60"), Map.of());

    assertThat(PartProcess.find(home, "core")).contains(sleeping);

    PartProcess.stop(sleeping, Duration.ofSeconds(5));
    assertThat(PartProcess.find(home, "core")).isEmpty();
  }

  @Test
  void aPidThatWasGivenToAnotherProcessIsNotOurs() throws Exception {
    Home home = home();
    Process other = started(new ProcessBuilder("sleep", "60"));
    Home.write(home.run("core.pid"), other.pid() + " another-boot/1\n");

    assertThat(PartProcess.find(home, "core")).isEmpty();
  }

  @Test
  void aCopyOfTheHomeDoesNotFindTheProcessesOfItsOriginal() throws Exception {
    Home original = home("original");
    ProcessHandle core =
        PartProcess.start(original, "core", new ProcessBuilder("sleep", "60"), Map.of());
    Process cockpit = started(new ProcessBuilder("sleep", "60"));
    PartProcess.remember(original, "cockpit", cockpit.toHandle());

    Home copy = home("copy");
    for (String part : List.of("core.pid", "cockpit.pid")) {
      Files.copy(original.run(part), copy.run(part));
    }
    assertThat(PartProcess.find(original, "core")).contains(core);
    assertThat(PartProcess.find(original, "cockpit")).contains(cockpit.toHandle());
    assertThat(PartProcess.find(copy, "core")).isEmpty();
    assertThat(PartProcess.find(copy, "cockpit")).isEmpty();

    Files.writeString(copy.run("core.pid"), "nonsense");
    assertThatThrownBy(() -> PartProcess.find(copy, "core"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("core.pid should begin with a process number");
    PartProcess.stop(core, Duration.ofSeconds(5));
  }

  @Test
  void aProcessThatEndedUnasked() throws Exception {
    Home home = home();
    // The shell starts a child, then becomes a program that never asks after it and tells its pid.
    String script = "sleep 60 & echo $! > pid; exec tail -n 1 -f pid";
    Process parent = started(new ProcessBuilder("sh", "-c", script).directory(folder.toFile()));
    String pid = parent.inputReader().readLine();
    ProcessHandle child = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    PartProcess.remember(home, "supervisor", child);

    PartProcess.stop(child, Duration.ofSeconds(20));

    assertThat(child.isAlive()).as("the kernel still lists it").isTrue();
    assertThat(PartProcess.find(home, "supervisor")).isEmpty();
  }

  private Home home() {
    return home("home");
  }

  private Home home(String name) {
    return Home.inFolder(folder, folder.resolve(name)).prepared();
  }

  private Process started(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    started.add(process);
    return process;
  }
}
