package org.millrace.warehouse.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Table;

/**
 * Which companies' parts of gold tables cannot be built and why. From the same versions of the
 * sources the same comes out, so such a table is tried again when one of them has moved.
 */
final class GoldFaults {
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();

  private record Fault(List<Long> versions, Map<String, String> reasons) {
    Fault {
      versions = List.copyOf(versions);
      reasons = new TreeMap<>(reasons);
    }
  }

  /** Notes what a build of a table from these versions of its sources left out, by company. */
  void note(Table table, List<Long> versions, Map<String, String> reasons) {
    if (reasons.isEmpty()) {
      faults.remove(table.sql());
    } else {
      faults.put(table.sql(), new Fault(versions, reasons));
    }
  }

  /** True when the table was tried with these versions and was not whole. */
  boolean isTried(Table table, List<Long> versions) {
    return Optional.ofNullable(faults.get(table.sql()))
        .filter(fault -> fault.versions().equals(versions))
        .isPresent();
  }

  boolean isWhole(Table table) {
    return !faults.containsKey(table.sql());
  }

  /** Why a table is not whole; empty where it is. */
  String reason(Table table) {
    return Optional.ofNullable(faults.get(table.sql())).map(Fault::reasons).stream()
        .flatMap(reasons -> reasons.entrySet().stream())
        .map(each -> "company %s stands still: %s".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining("; "));
  }
}
