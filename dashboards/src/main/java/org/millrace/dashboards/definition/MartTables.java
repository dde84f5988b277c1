package org.millrace.dashboards.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;

/**
 * The tables of the mart schema and their columns in order; what a definition may name. As one
 * reader sees them they lack what that reader may not see, and tell the permission it needs.
 */
public record MartTables(
    Map<String, List<String>> columns, Map<String, Table.Access> access, Hidden hidden) {
  private static final String COSTS = "cost.read";

  public MartTables {
    Map<String, List<String>> copy = new TreeMap<>();
    columns.forEach((table, names) -> copy.put(table, List.copyOf(names)));
    columns = Map.copyOf(copy);
    access = Map.copyOf(access);
  }

  /** What a reader may not see: tables, and columns as {@code table.column}, by permission. */
  public record Hidden(Map<String, String> permissions) {
    private static final Hidden NOTHING = new Hidden(Map.of());

    public Hidden {
      permissions = Map.copyOf(permissions);
    }
  }

  /** The reader may not see this table or column; the message names the permission it needs. */
  public static final class NotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotReadable(String what, String permission) {
      super(what + " is shown to who has the permission " + permission + " for the company");
    }
  }

  /** Tables of which nothing is hidden. */
  public static MartTables of(Map<String, List<String>> columns) {
    return new MartTables(columns, Map.of(), Hidden.NOTHING);
  }

  /** The gold tables of a checkout; each stands in the mart under the same name. */
  public static MartTables read(Path root) {
    return of(Catalog.read(root.resolve("warehouse/tables")));
  }

  /** The gold tables of a catalog. */
  public static MartTables of(Catalog catalog) {
    Map<String, List<String>> columns = new TreeMap<>();
    Map<String, Table.Access> access = new TreeMap<>();
    for (Table table : catalog.tables(Layer.GOLD)) {
      columns.put(table.name().table(), table.columnNames());
      access.put(table.name().table(), table.access());
    }
    return new MartTables(columns, access, Hidden.NOTHING);
  }

  /** The tables and columns that somebody sees who has these permissions. */
  public MartTables readableWith(Predicate<String> permissions) {
    Map<String, List<String>> seen = new TreeMap<>();
    Map<String, String> missing = new TreeMap<>();
    columns.forEach(
        (table, names) -> {
          Table.Access rule =
              Objects.requireNonNull(access.get(table), () -> table + " declares no readers");
          String needed = rule.readers() + ".read";
          if (!permissions.test(needed)) {
            missing.put(table, needed);
          } else if (permissions.test(COSTS)) {
            seen.put(table, names);
          } else {
            seen.put(table, names.stream().filter(c -> !rule.sensitive().contains(c)).toList());
            rule.sensitive().forEach(column -> missing.put(table + "." + column, COSTS));
          }
        });
    return new MartTables(seen, access, new Hidden(missing));
  }

  /** Whether the mart has this table. */
  public boolean has(String table) {
    return columns.containsKey(table);
  }

  /** Whether the table has this column. */
  public boolean has(String table, String column) {
    return columns.getOrDefault(table, List.of()).contains(column);
  }

  /**
   * The columns of a table; refuses a table that is not there.
   *
   * @throws NotReadable when it is there, but not for this reader
   */
  public List<String> of(String table) {
    List<String> names = columns.get(table);
    if (names == null) {
      refuseHidden(table, "Table " + table);
      throw new IllegalArgumentException(
          "No mart table '"
              + table
              + "'; there are "
              + columns.keySet().stream().sorted().toList());
    }
    return names;
  }

  /**
   * Refuses a column that the table does not have.
   *
   * @throws NotReadable when it has it, but not for this reader
   */
  public void require(String table, String column) {
    List<String> names = of(table);
    if (!names.contains(column)) {
      refuseHidden(table + "." + column, "Column " + column + " of " + table);
      throw new IllegalArgumentException(
          "Table " + table + " has no column '" + column + "'; it has " + names);
    }
  }

  private void refuseHidden(String key, String what) {
    String permission = hidden.permissions().get(key);
    if (permission != null) {
      throw new NotReadable(what, permission);
    }
  }
}
