package org.millrace.warehouse.catalog;

/** Where a table belongs; {@link #sql()} is unique in the catalog. */
public record TableName(String domain, Layer layer, String table) {

  /** The name in lake SQL, such as {@code gold.sales_monthly}. */
  public String sql() {
    return layer.word() + "." + table;
  }

  @Override
  public String toString() {
    return sql();
  }
}
