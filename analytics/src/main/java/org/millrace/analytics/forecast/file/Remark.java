package org.millrace.analytics.forecast.file;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What was done with a series whose periods do not follow each other one by one. */
record Remark(Kind kind, String what) {

  private static final int MOST_SHOWN = 10;

  /** What was done, in words that follow the number of series. */
  enum Kind {
    FILLED(
        "with missing periods, filled as the ones around them and the season say;"
            + " write 0 where there was no demand"),
    MOVED("with times off their regular step, moved to the nearest one"),
    WEEKDAYS("without any value on some weekday, their other days following each other"),
    UNEVEN("of no regular step, their values taken one after the other"),
    ENDED("ending in rows without a value, their first step ahead following the last value");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** What is missing between known values, and where the first of it lies; empty for nothing. */
  static Optional<Remark> filled(double[] values, IntFunction<String> afterPlace) {
    int known = -1;
    int before = -1;
    int missing = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        int gap = known < 0 ? 0 : i - known - 1;
        before = missing == 0 && gap > 0 ? known : before;
        missing += gap;
        known = i;
      }
    }
    int all = NamedSeries.trimmed(values).length;
    String what = missing == 0 ? "" : "%d of %d, the first ".formatted(missing, all);
    return missing == 0
        ? Optional.empty()
        : Optional.of(new Remark(Kind.FILLED, what + afterPlace.apply(before)));
  }

  /** Says all remarks on the series, each kind together, the first ten of them in full. */
  static void say(List<NamedSeries> all, PrintStream screen) {
    for (Kind kind : Kind.values()) {
      List<String> lines =
          all.stream()
              .flatMap(
                  series ->
                      series.remarks().stream()
                          .filter(remark -> remark.kind == kind)
                          .map(remark -> "  '" + series.name() + "': " + remark.what))
              .toList();
      if (!lines.isEmpty()) {
        screen.printf("millrace: %,d series %s%n", lines.size(), kind.words);
        lines.stream().limit(MOST_SHOWN).forEach(screen::println);
      }
      if (lines.size() > MOST_SHOWN) {
        screen.printf("  ... and %,d more%n", lines.size() - MOST_SHOWN);
      }
    }
  }
}
