package org.millrace.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.catalog.Refresh;

@Tag("slow")
class WarmUpCyclesTest {
  private static final Path CONTRACTS = Path.of("../transactional/contracts");

  @TempDir private Path folder;
  private Path stage;
  private TestingLake real;
  private WarmUpCycles cycles;

  @BeforeEach
  void open() {
    stage = folder.resolve("stage");
    real = TestingLake.in(folder.resolve("real"));
    cycles = new WarmUpCycles(real.lake(), real.workers(), CONTRACTS, stage);
  }

  @Test
  void fillsTheTablesOfTheStageAndLeavesNothing() {
    List<Long> sales = new ArrayList<>();
    List<Long> months = new ArrayList<>();

    int played =
        cycles.run(
            Refresh.LIVE,
            2,
            () -> {
              sales.add(dataFiles("silver/sales_invoice"));
              months.add(dataFiles("gold/sales_monthly"));
              return false;
            });

    assertThat(played).isEqualTo(2);
    assertThat(sales.get(0)).isZero();
    assertThat(sales.get(sales.size() - 1)).isPositive();
    assertThat(months.get(months.size() - 1)).isPositive();
    assertThat(stage).doesNotExist();
    for (String table : Contents.TABLES) {
      assertThat(real.content(table)).as(table).isEmpty();
    }
  }

  @Test
  void endsWhenThereIsWorkAndClearsWhatAKilledOneLeft() throws IOException {
    Files.createDirectories(stage.resolve("silver"));
    Files.writeString(stage.resolve("silver/left"), "half");

    assertThat(cycles.run(Refresh.LIVE, 5, () -> true)).isZero();

    assertThat(stage).doesNotExist();
  }

  private long dataFiles(String table) {
    if (!Files.exists(stage.resolve(table))) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(stage.resolve(table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
