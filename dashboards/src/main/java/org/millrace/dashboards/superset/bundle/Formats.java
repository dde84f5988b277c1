package org.millrace.dashboards.superset.bundle;

import org.millrace.dashboards.definition.Metric;

/** Units as number formats of d3. */
final class Formats {
  private Formats() {}

  static String of(Metric.Unit unit) {
    return switch (unit) {
      case MONEY -> ",.2f";
      case COUNT -> ",d";
      case QUANTITY -> ",.4~f";
      case PERCENT -> ".1%";
    };
  }
}
