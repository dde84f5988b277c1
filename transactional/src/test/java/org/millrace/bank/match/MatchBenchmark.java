package org.millrace.bank.match;

import java.util.List;
import java.util.Locale;

/**
 * How long it takes to match many lines with many open items, cold and again. Arguments: LINES
 * ITEMS SEED.
 */
final class MatchBenchmark {
  private static final double LIMIT_SECONDS = 10;
  private static final int TIMES = 5;

  private MatchBenchmark() {}

  public static void main(String[] arguments) {
    int lines = number(arguments, 0, 10_000);
    int items = number(arguments, 1, 50_000);
    RandomBank bank = new RandomBank(number(arguments, 2, 1), items, lines, items / 10 + 1);
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      List<Match> matches =
          MatchLines.match(bank.lines(), bank.items(), MatchRules.NONE, List.of(), RandomBank.EUR);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%,d lines, %,d open items: %.2f s (limit %.0f s, ratio %.2f); %,d proposals, %,d with"
              + " items, %,d of them to be booked without a person%n",
          lines,
          items,
          seconds,
          LIMIT_SECONDS,
          seconds / LIMIT_SECONDS,
          matches.size(),
          matches.stream().filter(match -> !match.items().isEmpty()).count(),
          matches.stream().filter(m -> !m.items().isEmpty() && m.ground().isSafe()).count());
    }
  }

  private static int number(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }
}
