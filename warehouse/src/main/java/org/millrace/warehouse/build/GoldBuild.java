package org.millrace.warehouse.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.DataFile;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.PlacedSql;
import org.millrace.warehouse.lake.RowsInHand;

/** Builds the affected part of one gold table again, in one commit. */
final class GoldBuild {
  private final Lake lake;
  private final RowsInHand sources;

  GoldBuild(Lake lake, RowsInHand sources) {
    this.lake = lake;
    this.sources = sources;
  }

  /** What changed; empty when the part had no rows and has none. */
  Optional<Built> build(Table table, Filling.FromTables load, Affected affected) {
    long before = lake.log(table).latest();
    Map<String, RowsInHand.Held> held = new HashMap<>();
    for (String name : table.sources()) {
      sources
          .reaching(affected, lake.catalog().named(name))
          .ifPresent(rows -> held.put(name, rows));
    }
    Optional<List<Row>> rows =
        held.size() == table.sources().size()
            ? Optional.of(inHand(table, load, affected, held))
            : large(table, load, affected);
    long after = lake.log(table).latest();
    return after == before
        ? Optional.empty()
        : Optional.of(new Built(table, before, after, affected, rows, true));
  }

  /** A company's part of what is affected. */
  record Part(String company, Affected affected) {}

  /** Builds the affected part company by company, each in a commit of its own. */
  Optional<Built> byCompany(Table table, Affected affected, Consumer<Part> step) {
    long before = lake.log(table).latest();
    for (String company : companies(table, affected)) {
      step.accept(new Part(company, affected.of(company)));
    }
    long after = lake.log(table).latest();
    return after == before
        ? Optional.empty()
        : Optional.of(new Built(table, before, after, affected, Optional.empty(), true));
  }

  private Set<String> companies(Table table, Affected affected) {
    Set<String> companies = new TreeSet<>();
    if (affected.companies().isPresent()) {
      companies.addAll(affected.companies().get());
      return companies;
    }
    for (String name : table.sources()) {
      Table source = lake.catalog().named(name);
      if (source.column("company").isPresent()) {
        lake.read(name).select("company").distinct().collectAsList().stream()
            .map(row -> row.<String>getAs("company"))
            .forEach(companies::add);
      }
    }
    return companies;
  }

  private List<Row> inHand(
      Table table, Filling.FromTables load, Affected affected, Map<String, RowsInHand.Held> held) {
    KernelTable stored = lake.small(table);
    List<DataFile> replaced = stored.files(affected);
    Map<String, List<String>> views = new HashMap<>();
    held.forEach((source, rows) -> views.put(source, List.of(rows.view())));
    boolean empty = held.values().stream().allMatch(RowsInHand.Held::isEmpty);
    List<Row> rows = empty ? List.of() : affectedRows(table, load, affected, views).collectAsList();
    if (!rows.isEmpty() || !replaced.isEmpty()) {
      stored.commit(rows, replaced);
    }
    return rows;
  }

  private Optional<List<Row>> large(Table table, Filling.FromTables load, Affected affected) {
    Map<String, List<String>> paths = new HashMap<>();
    table.sources().forEach(name -> paths.put(name, lake.place(lake.catalog().named(name))));
    Dataset<Row> part = affectedRows(table, load, affected, paths);
    Optional<String> where = affected.condition(table);
    if (where.isEmpty()) {
      lake.replace(table.sql(), part.coalesce(2), "");
      return Optional.empty();
    }
    List<Row> rows = part.collectAsList();
    lake.replace(
        table.sql(), lake.session().createDataFrame(rows, part.schema()).coalesce(1), where.get());
    return Optional.of(rows);
  }

  private Dataset<Row> affectedRows(
      Table table, Filling.FromTables load, Affected affected, Map<String, List<String>> places) {
    Dataset<Row> all =
        new PlacedSql(lake.session())
            .ask(load.sql(), name -> Optional.ofNullable(places.get(name)));
    return Lake.typed(table, affected.condition(table).map(all::filter).orElse(all));
  }
}
