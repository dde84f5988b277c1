package org.millrace.warehouse.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One table of the lake, as its folder describes it; checked when read. */
public record Table(
    TableName name,
    About about,
    Shape shape,
    Use use,
    Supply supply,
    List<Check> checks,
    Path folder) {

  public Table {
    checks = List.copyOf(checks);
  }

  /** What a reader must know; the grain says in one sentence what a row is. */
  public record About(
      Wording label,
      Wording grain,
      String owner,
      String lateData,
      String knownHoles,
      Access access) {}

  /**
   * How people use the rows.
   *
   * @param search the columns that a search looks into
   * @param order the order in which rows are shown first; by key where none is given
   * @param document the document that a row belongs to
   */
  public record Use(List<String> search, List<Sort> order, Optional<Document> document) {
    public Use {
      search = List.copyOf(search);
      order = List.copyOf(order);
    }
  }

  /** One column of an order; {@code -day} in table.yaml is the latest day first. */
  public record Sort(String column, boolean isDescending) {}

  /** The kinds of document whose rows a table holds, and the column of their number. */
  public record Document(List<String> kinds, String number) {
    public Document {
      kinds = List.copyOf(kinds);
    }
  }

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

  /** Label and grain in both languages, for the comment of the table. */
  public String comment() {
    return "%s: %s | %s：%s"
        .formatted(label().en(), about.grain().en(), label().zh(), about.grain().zh());
  }

  public Wording label() {
    return about.label();
  }

  /** True where a row of the table is a document of this kind, or belongs to one. */
  public boolean holds(String kind) {
    return use.document().filter(document -> document.kinds().contains(kind)).isPresent();
  }

  /** True where the number of its document tells the rows of a company apart. */
  public boolean hasOneRowPerDocument() {
    return use.document()
        .filter(document -> key().equals(List.of("company", document.number())))
        .isPresent();
  }

  /**
   * The columns that tell apart what gives way as a whole to a newer version: a row by its key, or
   * all rows of a document.
   */
  public List<String> subject() {
    boolean isWhole = filling() instanceof Filling.FromEvents load && load.keep() == Keep.DOCUMENT;
    return isWhole ? List.of("company", use.document().orElseThrow().number()) : key();
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

  /** The checks that hold rows back; a table made of events has {@link Storable} among them. */
  public List<Check> quarantines() {
    Stream<Check> implied =
        filling() instanceof Filling.FromEvents ? Storable.check(this).stream() : Stream.of();
    return Stream.concat(
            checks.stream().filter(check -> check.severity() == Check.Severity.QUARANTINE), implied)
        .toList();
  }

  public boolean isGold() {
    return name.layer() == Layer.GOLD;
  }
}
