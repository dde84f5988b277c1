package org.millrace.notebooks;

import io.delta.kernel.Snapshot;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Filling;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The gold tables of a lake as Tablesaw tables. Reads the newest version through the Delta log, so
 * files that a later commit removed, and rows it deleted, are not seen. Decimal columns become
 * double columns: right to the cent for sums below ten trillion, round before comparing.
 */
public final class Gold {

  private final Catalog catalog;
  private final String lake;
  private final Engine engine = DefaultEngine.create(new Configuration());

  private Gold(Catalog catalog, String lake) {
    this.catalog = catalog;
    this.lake = lake;
  }

  /** The gold of the instance that the environment names by MILLRACE_ROOT and MILLRACE_LAKE. */
  public static Gold ofEnvironment() {
    return of(System.getenv());
  }

  static Gold of(Map<String, String> environment) {
    Path root = Path.of(required(environment, "MILLRACE_ROOT", "the checkout's folder"));
    String lake = required(environment, "MILLRACE_LAKE", "the lake's folder or address");
    return new Gold(Catalog.read(root.resolve("warehouse/tables")), lake);
  }

  /**
   * Some columns of a gold table, such as {@code sales_monthly}; all columns when none is named.
   */
  public Table read(String table, String... columns) {
    return new GoldReader(engine, snapshot(table)).read(table, List.of(columns));
  }

  /**
   * What the columns of a gold table are called and mean: column, type, unit, label, meaning.
   *
   * @param language {@code en} or {@code zh}
   */
  public Table describe(String table, String language) {
    StringColumn names = StringColumn.create("column");
    StringColumn types = StringColumn.create("type");
    StringColumn units = StringColumn.create("unit");
    StringColumn labels = StringColumn.create("label");
    StringColumn meanings = StringColumn.create("meaning");
    for (Column column : catalog.named("gold." + table).columns()) {
      names.append(column.name());
      types.append(column.type().lake());
      units.append(column.unit().orElse(""));
      labels.append(column.label().in(language));
      meanings.append(column.meaning().in(language));
    }
    return Table.create(table, names, types, units, labels, meanings);
  }

  /** The same of an earlier Delta version, for example the one that the boards show now. */
  public Table readVersion(String table, long version, String... columns) {
    Snapshot snapshot =
        io.delta.kernel.Table.forPath(engine, path("gold." + table))
            .getSnapshotAsOfVersion(engine, version);
    return new GoldReader(engine, snapshot).read(table, List.of(columns));
  }

  /** The Delta version that {@link #read} gives now. */
  public long version(String table) {
    return snapshot(table).getVersion();
  }

  private Snapshot snapshot(String table) {
    String path = path("gold." + table);
    try {
      return io.delta.kernel.Table.forPath(engine, path).getLatestSnapshot(engine);
    } catch (TableNotFoundException missing) {
      throw new IllegalStateException(
          "No table %s under %s: start the instance (./millrace up) and post or import documents"
              .formatted(table, path),
          missing);
    }
  }

  private String path(String name) {
    org.millrace.warehouse.catalog.Table table = catalog.named(name);
    if (table.filling() instanceof Filling.Shows shows) {
      return path(shows.table());
    }
    return "%s/%s/%s".formatted(lake, table.name().layer().word(), table.name().table());
  }

  static String required(Map<String, String> environment, String name, String meaning) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "%s is not set; it names %s. Run notebooks by ./millrace notebook, which sets it"
              .formatted(name, meaning));
    }
    return value;
  }
}
