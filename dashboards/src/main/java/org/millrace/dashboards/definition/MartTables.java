package org.millrace.dashboards.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Layer;

/** The tables of the mart schema and their columns in order; what a definition may name. */
public record MartTables(Map<String, List<String>> columns) {
  public MartTables {
    Map<String, List<String>> copy = new TreeMap<>();
    columns.forEach((table, names) -> copy.put(table, List.copyOf(names)));
    columns = Map.copyOf(copy);
  }

  /** The gold tables of a checkout; each stands in the mart under the same name. */
  public static MartTables read(Path root) {
    return of(Catalog.read(root.resolve("warehouse/tables")));
  }

  /** The gold tables of a catalog. */
  public static MartTables of(Catalog catalog) {
    Map<String, List<String>> columns = new TreeMap<>();
    catalog
        .tables(Layer.GOLD)
        .forEach(table -> columns.put(table.name().table(), table.columnNames()));
    return new MartTables(columns);
  }

  /** Whether the mart has this table. */
  public boolean has(String table) {
    return columns.containsKey(table);
  }

  /** Whether the table has this column. */
  public boolean has(String table, String column) {
    return columns.getOrDefault(table, List.of()).contains(column);
  }

  /** The columns of a table; refuses a table that is not there. */
  public List<String> of(String table) {
    if (!has(table)) {
      throw new IllegalArgumentException(
          "No mart table '"
              + table
              + "'; there are "
              + columns.keySet().stream().sorted().toList());
    }
    return columns.get(table);
  }
}
