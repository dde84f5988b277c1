package org.millrace.warehouse.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the catalog tells programs that show tables, as one value to be written as JSON.
 *
 * @param tables the tables by their name in the mart
 * @param documents of each kind of document the table in which it is found by number
 */
public record Description(Map<String, TableEntry> tables, Map<String, String> documents) {
  public Description {
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
  }

  /** One table; the columns in their order. */
  public record TableEntry(
      String lakeName,
      Wording label,
      Wording grain,
      List<String> key,
      Table.Use use,
      List<String> sources,
      Map<String, ColumnEntry> columns) {
    public TableEntry {
      key = List.copyOf(key);
      sources = List.copyOf(sources);
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The columns that people are shown, by name. */
    public List<String> shown() {
      return columns.entrySet().stream()
          .filter(column -> !column.getValue().technical())
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** One column. */
  public record ColumnEntry(
      String type,
      Optional<String> unit,
      Form form,
      Wording label,
      Wording meaning,
      Map<String, Wording> words,
      Column.Leads leads,
      boolean technical) {}

  /** The gold tables of a catalog, as they stand in the mart. */
  public static Description ofMart(Catalog catalog) {
    Map<String, String> documents = new TreeMap<>();
    for (String kind : catalog.documentKinds()) {
      documents.put(kind, catalog.documents(kind).orElseThrow().name().table());
    }
    return new Description(entries(catalog.tables(Layer.GOLD)), documents);
  }

  private static Map<String, TableEntry> entries(Collection<Table> tables) {
    Map<String, TableEntry> entries = new TreeMap<>();
    tables.forEach(table -> entries.put(table.name().table(), entry(table)));
    return entries;
  }

  private static TableEntry entry(Table table) {
    Map<String, ColumnEntry> columns = new LinkedHashMap<>();
    table.columns().forEach(column -> columns.put(column.name(), entry(column)));
    return new TableEntry(
        table.sql(),
        table.label(),
        table.about().grain(),
        table.key(),
        table.use(),
        table.sources(),
        columns);
  }

  private static ColumnEntry entry(Column column) {
    return new ColumnEntry(
        column.type().lake(),
        column.unit(),
        column.form(),
        column.label(),
        column.meaning(),
        column.words(),
        column.leads(),
        column.isTechnical());
  }
}
