package org.millrace.dashboards.definition;

/** Where a metric's file lies: {@code sales/net-revenue} is metrics/sales/net-revenue.yaml. */
public record MetricId(String domain, String name) {
  public MetricId {
    if (!domain.matches("[a-z][a-z-]*") || !name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "A metric is named domain/name in small letters, not '" + domain + "/" + name + "'");
    }
  }

  /** Reads {@code domain/name}. */
  public static MetricId of(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "A metric is named domain/name, such as sales/net-revenue, not '" + text + "'");
    }
    return new MetricId(parts[0], parts[1]);
  }

  @Override
  public String toString() {
    return domain + "/" + name;
  }
}
