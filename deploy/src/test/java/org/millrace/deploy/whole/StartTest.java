package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.deploy.whole.MillraceCommand.Outcome;

/** What cannot start says so at once, says what to do, and leaves nothing running. */
@Tag("slow")
class StartTest {

  private static final MillraceCommand MILLRACE = MillraceCommand.inHome("refused", 18_600);
  private static final String PORT = Integer.toString(MILLRACE.port());

  @BeforeAll
  static void layDownAHome() throws IOException {
    OlderHome.unpack(OlderBooks.DAY, MILLRACE.home());
  }

  @AfterAll
  static void leaveNoProcess() {
    MILLRACE.expect("down");
    assertThat(MILLRACE.processesLeft()).isEmpty();
  }

  @Test
  void aLakeFolderThatCannotBeWritten() {
    // The kernel's own folder takes no files, not even from root.
    Outcome outcome = MILLRACE.with("MILLRACE_LAKE", "/proc/lake").run("up", "--port", PORT);

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output())
        .contains("Cannot write into the folder /proc/lake")
        .contains("another one in MILLRACE_LAKE");
    assertThat(MILLRACE.processesLeft()).isEmpty();
  }

  @Test
  void aWrongPasswordOfTheDatabasesOwner() throws Exception {
    Path file = MILLRACE.home().resolve("secrets/postgres.password");
    String right = Files.readString(file);
    Files.writeString(file, "wrong");
    try {
      Outcome outcome = MILLRACE.run("up", "--port", PORT);

      assertThat(outcome.status()).isNotZero();
      assertThat(outcome.output()).contains("password authentication failed").contains("Log: ");
    } finally {
      Files.writeString(file, right);
    }
    MILLRACE.expect("down");
    assertThat(MILLRACE.processesLeft()).isEmpty();
  }

  @Test
  void aVerbOnAnInstanceThatIsDown() {
    Outcome outcome = MILLRACE.run("run", "statements");

    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.output()).contains("Millrace is not running here. Start it: ./millrace up");
  }
}
