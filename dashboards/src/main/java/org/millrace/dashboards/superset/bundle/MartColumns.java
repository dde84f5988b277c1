package org.millrace.dashboards.superset.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millrace.dashboards.definition.Label;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.catalog.Wording;

/**
 * The columns of the mart tables with type, label and meaning, and the permissions that other doors
 * ask for a whole row of each; what datasets are made from.
 */
public record MartColumns(Map<String, List<Column>> tables, Map<String, Set<String>> permissions) {
  public MartColumns {
    permissions = Map.copyOf(permissions);
    Map<String, List<Column>> copy = new TreeMap<>();
    tables.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
    tables = Map.copyOf(copy);
  }

  /** The gold tables of the catalog: each has its copy in the mart. */
  public static MartColumns of(Catalog catalog) {
    Map<String, List<Column>> tables = new TreeMap<>();
    Map<String, Set<String>> permissions = new TreeMap<>();
    for (Table table : catalog.tables(Layer.GOLD)) {
      tables.put(
          table.name().table(),
          table.columns().stream()
              .map(c -> new Column(c.name(), c.type().mart(), label(c.label()), label(c.meaning())))
              .toList());
      Table.Access access = table.access();
      Set<String> asked = new TreeSet<>(Set.of(access.readers() + ".read"));
      if (!access.sensitive().isEmpty()) {
        asked.add("cost.read");
      }
      permissions.put(table.name().table(), asked);
    }
    return new MartColumns(tables, permissions);
  }

  private static Label label(Wording said) {
    return new Label(said.en(), said.zh());
  }

  /** One column; the type as PostgreSQL writes it, label and meaning as the catalog says them. */
  public record Column(String name, String type, Label label, Label meaning) {
    boolean isTime() {
      return type.equals("date") || type.startsWith("timestamp");
    }

    /** The type as Superset shows it. */
    String shownType() {
      return type.equals("timestamptz")
          ? "TIMESTAMP WITH TIME ZONE"
          : type.toUpperCase(Locale.ROOT);
    }
  }

  /** The columns of a table by name, in order; refuses a table that is not there. */
  Map<String, Column> of(String table) {
    if (!tables.containsKey(table)) {
      throw new IllegalArgumentException(
          "No mart table '" + table + "'; there are " + new TreeMap<>(tables).keySet());
    }
    Map<String, Column> columns = new LinkedHashMap<>();
    tables.get(table).forEach(c -> columns.put(c.name(), c));
    return columns;
  }
}
