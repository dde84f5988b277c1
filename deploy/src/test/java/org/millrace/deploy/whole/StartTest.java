package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.deploy.home.HomeVersion;
import org.millrace.deploy.whole.MillraceCommand.Outcome;

/**
 * A home of an older version comes up under this code with all that it held. What cannot start says
 * so at once, says what to do, and leaves nothing running.
 */
@Tag("slow")
class StartTest {

  private static final MillraceCommand MILLRACE = MillraceCommand.inHome("refused", 18_600);

  private static final Map<String, String> HELD =
      Map.of(
          "select count(*) from sales_order", "36",
          "select sum(debit) from trial_balance", "2670612.90",
          "select sum(value_amount) from stock_balance", "277846.50");
  private static final Map<String, String> FOUND = new HashMap<>();

  @BeforeAll
  static void startWhatAnOlderVersionLeft() throws IOException {
    OlderHome.unpack("2026-11-30", MILLRACE.home());
    MILLRACE.up();
    HELD.keySet().forEach(question -> FOUND.put(question, MILLRACE.figure(question)));
    FOUND.put("events", MILLRACE.lakeFigure("select count(*) from bronze.events"));
    FOUND.put("metrics", metrics());
    FOUND.put("state", Files.readString(MILLRACE.home().resolve("version")));
    sellOneMore();
    MILLRACE.expect("down");
  }

  private static String metrics() throws IOException {
    URI supervisor = URI.create("http://127.0.0.1:" + (MILLRACE.port() + 5) + "/metrics");
    try (InputStream text = supervisor.toURL().openStream()) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void sellOneMore() throws IOException {
    String password = Files.readString(MILLRACE.home().resolve("secrets/admin.password")).strip();
    CoreUser admin = CoreUser.login(MILLRACE, "admin", password);
    String at = "/api/companies/DEMO";
    String customer =
        admin.get(at + "/parties?roles=customer").path("rows").path(0).path("code").asText();
    String item = admin.get(at + "/items").path("rows").path(0).path("code").asText();
    Map<String, Object> line = Map.of("item", item, "quantity", 1, "unitPrice", 10);
    String number =
        admin
            .post(at + "/sales/orders", Map.of("customer", customer, "lines", List.of(line)))
            .path("number")
            .asText();
    BicycleWorks.await(
        "an order on the older home",
        () ->
            MILLRACE
                .figure("select status from sales_order where number = '" + number + "'")
                .equals("open"));
  }

  @AfterAll
  static void leaveNoProcess() {
    MILLRACE.expect("down");
    assertThat(MILLRACE.processesLeft()).isEmpty();
  }

  @Test
  void aHomeOfAnOlderVersionHoldsUnderThisCodeWhatItHeld() {
    assertThat(FOUND).containsAllEntriesOf(HELD).containsEntry("events", "900");
    assertThat(FOUND.get("metrics"))
        .contains("millrace_part_up{part=\"warehouse\"} 1")
        .contains("millrace_analysis_failures{analysis=\"demand\",company=\"DEMO\"} 0");
    HomeVersion.ofCode(MILLRACE.root())
        .migrations()
        .forEach(
            (domain, number) ->
                assertThat(FOUND.get("state")).contains("migration " + domain + " " + number));
  }

  @Test
  void aLakeFolderThatCannotBeWritten() {
    // The kernel's own folder takes no files, not even from root.
    Outcome outcome = MILLRACE.with("MILLRACE_LAKE", "/proc/lake").run("up");

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
      Outcome outcome = MILLRACE.run("up");

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
