package org.millrace.warehouse.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingLake;

@Tag("slow")
class PlacedSqlTest {
  private static final Map<String, List<String>> PLACES =
      Map.of("events", List.of("placed_events"), "silver.item", List.of("placed_items"));

  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES = List.of("silver.item");

  @TempDir private Path folder;

  @Test
  void tablesAreFoundElsewhereAndTextsStayWhatTheyAre() {
    SparkSession session = TestingLake.in(folder, TABLES).lake().session();
    session.sql("SELECT 'a' AS item, 1 AS n").createOrReplaceTempView("placed_events");
    session.sql("SELECT 'a' AS item, 'Lamp' AS name").createOrReplaceTempView("placed_items");
    String question =
        """
        WITH steps AS (
          select item, n from events -- FROM events, silver.item
        ),
        more AS (SELECT * FROM steps)
        SELECT 'FROM events' AS text, more.n, `silver.item`, name
        FROM more
        JOIN (SELECT item AS `silver.item`, name FROM `silver`.ITEM) i
          ON i.`silver.item` = more.item
        JOIN Events ON events.item = more.item
        WHERE EXISTS (SELECT 1 FROM silver.item WHERE silver.item.item = more.item)
          AND more.n = (SELECT max(e.n) FROM events AS e)
        """;

    List<Row> rows =
        new PlacedSql(session)
            .ask(question, name -> Optional.ofNullable(PLACES.get(name)))
            .collectAsList();

    assertThat(rows).extracting(Row::toString).containsExactly("[FROM events,1,a,Lamp]");
  }

  @Test
  void valuesOfParametersNeverAreSql() {
    SparkSession session = TestingLake.in(folder, TABLES).lake().session();
    session.sql("SELECT 'a' AS item, 1 AS n").createOrReplaceTempView("placed_events");
    String odd = "O'Neil \\' or 1 = 1 --";

    List<Row> rows =
        new PlacedSql(session)
            .ask(
                """
                with steps as (select :company as company, item from events where n <= :most)
                select company, item, date_add(:asOf, 1) as next,
                  (select count(*) from events where item = :company) as same
                from steps
                """,
                Map.of("company", odd, "most", 1, "asOf", LocalDate.parse("2026-02-28")),
                name -> Optional.ofNullable(PLACES.get(name)))
            .collectAsList();

    assertThat(rows).extracting(Row::toString).containsExactly("[" + odd + ",a,2026-03-01,0]");
  }

  @Test
  void aLiteralIsTheTextThatItWasMadeOf() {
    SparkSession session = TestingLake.in(folder, TABLES).lake().session();
    String odd = "O'Neil \\ \\' \n ''";

    assertThat(
            session.sql("select " + SqlLiteral.of(odd) + " as text").head().<String>getAs("text"))
        .isEqualTo(odd);
  }
}
