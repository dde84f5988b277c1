package org.millrace.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.catalog.Refresh;

@Tag("slow")
class IncrementalBuildTest {
  private static final List<String> TABLES =
      List.of(
          "silver.item",
          "silver.sales_invoice",
          "silver.sales_invoice_line",
          "silver.sales_payment",
          "silver.stock_movement",
          "silver.item_balance",
          "silver.journal_line",
          "gold.sales_monthly",
          "gold.sales_item_monthly",
          "gold.sales_customer_monthly",
          "gold.sales_segment_monthly",
          "gold.sales_daily",
          "gold.stock_balance",
          "gold.demand_weekly");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {7})
  void anySplitOrderAndRepetitionGivesTheSameTables(long seed) {
    List<TestingEvent> events = TestingEvent.shop(24, 1);
    TestingLake whole = TestingLake.in(folder.resolve("whole"));
    whole.arrive(events);
    whole.bringUp(whole.builder());

    TestingLake pieces = TestingLake.in(folder.resolve("pieces"));
    Builder builder = pieces.builder();
    for (List<TestingEvent> slice : shuffled(events, new Random(seed))) {
      pieces.arrive(slice);
      pieces.bringUp(builder);
    }

    assertThat(contents(pieces)).isEqualTo(contents(whole));
  }

  @ParameterizedTest
  @EnumSource(Refresh.class)
  void warmsUpOverAnEmptyLakeAndWritesNothing(Refresh pace) {
    TestingLake empty = TestingLake.in(folder.resolve("empty"));

    empty.builder().warmUp(pace);

    for (String table : TABLES) {
      assertThat(empty.content(table)).as(table).isEmpty();
    }
  }

  @Test
  void buildsAgainFromBronzeTheSameRows() {
    TestingLake shop = TestingLake.in(folder);
    shop.arrive(TestingEvent.shop(20, 2));
    Builder builder = shop.builder();
    shop.bringUp(builder);
    Map<String, List<String>> before = contents(shop);

    builder.startOver();
    assertThat(shop.content("gold.sales_monthly")).isEmpty();
    shop.bringUp(builder);

    assertThat(contents(shop)).isEqualTo(before);
  }

  @Test
  void leavesAloneWhatDidNotChange() {
    TestingLake shop = TestingLake.in(folder);
    List<TestingEvent> events = TestingEvent.shop(12, 3);
    shop.arrive(events);
    Builder builder = shop.builder();
    shop.bringUp(builder);

    shop.arrive(events.stream().filter(event -> event.type().startsWith("item.")).toList());
    List<String> built = shop.bringUp(builder).stream().map(each -> each.table().sql()).toList();

    assertThat(built).doesNotContain("silver.sales_invoice", "gold.sales_monthly");
  }

  @Test
  void goesOnAfterALostNoteOfTheProgress() {
    TestingLake shop = TestingLake.in(folder);
    List<TestingEvent> events = TestingEvent.shop(20, 4);
    shop.arrive(events.subList(0, 30));
    shop.bringUp(shop.builder());
    shop.arrive(events.subList(30, events.size()));
    Builder forgetful = shop.builder();
    forgetful.mergeNext(org.millrace.warehouse.catalog.Refresh.LIVE, 1);

    shop.bringUp(shop.builder());

    assertThat(shop.content("silver.sales_invoice")).hasSize(20);
    assertThat(shop.content("silver.journal_line")).hasSize(40);
  }

  private static List<List<TestingEvent>> shuffled(List<TestingEvent> events, Random random) {
    List<TestingEvent> all = new ArrayList<>(events);
    all.addAll(events.subList(0, events.size() / 3));
    Collections.shuffle(all, random);
    int first = 1 + random.nextInt(all.size() / 2);
    int second = first + 1 + random.nextInt(all.size() - first - 1);
    return List.of(
        all.subList(0, first), all.subList(first, second), all.subList(second, all.size()));
  }

  private static Map<String, List<String>> contents(TestingLake lake) {
    Map<String, List<String>> contents = new HashMap<>();
    TABLES.forEach(table -> contents.put(table, lake.content(table)));
    return contents;
  }
}
