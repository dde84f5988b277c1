package org.millrace.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.hadoop.fs.FileUtil;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;

/** However the events of a shop come, split, reordered and repeated, the tables are the same. */
@Tag("slow")
class AnySplitTest {
  private static Path folder;
  private static Map<String, List<String>> whole;

  /** Slices of events, as they come. */
  record Arrival(List<List<TestingEvent>> slices) {
    static Arrival of(List<TestingEvent> order, List<TestingEvent> again, int first, int second) {
      List<TestingEvent> all = new ArrayList<>(order);
      all.addAll(all.size() / 2, again);
      int one = all.size() * first / 100;
      int two = one + (all.size() - one) * second / 100;
      return new Arrival(
          List.of(all.subList(0, one), all.subList(one, two), all.subList(two, all.size())));
    }
  }

  @BeforeContainer
  static void bringUpTheWhole() throws IOException {
    folder = Files.createTempDirectory("millrace-any-split");
    TestingLake lake = TestingLake.in(folder.resolve("whole"), Contents.TABLES);
    lake.arrive(events());
    lake.bringUp(lake.builder());
    whole = Contents.of(lake);
    lake.close();
  }

  @AfterContainer
  static void clear() {
    FileUtil.fullyDelete(folder.toFile());
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void anySplitOrderAndRepetitionGivesTheSameTables(@ForAll("arrivals") Arrival arrival)
      throws IOException {
    TestingLake pieces =
        TestingLake.in(Files.createTempDirectory(folder, "pieces"), Contents.TABLES);
    Builder builder = pieces.builder();
    for (List<TestingEvent> slice : arrival.slices()) {
      if (!slice.isEmpty()) {
        pieces.arrive(slice);
        pieces.bringUp(builder);
      }
    }

    assertThat(Contents.of(pieces)).isEqualTo(whole);
    pieces.close();
  }

  @Provide
  Arbitrary<Arrival> arrivals() {
    Arbitrary<List<TestingEvent>> order = Arbitraries.shuffle(events());
    Arbitrary<List<TestingEvent>> again = Arbitraries.of(events()).list().ofMaxSize(30);
    Arbitrary<Integer> share = Arbitraries.integers().between(0, 100);
    return Combinators.combine(order, again, share, share).as(Arrival::of);
  }

  /** A shop's events, one that breaks a rule and stays so, and one that is corrected. */
  private static List<TestingEvent> events() {
    List<TestingEvent> events = new ArrayList<>(TestingEvent.shop(18, 1));
    events.add(TestingEvent.invoice(77, "99.00", 500));
    events.add(TestingEvent.invoice(77, "10.00", 501));
    events.add(TestingEvent.invoice(78, "99.00", 502));
    return events;
  }
}
