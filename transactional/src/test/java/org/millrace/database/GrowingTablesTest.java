package org.millrace.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;

class GrowingTablesTest {
  @Test
  void aTableIsDueEachTimeItsRowsHaveDoubled() {
    GrowingTables growing = new GrowingTables();
    List<Boolean> due =
        Stream.of(60, 40, 99, 1, 0, 150, 60)
            .map(rows -> growing.hasDoubled("sales.invoice", rows, () -> 0))
            .toList();
    assertThat(due).containsExactly(false, true, false, true, false, false, true);
  }

  @Test
  void eachTableIsCountedByItself() {
    GrowingTables growing = new GrowingTables();
    assertThat(growing.hasDoubled("sales.invoice", 100, () -> 0)).isTrue();
    assertThat(growing.hasDoubled("ledger.entry", 99, () -> 0)).isFalse();
  }

  @Test
  void aTableThatWasLargeBeforeTheStartIsDueOnlyWhenItHasDoubled() {
    GrowingTables growing = new GrowingTables();
    assertThat(growing.hasDoubled("outbox.event", 100, () -> 5_000)).isFalse();
    assertThat(growing.hasDoubled("outbox.event", 4_899, () -> 5_000)).isFalse();
    assertThat(growing.hasDoubled("outbox.event", 1, () -> 5_000)).isTrue();
  }

  @Test
  void whatIsCopiedInBulkIsKnownToThePlannerAtOnce() {
    TestingCore core = TestingCore.running();
    core.jdbc().sql("drop table if exists public.growing").update();
    core.jdbc().sql("create table public.growing (number int primary key)").update();
    core.jdbc().sql("grant select, insert, maintain on public.growing to core").update();
    List<Object[]> rows =
        IntStream.range(0, 1_000).mapToObj(number -> new Object[] {number}).toList();
    core.bean(Transactions.class)
        .inOne(
            () -> {
              core.bean(BulkRows.class).copy("public.growing", List.of("number"), rows);
              return rows;
            });
    assertThat(
            core.jdbc()
                .sql("select reltuples from pg_class where oid = 'public.growing'::regclass")
                .query(Integer.class)
                .single())
        .isEqualTo(1_000);
    core.jdbc().sql("drop table public.growing").update();
  }
}
