package org.millrace.analytics.segmentation;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores from 1 to 5 by rank, ties score the same.
 *
 * <p>{@code score = 1 + floor(5 * (worse + level / 2) / n)}: worse = customers with a worse value,
 * level = customers with this very value (the customer included), n = all. That is the middle of
 * the rank range that the tied customers share (mid-rank). Worked: 20 different values give four
 * customers each score; if all 20 are level, {@code 1 + floor(5 * 10 / 20) = 3} for all.
 */
final class Quintiles<V> {

  private final Map<V, Integer> scores;

  private Quintiles(Map<V, Integer> scores) {
    this.scores = scores;
  }

  /** Ranks all values; the order puts the worst first. */
  static <V> Quintiles<V> of(List<V> values, Comparator<? super V> worstFirst) {
    Map<V, Integer> counts = new TreeMap<>(worstFirst);
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    Map<V, Integer> scores = new TreeMap<>(worstFirst);
    long worse = 0;
    for (Map.Entry<V, Integer> entry : counts.entrySet()) {
      long level = entry.getValue();
      scores.put(entry.getKey(), (int) (1 + 5 * (2 * worse + level) / (2L * values.size())));
      worse += level;
    }
    return new Quintiles<>(scores);
  }

  int score(V value) {
    return requireNonNull(scores.get(value), () -> value + " is not ranked");
  }
}
