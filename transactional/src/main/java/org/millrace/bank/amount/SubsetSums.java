package org.millrace.bank.amount;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of some amounts add up to a sum: how many choices there are, and the best one, of the
 * fewest amounts and among these the first found. It looks at choices of any size of up to 15
 * amounts, of up to 4 of up to 40, of up to 2 of more, and gives up after a number of steps.
 */
public final class SubsetSums {
  private static final int SMALL = 15;
  private static final int MIDDLE = 40;
  private static final int MIDDLE_SIZE = 4;
  private static final int STEPS = 50_000;
  private static final int ENOUGH = 100;

  private final long[] amounts;
  private final long[] most;
  private final long[] least;
  private final int sizes;
  private final List<Integer> chosen = new ArrayList<>();
  private List<Integer> best = List.of();
  private int count;
  private int steps;

  private SubsetSums(long[] amounts) {
    this.amounts = amounts;
    int n = amounts.length;
    this.sizes = n <= SMALL ? n : n <= MIDDLE ? MIDDLE_SIZE : 2;
    this.most = new long[n + 1];
    this.least = new long[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      most[i] = most[i + 1] + Math.max(0, amounts[i]);
      least[i] = least[i + 1] + Math.min(0, amounts[i]);
    }
  }

  /** How many choices add up, the best one as places, and whether all choices were looked at. */
  public record Found(int count, List<Integer> best, boolean isComplete) {}

  /** The choices that add up to a sum other than 0. */
  public static Found of(long[] amounts, long sum) {
    SubsetSums search = new SubsetSums(amounts);
    search.from(0, sum);
    return new Found(search.count, search.best, search.steps < STEPS && search.count < ENOUGH);
  }

  private void from(int at, long rest) {
    if (rest == 0 && !chosen.isEmpty()) {
      count++;
      if (best.isEmpty() || chosen.size() < best.size()) {
        best = List.copyOf(chosen);
      }
    }
    if (at == amounts.length
        || chosen.size() == sizes
        || rest > most[at]
        || rest < least[at]
        || count >= ENOUGH) {
      return;
    }
    for (int i = at; i < amounts.length && steps < STEPS; i++) {
      steps++;
      chosen.add(i);
      from(i + 1, rest - amounts[i]);
      chosen.remove(chosen.size() - 1);
    }
  }
}
