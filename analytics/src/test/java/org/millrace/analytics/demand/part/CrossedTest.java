package org.millrace.analytics.demand.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.part.Crossed.Cell;

class CrossedTest {

  private static final double CLOSE = 1e-6;

  @Test
  void cellsAddUpToLocationsAndGroups() {
    double[] fitted =
        Crossed.fitted(
            new double[] {4, 4},
            new double[] {4, 4},
            List.of(new Cell(0, 0, 1), new Cell(0, 1, 1), new Cell(1, 0, 1), new Cell(1, 1, 3)));

    assertThat(fitted).containsExactly(new double[] {2.536, 1.464, 1.464, 2.536}, within(0.0005));
  }

  @Property(tries = 100)
  void anyWeightsAddUpBothWays(
      @ForAll @Size(6) List<@DoubleRange(min = 0.1, max = 100) Double> weights,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double share,
      @ForAll @DoubleRange(min = 0, max = 1000) double total) {
    double[] locations = {total * share, total * (1 - share)};
    double[] groups = {total / 2, total / 3, total / 6};
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      cells.add(new Cell(i / 3, i % 3, weights.get(i)));
    }

    double[] fitted = Crossed.fitted(locations, groups, cells);

    for (int location = 0; location < 2; location++) {
      assertThat(fitted[3 * location] + fitted[3 * location + 1] + fitted[3 * location + 2])
          .isCloseTo(locations[location], within(CLOSE * (1 + total)));
    }
    for (int group = 0; group < 3; group++) {
      assertThat(fitted[group] + fitted[3 + group])
          .isCloseTo(groups[group], within(CLOSE * (1 + total)));
    }
  }

  @Test
  void aGroupWithoutACellLeavesTheLocationsWhole() {
    double[] fitted =
        Crossed.fitted(new double[] {10}, new double[] {4, 6}, List.of(new Cell(0, 0, 1)));

    assertThat(fitted).containsExactly(new double[] {10}, within(CLOSE));
  }

  @Test
  void nothingExpectedIsNothingEverywhere() {
    double[] fitted =
        Crossed.fitted(
            new double[] {0}, new double[] {0, 0}, List.of(new Cell(0, 0, 1), new Cell(0, 1, 2)));

    assertThat(fitted).containsExactly(0, 0);
  }
}
