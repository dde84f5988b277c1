package org.millrace.warehouse.check;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.PlacedSql;

/**
 * Checks whole tables in the lake: silver, which is not published, and the rules that look into
 * other tables. Only tables that changed since they were checked last are looked at.
 */
public final class LakeChecks {
  private static final int SAMPLED = 5;

  private final Lake lake;
  private final Clock clock;
  private final Map<String, Long> checked = new HashMap<>();
  private final Map<String, Map<String, Long>> settled = new HashMap<>();
  private final Set<String> suspected = new HashSet<>();

  public LakeChecks(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
  }

  /** Checks every table again at the next call; for a lake whose tables were deleted. */
  public synchronized void forget() {
    checked.clear();
    settled.clear();
    suspected.clear();
  }

  /**
   * Checks the tables that changed since they were checked last.
   *
   * @param isCalledOff asked before each table; the rest is left to the next call
   */
  public synchronized List<CheckResult> run(BooleanSupplier isCalledOff) {
    List<CheckResult> results = new ArrayList<>();
    for (Table table : lake.catalog().tables()) {
      if (isCalledOff.getAsBoolean()) {
        return results;
      }
      long version = lake.log(table).latest();
      if (table.name().layer() != Layer.BRONZE && version > 0) {
        results.addAll(check(table, version));
      }
    }
    return results;
  }

  private List<CheckResult> check(Table table, long version) {
    List<CheckResult> results = new ArrayList<>();
    boolean moved = !Long.valueOf(version).equals(checked.put(table.sql(), version));
    boolean shown = table.filling() instanceof Filling.Shows;
    for (Check check : table.checks()) {
      Set<String> named = named(check);
      if (named.size() > 1) {
        compared(table, check, named).ifPresent(results::add);
      } else if (moved) {
        question(table, check, shown).ifPresent(sql -> results.add(ask(table, check, sql)));
      }
    }
    return results;
  }

  /**
   * A check that holds tables against each other is asked again when one of them moved. They may be
   * seen in the middle of a cycle; so a difference is told when it is found twice in a row.
   */
  private Optional<CheckResult> compared(Table table, Check check, Set<String> named) {
    Map<String, Long> versions = new HashMap<>();
    named.forEach(name -> versions.put(name, lake.log(lake.catalog().named(name)).latest()));
    String id = table.sql() + " " + check.name();
    if (versions.containsValue(-1L) || versions.equals(settled.get(id))) {
      return Optional.empty();
    }
    CheckResult result = ask(table, check, ((Check.Rule.NoRows) check.rule()).sql());
    boolean passed = result.isPassed();
    if (passed || !suspected.add(id)) {
      settled.put(id, versions);
      suspected.remove(id);
      return Optional.of(result);
    }
    return Optional.empty();
  }

  private Set<String> named(Check check) {
    return check.rule() instanceof Check.Rule.NoRows rule
        ? lake.catalog().tables().stream()
            .map(Table::sql)
            .filter(
                name ->
                    Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(rule.sql()).find())
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Optional<String> question(Table table, Check check, boolean shown) {
    if (check.severity() == Check.Severity.QUARANTINE) {
      return Optional.empty(); // what fails is not in the table
    }
    if (check.rule() instanceof Check.Rule.NoRows rule) {
      return Optional.of(rule.sql());
    }
    return table.name().layer() == Layer.SILVER && !shown
        ? RuleSql.failing(check.rule(), table.sql())
        : Optional.empty();
  }

  private CheckResult ask(Table table, Check check, String sql) {
    Dataset<Row> failing =
        new PlacedSql(lake.session()).ask(sql, name -> lake.catalog().table(name).map(lake::place));
    long count = failing.count();
    String sample =
        count == 0 ? "" : String.join(" ", failing.limit(SAMPLED).toJSON().collectAsList());
    return new CheckResult(table.sql(), check, count, sample, clock.instant());
  }
}
