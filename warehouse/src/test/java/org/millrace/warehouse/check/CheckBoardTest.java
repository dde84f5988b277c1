package org.millrace.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.lake.Lake;

@Tag("slow")
class CheckBoardTest {
  private static final Instant NOON = Instant.parse("2011-03-01T12:00:00Z");

  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES = List.of("gold.sales_monthly");

  @TempDir private Path folder;

  @Test
  void showsWhatFailedUntilItPasses() {
    TestingLake shop = TestingLake.in(folder, TABLES);
    CheckBoard board = new CheckBoard(shop.lake());
    board.add(List.of(late(shop.lake(), 1)));
    board.write();
    assertThat(shop.content("gold.data_check")).singleElement().asString().contains("\"failed\"");

    board.add(List.of(late(shop.lake(), 0)));
    board.write();
    assertThat(shop.content("gold.data_check")).singleElement().asString().contains("\"passed\"");
  }

  @Test
  void remembersWhatAnEarlierProcessFound() {
    TestingLake shop = TestingLake.in(folder, TABLES);
    CheckBoard earlier = new CheckBoard(shop.lake());
    earlier.add(List.of(late(shop.lake(), 1)));
    earlier.write();
    List<String> before = shop.content("gold.data_check");

    CheckBoard later = new CheckBoard(shop.lake());
    later.writeAnew();
    later.write();

    assertThat(shop.content("gold.data_check")).isEqualTo(before);
  }

  @Test
  void writesNothingWhileNothingTurns() {
    TestingLake shop = TestingLake.in(folder, TABLES);
    CheckBoard board = new CheckBoard(shop.lake());
    board.add(List.of(late(shop.lake(), 1)));
    board.write();
    long version = version(shop.lake());

    board.add(List.of(late(shop.lake(), 1)));
    board.write();

    assertThat(version(shop.lake())).isEqualTo(version);
  }

  private static CheckResult late(Lake lake, long failing) {
    Check fresh =
        lake.catalog().named("gold.sales_monthly").checks().stream()
            .filter(check -> check.rule() instanceof Check.Rule.Fresh)
            .findFirst()
            .orElseThrow();
    return new CheckResult("gold.sales_monthly", fresh, failing, failing == 0 ? "" : "old", NOON);
  }

  private static long version(Lake lake) {
    return lake.log(lake.catalog().named("gold.data_check")).latest();
  }
}
