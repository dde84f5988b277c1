package org.millrace.warehouse.check;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

/**
 * Whether what rows refer to is there. Only rows that came since the last call are looked at, and a
 * value that is not there is kept in mind until it comes. It counts as missing from when the other
 * table has taken in all of bronze that the row can have come from: tables do not move in step.
 */
public final class References {
  private static final int SAMPLED = 5;

  private final Lake lake;
  private final Clock clock;
  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, Watched> watched = new HashMap<>();

  public References(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
  }

  /** The values that can be referred to. */
  private record Known(ValuesSeen source, Set<List<String>> values) {}

  /** What referred to nothing yet, with the version of bronze at which it was found. */
  private record Watched(ValuesSeen source, Map<List<String>, Long> open) {}

  /** Looks at every row again at the next call; for a lake whose tables were deleted. */
  public synchronized void forget() {
    known.clear();
    watched.clear();
  }

  /**
   * Looks at what came.
   *
   * @param bronze the newest version of bronze
   * @param taken the version of bronze that a table has taken in
   */
  public synchronized List<CheckResult> run(LongSupplier bronze, ToLongFunction<Table> taken) {
    List<CheckResult> results = new ArrayList<>();
    for (Table table : lake.catalog().tables()) {
      for (Check check : table.checks()) {
        if (check.rule() instanceof Check.Rule.Refers refers && lake.log(table).latest() >= 0) {
          results.add(look(table, check, refers, bronze, taken));
        }
      }
    }
    return results;
  }

  private CheckResult look(
      Table table,
      Check check,
      Check.Rule.Refers refers,
      LongSupplier bronze,
      ToLongFunction<Table> taken) {
    Watched watch =
        watched.computeIfAbsent(
            table.sql() + " " + check.name(),
            any -> new Watched(new ValuesSeen(lake, table, refers.columns()), new HashMap<>()));
    Set<List<String>> came = watch.source().since();
    long found = bronze.getAsLong();
    came.forEach(values -> watch.open().putIfAbsent(values, found));
    Table other = lake.catalog().named(refers.to());
    long reached = taken.applyAsLong(other);
    watch.open().keySet().removeAll(there(other, refers.key()));
    List<List<String>> missing =
        watch.open().entrySet().stream()
            .filter(value -> value.getValue() <= reached)
            .map(Map.Entry::getKey)
            .toList();
    return new CheckResult(
        table.sql(), check, missing.size(), sample(missing, refers), clock.instant());
  }

  private Set<List<String>> there(Table other, List<String> key) {
    Known there =
        known.computeIfAbsent(
            other.sql() + key, any -> new Known(new ValuesSeen(lake, other, key), new HashSet<>()));
    there.values().addAll(there.source().since());
    return there.values();
  }

  private static String sample(List<List<String>> missing, Check.Rule.Refers refers) {
    return missing.stream()
        .sorted((a, b) -> String.join("\0", a).compareTo(String.join("\0", b)))
        .limit(SAMPLED)
        .map(values -> refers.columns() + " " + values + " not in " + refers.to())
        .collect(Collectors.joining("; "));
  }
}
