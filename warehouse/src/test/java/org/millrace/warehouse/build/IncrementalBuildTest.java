package org.millrace.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.catalog.Refresh;

@Tag("slow")
class IncrementalBuildTest {
  @TempDir private Path folder;

  @Test
  void aSliceForSparkGivesTheRowsOfSlicesInHand() {
    List<TestingEvent> events = TestingEvent.shop(400, 1);
    Sizes sizes = new Sizes(60_000, 1_000, 60_000);
    assertThat(events).hasSizeGreaterThan((int) sizes.eventsInHand());
    TestingLake large = TestingLake.in(folder.resolve("large"), Contents.TABLES);
    large.arrive(events);
    large.bringUp(new Builder(large.lake(), large.workers(), sizes));

    TestingLake small = TestingLake.in(folder.resolve("small"), Contents.TABLES);
    Builder builder = small.builder(); // all in hand
    for (List<TestingEvent> half : List.of(events.subList(0, 600), rest(events, 600))) {
      small.arrive(half);
      small.bringUp(builder);
    }

    assertThat(Contents.of(small)).isEqualTo(Contents.of(large));
  }

  @Test
  void sparkBuildsTheRowsThatAreBuiltInHand() {
    List<TestingEvent> events = TestingEvent.shop(24, 1);
    TestingLake inHand = TestingLake.in(folder.resolve("in-hand"), Contents.TABLES);
    inHand.arrive(events);
    inHand.bringUp(inHand.builder());

    TestingLake spark = TestingLake.in(folder.resolve("spark"), Contents.TABLES);
    Builder builder = new Builder(spark.lake(), spark.workers(), new Sizes(60_000, 0, 0));
    spark.arrive(events.subList(0, 50));
    spark.bringUp(builder);
    spark.arrive(rest(events, 40));
    spark.bringUp(builder);

    assertThat(Contents.of(spark)).isEqualTo(Contents.of(inHand));
  }

  @Test
  void buildsAgainFromBronzeTheSameRows() {
    TestingLake shop = TestingLake.in(folder, Contents.TABLES);
    shop.arrive(TestingEvent.shop(20, 2));
    Builder builder = shop.builder();
    shop.bringUp(builder);
    Map<String, List<String>> before = Contents.of(shop);

    builder.startOver();
    assertThat(shop.content("gold.sales_monthly")).isEmpty();
    shop.bringUp(builder);

    assertThat(Contents.of(shop)).isEqualTo(before);
  }

  @Test
  void leavesAloneWhatDidNotChange() {
    TestingLake shop = TestingLake.in(folder, Contents.TABLES);
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
    TestingLake shop = TestingLake.in(folder, Contents.TABLES);
    List<TestingEvent> events = TestingEvent.shop(20, 4);
    shop.arrive(events.subList(0, 30));
    shop.bringUp(shop.builder());
    shop.arrive(events.subList(30, events.size()));
    Builder forgetful = shop.builder();
    forgetful.mergeNext(Refresh.LIVE, 1);

    shop.bringUp(shop.builder());

    assertThat(shop.content("silver.sales_invoice")).hasSize(20);
    assertThat(shop.content("silver.journal_line")).hasSize(40);
  }

  /** As a kill or a backup between the file and its checksum leaves them. */
  @Test
  void goesOnWithAChecksumOfAnotherNoteOfTheProgress() throws IOException {
    TestingLake shop = TestingLake.in(folder, Contents.TABLES);
    shop.arrive(TestingEvent.shop(5, 1));
    shop.bringUp(shop.builder());
    byte[] other = new byte[4_096];
    System.arraycopy(new byte[] {'c', 'r', 'c', 0, 0, 0, 2, 0}, 0, other, 0, 8); // sums of 512
    Files.write(folder.resolve("._warehouse_progress.json.crc"), other);

    Builder builder = shop.builder();

    assertThat(builder.silverVersion(Refresh.LIVE)).isEqualTo(builder.bronzeVersion());
  }

  private static List<TestingEvent> rest(List<TestingEvent> events, int from) {
    return events.subList(from, events.size());
  }
}
