package org.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.springframework.jdbc.core.JdbcTemplate;

/** Few rows and many are written alike, though not by the same statement. */
class BulkRowsTest {
  private static final List<String> COLUMNS =
      List.of("words", "amount", "flag", "id", "day", "moment", "list", "absent");
  private static final Object[] ROW = {
    "tab\t, line\n, slash \\ and 'quote'",
    new BigDecimal("1E+3"),
    true,
    UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
    LocalDate.of(2026, 2, 28),
    Instant.parse("2026-02-28T23:59:59.123456Z"),
    new String[] {"a \"b\"", "c, \\d", ""},
    Optional.empty()
  };

  private final TestingCore core = TestingCore.running();
  private final BulkRows bulk = core.bean(BulkRows.class);
  private final Transactions transactions = core.bean(Transactions.class);
  private final JdbcTemplate jdbc = core.bean(JdbcTemplate.class);

  @Test
  void writesFewRowsAsItWritesMany() {
    assertThat(written(3)).hasSize(3).containsAll(written(300));
    assertThat(written(300)).hasSize(300);
    assertThat(written(1).get(0))
        .contains("tab\t, line\n, slash \\ and 'quote'", "1000", "2026-02-28")
        .endsWith("|a \"b\"/c, \\d/|null");
  }

  @Test
  void refusesARowThatLacksAValue() {
    for (int rows : new int[] {1, 20}) {
      List<Object[]> wrong = Collections.nCopies(rows, new Object[] {"x"});
      assertThatThrownBy(
              () ->
                  transactions.inOne(
                      () -> {
                        bulk.copy("item.item", List.of("company", "code"), wrong);
                        return true;
                      }))
          .hasMessageContaining("A row for item.item has 1 values for 2 columns");
    }
  }

  @Test
  void writesThoseWhoseKeyIsNewByOneStatement() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("company", "text");
    columns.put("code", "text");
    columns.put("words", "text[]");
    columns.put("count", "numeric");
    transactions.inOne(
        () -> {
          jdbc.execute(
              "create temporary table keyed (company text, code text, words text[], count int,"
                  + " primary key (company, code)) on commit drop");
          Object[] there = {"C", "A", new String[] {"old"}, BigDecimal.ONE};
          bulk.copyMissing("keyed", columns, "code", List.<Object[]>of(there));
          Object[] again = {"C", "A", new String[] {"new"}, BigDecimal.TEN};
          Object[] fresh = {"C", "B", new String[] {"a \"b\", c", "d"}, Optional.empty()};
          Object[] twice = {"C", "B", new String[] {}, BigDecimal.TEN};
          assertThat(bulk.copyMissing("keyed", columns, "code", List.of(again, fresh, twice)))
              .containsExactly("B");
          assertThat(
                  jdbc.queryForList(
                      "select concat_ws('|', code, array_to_string(words, '/'), count) from keyed"
                          + " order by code",
                      String.class))
              .containsExactly("A|old|1", "B|a \"b\", c/d");
          return true;
        });
  }

  private List<String> written(int rows) {
    return transactions.inOne(
        () -> {
          jdbc.execute(
              "create temporary table bulk (words text, amount numeric, flag boolean, id uuid,"
                  + " day date, moment timestamptz, list text[], absent text) on commit drop");
          bulk.copy("bulk", COLUMNS, Collections.nCopies(rows, ROW));
          return jdbc.queryForList(
              "select concat_ws('|', words, amount, flag, id, day, moment,"
                  + " array_to_string(list, '/'), coalesce(absent, 'null')) from bulk",
              String.class);
        });
  }
}
