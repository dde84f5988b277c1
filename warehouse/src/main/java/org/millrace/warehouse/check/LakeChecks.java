package org.millrace.warehouse.check;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

/**
 * Checks whole tables in the lake: silver, which is not published, and the rules that look into
 * other tables. Only tables that changed since they were checked last are looked at.
 */
public final class LakeChecks {
  private static final int SAMPLED = 5;

  private final Lake lake;
  private final Clock clock;
  private final Map<String, Long> checked = new HashMap<>();

  public LakeChecks(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
  }

  /** Checks every table again at the next call; for a lake whose tables were deleted. */
  public synchronized void forget() {
    checked.clear();
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
      boolean shown = table.filling() instanceof Filling.Shows;
      if (table.name().layer() != Layer.BRONZE
          && version > 0
          && !Long.valueOf(version).equals(checked.put(table.sql(), version))) {
        for (Check check : table.checks()) {
          question(table, check, shown).ifPresent(sql -> results.add(ask(table, check, sql)));
        }
      }
    }
    return results;
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
    Dataset<Row> failing = lake.session().sql(sql);
    long count = failing.count();
    String sample =
        count == 0 ? "" : String.join(" ", failing.limit(SAMPLED).toJSON().collectAsList());
    return new CheckResult(table.sql(), check, count, sample, clock.instant());
  }
}
