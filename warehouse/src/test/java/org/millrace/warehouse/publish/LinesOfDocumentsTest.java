package org.millrace.warehouse.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingPostgres;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.refresh.TableRefresh;

/** A document that lost a line has it neither in the lake nor in the mart, however events come. */
@Tag("slow")
class LinesOfDocumentsTest {
  private static TestingPostgres postgres;

  private long position;

  @TempDir private Path folder;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = TestingPostgres.running();
  }

  @Test
  void aLineThatWasTakenOutIsGone() throws Exception {
    postgres.newDatabase("lines");
    TestingLake lake = TestingLake.in(folder);
    Mart mart = postgres.mart("lines");
    TableRefresh refresh =
        new TableRefresh(Refresh.BATCHED, lake.lake(), lake.builder(), mart, Clock.systemUTC());
    mart.prepare(refresh.published());
    lake.arrive(
        List.of(
            ticket("IN_TURN", 1, "RIM", "BELL"),
            ticket("LATE", 2, "BELL"),
            ticket("AT_ONCE", 2, "BELL"),
            ticket("AT_ONCE", 1, "RIM", "BELL")));
    refresh.run();
    lake.arrive(List.of(ticket("IN_TURN", 2, "BELL"), ticket("LATE", 1, "RIM", "BELL")));
    refresh.run();

    assertThat(lines(lake)).containsExactly("AT_ONCE 1 BELL", "IN_TURN 1 BELL", "LATE 1 BELL");
    assertThat(published()).isEqualTo(lines(lake));
  }

  private static List<String> lines(TestingLake lake) {
    return lake.lake().read("silver.ticket_part").collectAsList().stream()
        .map((Row row) -> "%s %s %s".formatted(values(row)))
        .sorted()
        .toList();
  }

  private static Object[] values(Row row) {
    return new Object[] {row.getAs("company"), row.getAs("line_no"), row.getAs("item")};
  }

  private static List<String> published() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = postgres.connect("lines");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select concat_ws(' ', company, line_no, item) from mart.ticket_part order by 1")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private TestingEvent ticket(String company, int version, String... parts) {
    List<String> lines = new ArrayList<>();
    for (String part : parts) {
      lines.add(
          "{'line':%d,'item':'%s','itemName':'Part','quantity':1,'cost':2.50}"
              .formatted(lines.size() + 1, part));
    }
    String payload =
        ("{'ticket':{'number':'ST-1','customer':{'code':'C1','name':'Ann','country':'Denmark'},"
                + "'subject':'Squeaks','status':'open','openedAt':'2026-04-02T08:30:00Z',"
                + "'parts':[%s],'partsCost':2.50,'currency':'EUR'}}")
            .formatted(String.join(",", lines))
            .replace('\'', '"');
    return new TestingEvent(
        "service.part-used", "ticket:" + company + "/ST-1", version, company, ++position, payload);
  }
}
