package org.millrace.warehouse.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One table of the lake, as its folder describes it; checked when read. */
public record Table(
    TableName name, About about, Shape shape, Supply supply, List<Check> checks, Path folder) {

  public Table {
    checks = List.copyOf(checks);
  }

  /** What a reader must know. */
  public record About(
      String grain, String owner, String lateData, String knownHoles, Access access) {}

  /**
   * Who may read: those who may read the domain {@code readers}, and of its columns the sensitive
   * ones (costs, margins) only those who may read costs as well.
   */
  public record Access(String readers, List<String> sensitive) {
    public Access {
      sensitive = List.copyOf(sensitive);
    }
  }

  /** Columns in order, the key, the columns the files are laid out by, the mart's indexes. */
  public record Shape(
      List<Column> columns, List<String> key, List<String> partition, List<List<String>> indexes) {
    public Shape {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
      partition = List.copyOf(partition);
      indexes = List.copyOf(indexes);
    }
  }

  /** Where the rows come from and how soon. */
  public record Supply(Filling filling, List<String> sources, Refresh refresh) {
    public Supply {
      sources = List.copyOf(sources);
    }
  }

  /** The name in lake SQL. */
  public String sql() {
    return name.sql();
  }

  public List<Column> columns() {
    return shape.columns();
  }

  public List<String> columnNames() {
    return shape.columns().stream().map(Column::name).toList();
  }

  /** The column of that name, if there is one. */
  public Optional<Column> column(String column) {
    return shape.columns().stream().filter(each -> each.name().equals(column)).findFirst();
  }

  /** Who may read the table. */
  public Access access() {
    return about.access();
  }

  public List<String> key() {
    return shape.key();
  }

  public List<String> partition() {
    return shape.partition();
  }

  /** The columns that people look rows up by in the mart, beside the key. */
  public List<List<String>> indexes() {
    return shape.indexes();
  }

  public Filling filling() {
    return supply.filling();
  }

  public List<String> sources() {
    return supply.sources();
  }

  public Refresh refresh() {
    return supply.refresh();
  }

  /** The checks that hold rows back. */
  public List<Check> quarantines() {
    return checks.stream().filter(check -> check.severity() == Check.Severity.QUARANTINE).toList();
  }

  public boolean isGold() {
    return name.layer() == Layer.GOLD;
  }
}
