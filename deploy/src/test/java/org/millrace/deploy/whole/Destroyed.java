package org.millrace.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.millrace.deploy.home.Ports;

/** An instance that is backed up while it works, deleted from the disk, and brought back. */
final class Destroyed {

  private final MillraceCommand millrace;
  private final BicycleWorks works;
  private final Path backup;

  Destroyed(MillraceCommand millrace, BicycleWorks works) throws IOException {
    this.millrace = millrace;
    this.works = works;
    this.backup = Files.createTempDirectory(millrace.home().getParent(), "backup-");
  }

  /** Returns how many were registered when the backup was begun. */
  long backUpWhileCustomersRegister() {
    AtomicLong registered = new AtomicLong();
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Void> registering =
        CompletableFuture.runAsync(
            () -> {
              while (!isOver.get()) {
                works.register("DURING-" + registered.get());
                registered.incrementAndGet();
              }
            });
    while (registered.get() < 20 && !registering.isDone()) {
      Thread.onSpinWait();
    }
    long before = registered.get();
    millrace.expect("backup", backup.toString());
    isOver.set(true);
    registering.join();
    assertThat(registered.get()).isGreaterThan(before);
    return before;
  }

  void destroy() throws Exception {
    millrace.expect("down");
    int status =
        new ProcessBuilder("rm", "-rf", millrace.home().toString()).inheritIO().start().waitFor();
    assertThat(status).isZero();
  }

  void comeBack() throws Exception {
    assertThat(millrace.expect("restore", backup.toString())).contains("All is back");
    new ProcessBuilder("rm", "-rf", backup.toString()).inheritIO().start().waitFor();
    millrace.up();
    millrace.expect("run", "statements");
  }

  /** What of the business must be the same before and after. */
  Map<String, String> figures(String where) {
    Map<String, String> figures = new TreeMap<>();
    for (String question :
        new String[] {
          "select md5(string_agg(concat_ws(',', month, account, closing), ';'"
              + " order by month, account)) from trial_balance"
              + where,
          "select md5(string_agg(concat_ws(',', month, country, invoices, net_revenue), ';'"
              + " order by month, country)) from sales_monthly"
              + where,
          "select concat_ws(',', count(*), sum(debit), sum(credit)) from journal_line" + where,
          "select concat_ws(',', count(*), count(distinct number)) from sales_invoice" + where
        }) {
      figures.put(question, millrace.figure(question));
    }
    String events = "select concat_ws(',', count(*), count(distinct event_id)) from bronze.events";
    figures.put(events, millrace.lakeFigure(events + where));
    return figures;
  }

  long customers() {
    return recorded("select count(*) from party.party where code like 'DURING-%'");
  }

  /** Every event that the core recorded stands once in bronze, and no other. */
  void requireEachEventOnce() {
    millrace.expect("run", "statements");
    String events =
        "select concat_ws(',', count(*), count(distinct event_id), count(distinct aggregate_id))"
            + " from bronze.events";
    long recorded = recorded("select count(*) from outbox.event");
    long aggregates = recorded("select count(distinct aggregate_id) from outbox.event");
    assertThat(millrace.lakeFigure(events)).contains(recorded + "," + recorded + "," + aggregates);
    assertThat(millrace.lakeFigure("select count(*) from bronze.rejects")).isEqualTo("0");
  }

  private long recorded(String query) {
    String url = new Ports(millrace.port()).jdbcUrl();
    try (Connection connection =
            DriverManager.getConnection(
                url,
                "core",
                Files.readString(millrace.home().resolve("secrets/core.password")).strip());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
