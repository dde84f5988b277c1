package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each process is killed in turn during an import; the import is repeated; nothing doubles. */
@Tag("slow")
class KilledProcessTest {

  private static final String COMPANY = "SHOP";
  private static final MillraceCommand MILLRACE = MillraceCommand.inHome("killed", 18_500);
  private static RetailFiles days;

  @BeforeAll
  static void start() throws Exception {
    days = RetailFiles.days(MILLRACE.root(), MILLRACE.home().resolve("files"), 6);
    MILLRACE.up();
  }

  @AfterAll
  static void leaveNoProcess() {
    MILLRACE.expect("down");
    assertThat(MILLRACE.processesLeft()).isEmpty();
  }

  @Test
  void everyDocumentStandsOnceInEveryStage() throws Exception {
    List<String> parts =
        List.of("core", "postgres", "ingestion", "warehouse", "cockpit", "supervisor");
    for (int day = 0; day < parts.size(); day++) {
      RetailFiles soFar = new RetailFiles(days.root(), days.files().subList(0, day + 1));
      Path out = MILLRACE.home().resolve("import-" + parts.get(day) + ".out");
      Process running = MILLRACE.start(out, soFar.importing(COMPANY));
      running.waitFor(2, TimeUnit.SECONDS); // the import is on its way, or the day was a short one
      MILLRACE.part(parts.get(day)).orElseThrow().destroyForcibly();
      assertThat(running.waitFor(10, TimeUnit.MINUTES)).isTrue();
      MILLRACE.up();
    }
    MILLRACE.expect(days.importing(COMPANY));
    MILLRACE.expect("run", "statements");

    String documents = Long.toString(days.requireSameFigures(MILLRACE, COMPANY));
    String posted =
        "select count(distinct aggregate_id) from bronze.events"
            + " where type in ('sales.invoice-posted', 'sales.credit-note-posted')";
    assertThat(MILLRACE.lakeFigure(posted)).isEqualTo(documents);
    assertThat(MILLRACE.lakeFigure("select count(*) - count(distinct event_id) from bronze.events"))
        .isEqualTo("0");
    assertThat(MILLRACE.lakeFigure("select count(*) from bronze.rejects")).isEqualTo("0");
    for (String table : List.of("silver.sales_invoice", "gold.sales_invoice")) {
      assertThat(MILLRACE.lakeFigure("select count(*) from " + table)).isEqualTo(documents);
    }
    assertThat(MILLRACE.figure("select count(*) from sales_invoice")).isEqualTo(documents);
    assertThat(MILLRACE.figure("select sum(debit) - sum(credit) from trial_balance"))
        .isEqualTo("0.00");
  }
}
