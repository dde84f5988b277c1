package org.millrace.warehouse.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Check;

/** Whether bronze has every event of the outbox, as ingestion finds it each minute. */
public final class Reconciled {
  private static final Check CHECK =
      new Check(
          "has-all-of-the-outbox",
          Check.Severity.WARN,
          new Check.Rule.NoRows("SELECT * FROM outbox.reconciliation"));

  private Reconciled() {}

  /** What the check says of the events missing, by domain. */
  public static List<CheckResult> results(Map<String, Long> missing, Instant at) {
    String sample =
        missing.isEmpty()
            ? ""
            : missing.entrySet().stream()
                .map(each -> each.getValue() + " of " + each.getKey())
                .collect(Collectors.joining(", ", "", "; ./millrace repair reads them again"));
    long rows = missing.values().stream().mapToLong(Long::longValue).sum();
    return List.of(new CheckResult("bronze.events", CHECK, rows, sample, at));
  }
}
