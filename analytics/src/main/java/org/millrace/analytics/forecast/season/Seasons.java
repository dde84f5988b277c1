package org.millrace.analytics.forecast.season;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The seasons of a series in steps, shortest first; none when empty. Worked: 168, 24 and 1 are the
 * seasons 24 and 168.
 */
public record Seasons(List<Integer> steps) {

  public Seasons {
    for (int season : steps) {
      if (season < 1) {
        throw new IllegalArgumentException("A season takes 1 step or more, but one is " + season);
      }
    }
    steps = steps.stream().filter(season -> season > 1).distinct().sorted().toList();
  }

  public static Seasons of(int... steps) {
    return new Seasons(IntStream.of(steps).boxed().toList());
  }

  /** The shortest season, 1 for none. */
  public int shortest() {
    return steps.isEmpty() ? 1 : steps.get(0);
  }

  /** Those that a history of this length shows more than twice. */
  public Seasons shownIn(int length) {
    return new Seasons(steps.stream().filter(season -> length > 2 * season).toList());
  }
}
