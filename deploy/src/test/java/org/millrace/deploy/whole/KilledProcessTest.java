package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millrace.deploy.whole.MillraceCommand.Outcome;

/**
 * A home of an older version comes up under this code with all that it held. Then its processes are
 * killed during an import, which is repeated; nothing doubles.
 */
@Tag("slow")
class KilledProcessTest {

  private static final String COMPANY = "SHOP";
  private static final String OF_THE_SHOP = " where company = '" + COMPANY + "'";
  private static final MillraceCommand MILLRACE = MillraceCommand.inHome("killed", 18_500);
  private static final String ADDRESS = "127.0.0.2"; // one that only the cockpit has

  /** Who is killed with whom in one import; with {@code -Dkills.one.by.one} each has its own. */
  private static final List<List<String>> KILLS =
      Boolean.getBoolean("kills.one.by.one")
          ? List.of(
              List.of("core"),
              List.of("postgres"),
              List.of("ingestion"),
              List.of("warehouse"),
              List.of("cockpit"),
              List.of("supervisor"))
          : List.of(
              List.of("core"),
              List.of("postgres", "cockpit"),
              List.of("ingestion", "warehouse"),
              List.of("supervisor"));

  private static OlderBooks older;
  private static RetailFiles days;
  private static TestingCertificate certificate;

  @BeforeAll
  static void start() throws Exception {
    OlderHome.unpack(OlderBooks.DAY, MILLRACE.home());
    days = RetailFiles.days(MILLRACE.root(), MILLRACE.home().resolve("files"), KILLS.size() + 1);
    certificate = TestingCertificate.of(MILLRACE.home().resolve("files/tls"), ADDRESS);
    MILLRACE.expect(
        "up",
        "--port",
        Integer.toString(MILLRACE.port()),
        "--address",
        ADDRESS,
        "--certificate",
        certificate.certificate().toString(),
        "--key",
        certificate.key().toString());
    older = OlderBooks.of(MILLRACE);
  }

  @AfterAll
  static void leaveNoProcess() {
    MILLRACE.expect("down");
    assertThat(MILLRACE.processesLeft()).isEmpty();
  }

  @Test
  void aHomeOfAnOlderVersionHoldsUnderThisCodeWhatItHeld() {
    older.requireAll(MILLRACE);
  }

  @Test
  void onlyTheCockpitListensOnTheAddressAndSpeaksTlsThere() throws Exception {
    String address = ADDRESS + ":" + MILLRACE.port();
    assertThat(Listeners.of(MILLRACE.part("cockpit").orElseThrow())).containsExactly(address);
    for (String part : List.of("postgres", "core", "warehouse", "ingestion")) {
      assertThat(Listeners.of(MILLRACE.part(part).orElseThrow()))
          .as(part)
          .isNotEmpty()
          .allMatch(listener -> listener.startsWith("127.0.0.1:"));
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://" + address + "/health")).build();
    HttpResponse<String> answer =
        certificate.client().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(MILLRACE.expect("status")).contains("Cockpit: https://" + address);
  }

  @Test
  void nobodyElseOnTheMachineReadsTheBooks() throws Exception {
    List<String> open = new ArrayList<>();
    try (Stream<Path> folders = Files.list(MILLRACE.home())) {
      for (Path each : folders.filter(path -> !path.endsWith("files")).toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
        if (!permissions.endsWith("------")) {
          open.add(each + " " + permissions);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void aSupervisorThatIsKilledIsReplacedAndTakesThePartsOver() {
    Map<String, Long> before = pids();
    ProcessHandle killed = MILLRACE.part("supervisor").orElseThrow();
    killed.destroyForcibly();
    await(() -> MILLRACE.part("supervisor").filter(next -> !next.equals(killed)).isPresent());
    assertThat(pids()).isEqualTo(before);

    MILLRACE.part("watcher").orElseThrow().destroyForcibly();
    MILLRACE.part("supervisor").orElseThrow().destroyForcibly();
    await(() -> MILLRACE.part("supervisor").isEmpty());
    Outcome unwatched = MILLRACE.run("status");
    assertThat(unwatched.status()).isNotZero();
    assertThat(unwatched.output())
        .contains("The supervisor is gone: a part that dies stays down. ./millrace up");

    assertThat(MILLRACE.up()).contains("Taking over postgres, core, warehouse, ingestion, cockpit");
    assertThat(pids()).isEqualTo(before);
    assertThat(MILLRACE.expect("status")).contains("Cockpit: ").doesNotContain("supervisor");
  }

  @Test
  void aCopyOfTheHomeLeavesItsOriginalAlone() throws Exception {
    Map<String, Long> before = pids();
    Path folder = MILLRACE.home().resolveSibling("killed-copy");
    Process copying =
        new ProcessBuilder("cp", "-a", MILLRACE.home() + "/.", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    copying.waitFor(); // files that vanish meanwhile do not matter here
    MillraceCommand copy = MillraceCommand.inHome("killed-copy", MILLRACE.port());

    assertThat(copy.run("status").output())
        .contains("Not running; start with ./millrace up")
        .doesNotContain(before.get("core").toString());
    assertThat(copy.run("up").output()).contains("is in use by another program");
    assertThat(copy.run("down").output()).contains("Millrace was not running.");
    assertThat(pids()).isEqualTo(before);
  }

  private static Map<String, Long> pids() {
    return List.of("postgres", "core", "warehouse", "ingestion", "cockpit").stream()
        .collect(Collectors.toMap(part -> part, part -> MILLRACE.part(part).orElseThrow().pid()));
  }

  private static void await(BooleanSupplier isThere) {
    Instant until = Instant.now().plusSeconds(60);
    while (!isThere.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Test
  void everyDocumentStandsOnceInEveryStage() throws Exception {
    for (int day = 0; day < KILLS.size(); day++) {
      RetailFiles soFar = new RetailFiles(days.root(), days.files().subList(0, day + 1));
      Path out = MILLRACE.home().resolve("files/import-" + day + ".out");
      Process running = MILLRACE.start(out, soFar.importing(COMPANY));
      running.waitFor(2, TimeUnit.SECONDS); // the import is on its way, or the day was a short one
      KILLS.get(day).forEach(part -> MILLRACE.part(part).orElseThrow().destroyForcibly());
      assertThat(running.waitFor(10, TimeUnit.MINUTES)).isTrue();
      MILLRACE.up();
    }
    MILLRACE.expect(days.importing(COMPANY));
    MILLRACE.expect("run", "statements");

    String documents = Long.toString(days.requireSameFigures(MILLRACE, COMPANY));
    String posted =
        "select count(distinct aggregate_id) from bronze.events"
            + OF_THE_SHOP
            + " and type in ('sales.invoice-posted', 'sales.credit-note-posted')";
    assertThat(MILLRACE.lakeFigure(posted)).isEqualTo(documents);
    assertThat(MILLRACE.lakeFigure("select count(*) - count(distinct event_id) from bronze.events"))
        .isEqualTo("0");
    assertThat(MILLRACE.lakeFigure("select count(*) from bronze.rejects")).isEqualTo("0");
    for (String table : List.of("silver.sales_invoice", "gold.sales_invoice")) {
      assertThat(MILLRACE.lakeFigure("select count(*) from " + table + OF_THE_SHOP))
          .isEqualTo(documents);
    }
    assertThat(MILLRACE.figure("select count(*) from sales_invoice" + OF_THE_SHOP))
        .isEqualTo(documents);
    assertThat(MILLRACE.figure("select sum(debit) - sum(credit) from trial_balance"))
        .isEqualTo("0.00");
  }
}
