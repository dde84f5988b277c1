package org.millrace.dashboards.definition;

/**
 * Where a board's folder lies: {@code sales/sales} is boards/sales/sales/. Board names are unique
 * over domains.
 */
public record BoardId(String domain, String name) {
  @Override
  public String toString() {
    return domain + "/" + name;
  }
}
