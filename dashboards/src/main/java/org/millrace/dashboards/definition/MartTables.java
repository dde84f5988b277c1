package org.millrace.dashboards.definition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of the mart schema and their columns in order; what a definition may name. */
public record MartTables(Map<String, List<String>> columns) {
  public MartTables {
    Map<String, List<String>> copy = new TreeMap<>();
    columns.forEach((table, names) -> copy.put(table, List.copyOf(names)));
    columns = Map.copyOf(copy);
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
