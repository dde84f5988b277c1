package org.millrace.exchange.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.exchange.answer.ImportedRows;
import tools.jackson.databind.JsonNode;

/** Rows that cannot be read: listed, exported, corrected, imported again. */
class RejectedRowsTest {
  private static final String DAY =
      """
      536365,85123A,HEART HOLDER,six,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
      536365,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
      536366,22633,HAND WARMER,6,2010-13-01 08:26:00,1.85,17850.0,United Kingdom
      536367,84879,ORNAMENT,32,2010-12-01 08:34:00,-1.69,13047.0,United Kingdom
      ,84879,ORNAMENT,32,2010-12-01 08:34:00,1.69,13047.0,United Kingdom
      536368,22960
      """;

  private final TestingImport history = new TestingImport();
  private final String base = "/api/companies/" + history.company() + "/imports";

  @Test
  void rejectsRowsWithFieldValueReasonAndPostsTheOthers() {
    Finished end = history.rows("day.csv", DAY);
    assertThat(end.rows()).isEqualTo(new ImportedRows(6, 1, 0, 0, 5));
    assertThat(history.balances()).contains("2010-12 4000 -20.34");
    JsonNode rows = history.core().get(base + "/rejects").expecting(200).json().get("rows");
    assertThat(rows.size()).isEqualTo(5);
    JsonNode first = rows.get(0);
    assertThat(first.get("file").asString()).isEqualTo("day.csv");
    assertThat(first.get("line").asInt()).isEqualTo(2);
    assertThat(first.get("field").asString()).isEqualTo("Quantity");
    assertThat(first.get("value").asString()).isEqualTo("six");
    assertThat(first.get("reason").asString()).isEqualTo("not a number");
    assertThat(rows.get(1).get("reason").asString()).isEqualTo("not a date");
    assertThat(rows.get(2).get("reason").asString()).isEqualTo("below 0");
    assertThat(rows.get(3).get("reason").asString()).isEqualTo("empty");
    assertThat(rows.get(4).get("expected").asString()).isEqualTo("8 cells, as the header has");
  }

  @Test
  void rejectsASaleToWhoIsASupplierAlone() {
    history.rows(
        "first.csv", "1,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom\n");
    history
        .core()
        .post(
            "/api/companies/" + history.company() + "/parties",
            """
            {"code": "13047", "name": "Foundry", "roles": ["supplier"], "country": "France"}
            """)
        .expecting(201);
    Finished end =
        history.rows(
            "sales.csv",
            """
            536366,71053,LANTERN,6,2010-12-01 08:26:00,3.39,13047.0,United Kingdom
            536367,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
            """);
    assertThat(end.rows()).isEqualTo(new ImportedRows(2, 1, 0, 0, 1));
    JsonNode reject = history.core().get(base + "/rejects").json().at("/rows/0");
    assertThat(reject.toString()).contains("a party with the role customer");
  }

  @Test
  void rejectsAMistypedYearAndPostsTheOtherRows() {
    Finished end =
        history.rows(
            "years.csv",
            """
            536365,71053,LANTERN,6,0206-03-01 08:26:00,3.39,17850.0,United Kingdom
            536366,71053,LANTERN,6,1026-03-01 08:26:00,3.39,17850.0,United Kingdom
            536367,71053,LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
            """);
    assertThat(end.rows()).isEqualTo(new ImportedRows(3, 1, 0, 0, 2));
    JsonNode first = history.core().get(base + "/rejects").json().at("/rows/0");
    assertThat(first.get("reason").asString()).isEqualTo("not a date of business");
    assertThat(first.get("expected").asString()).isEqualTo("a day from 1900-01-01 to 2999-12-31");
  }

  @Test
  void theSameFileTwiceListsEachRejectOnce() {
    history.rows("day.csv", DAY);
    history.rows("day.csv", DAY);
    assertThat(history.count("select count(*) from exchange.reject where company = ?"))
        .isEqualTo(5);
  }

  @Test
  void anExportThatIsCorrectedResolvesItsRows() {
    history.rows("day.csv", DAY);
    String exported = export();
    assertThat(exported).contains("reject_id").contains("six").contains("2010-13-01 08:26:00");
    String corrected =
        exported.replace("six", "6").replace("2010-13-01", "2010-12-01").replace("-1.69", "1.69");
    Finished end = history.imported("corrected.csv", corrected, ImportRequest.Mode.KEEP);
    assertThat(end.rows()).isEqualTo(new ImportedRows(5, 3, 0, 0, 2));
    assertThat(open()).isEqualTo(2);
    assertThat(history.count("select count(*) from exchange.reject where company = ?"))
        .isEqualTo(5);
    assertThat(
            history.count(
                "select count(*) from sales.invoice where number like '536365%' and company = ?"))
        .isEqualTo(2);
    history.imported("corrected.csv", corrected, ImportRequest.Mode.KEEP);
    assertThat(history.balances()).contains("2010-12 4000 -100.82");
  }

  @Test
  void aCorrectedFileOfTheSameNameResolvesItsLines() {
    history.rows("day.csv", DAY);
    history.rows("day.csv", DAY.replace("six", "6"));
    assertThat(open()).isEqualTo(4);
  }

  private long open() {
    return history.count(
        "select count(*) from exchange.reject where resolved_at is null and company = ?");
  }

  private String export() {
    HttpAnswer answer =
        history.core().get("/api/companies/" + history.company() + "/exports/rejects");
    return answer.expecting(200).body();
  }
}
