package org.millrace.analytics.demand.part;

import java.util.List;

/**
 * Makes the forecasts of what each location delivers to each customer group add up to those of the
 * locations and of the groups: scaled to the one and to the other in turn until they hardly move.
 *
 * <p>Source: iterative proportional fitting, Deming and Stephan, Annals of Mathematical Statistics
 * 11 (1940) 427. Worked: cells of 1, 1, 1, 3 over locations of 4 and 4 and groups of 4 and 4 become
 * 2.536, 1.464, 1.464, 2.536.
 */
public final class Crossed {

  private static final int MOST_ROUNDS = 200;
  private static final double NEGLIGIBLE = 1e-9;

  private Crossed() {}

  /** What one location (by its place in the list) delivers to one group; the weight above 0. */
  public record Cell(int location, int group, double weight) {}

  /**
   * The cells so that they add up to each location, and to each group as far as the cells allow: a
   * group without a cell is met by none.
   */
  public static double[] fitted(double[] locations, double[] groups, List<Cell> cells) {
    double[] fitted = cells.stream().mapToDouble(Cell::weight).toArray();
    int[] byLocation = cells.stream().mapToInt(Cell::location).toArray();
    int[] byGroup = cells.stream().mapToInt(Cell::group).toArray();
    double moved = Double.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && moved > NEGLIGIBLE; round++) {
      scale(fitted, byGroup, groups);
      moved = scale(fitted, byLocation, locations);
    }
    return fitted;
  }

  /** Scales the cells of each place to its sum; the largest part by which one had to move. */
  private static double scale(double[] cells, int[] places, double[] sums) {
    double[] now = new double[sums.length];
    for (int cell = 0; cell < cells.length; cell++) {
      now[places[cell]] += cells[cell];
    }
    double moved = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      double has = now[places[cell]];
      double factor = has > 0 ? sums[places[cell]] / has : 1;
      cells[cell] *= factor;
      moved = Math.max(moved, Math.abs(factor - 1));
    }
    return moved;
  }
}
