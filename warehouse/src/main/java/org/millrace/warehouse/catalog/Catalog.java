package org.millrace.warehouse.catalog;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All tables of the lake, read from their folders; refuses folders that do not hold together. */
public final class Catalog {
  private final Map<String, Table> tables;

  private Catalog(Map<String, Table> tables) {
    this.tables = tables;
  }

  /**
   * Reads {@code <root>/<domain>/<layer>/<table>/}.
   *
   * @throws CatalogInvalid with every problem found, each as file:line
   */
  public static Catalog read(Path root) {
    if (!Files.isDirectory(root)) {
      throw new CatalogInvalid(
          List.of(root + ":1: no such folder; MILLRACE_ROOT must name the checkout"));
    }
    List<String> problems = new ArrayList<>();
    List<TableFolder> folders = folders(root, problems);
    Map<String, Table> tables = new LinkedHashMap<>();
    folders.stream()
        .sorted(Comparator.comparing(Catalog::turn))
        .forEach(
            folder -> {
              Table table =
                  folder.table(
                      name -> Optional.ofNullable(tables.get(name)), name -> words(name, folders));
              if (tables.put(table.sql(), table) != null) {
                problems.add(
                    table.folder() + ":1: a second table is called " + table.sql() + "; rename");
              }
            });
    folders.stream()
        .filter(TableFolder::readsDocuments)
        .map(folder -> tables.get(folder.name().sql()))
        .map(Catalog::shown)
        .forEach(gold -> tables.putIfAbsent(gold.sql(), gold));
    tables.values().forEach(table -> sources(table, tables, problems));
    tables.values().forEach(table -> references(table, tables, problems));
    tables.values().forEach(table -> readers(table, tables, problems));
    tables.values().forEach(table -> leads(table, tables, problems));
    tables.values().forEach(table -> quarantines(table, problems));
    if (!problems.isEmpty()) {
      throw new CatalogInvalid(problems);
    }
    return new Catalog(tables);
  }

  /** Bronze first, whose columns others take over; what shows another table last. */
  private static int turn(TableFolder folder) {
    return folder.name().layer() == Layer.BRONZE ? 0 : folder.shown().isEmpty() ? 1 : 2;
  }

  /** The gold table of documents: the silver one under its own name. */
  private static Table shown(Table silver) {
    TableName name = new TableName(silver.name().domain(), Layer.GOLD, silver.name().table());
    Table.Supply supply =
        new Table.Supply(new Filling.Shows(silver.sql()), List.of(silver.sql()), silver.refresh());
    List<Check> own =
        silver.checks().stream()
            .filter(check -> !(check.rule() instanceof Check.Rule.Refers))
            .toList();
    return new Table(
        name, silver.about(), silver.shape(), silver.use(), supply, own, silver.folder());
  }

  /** All tables, those that show another one last. */
  public List<Table> tables() {
    return List.copyOf(tables.values());
  }

  /** The tables of one layer. */
  public List<Table> tables(Layer layer) {
    return tables.values().stream().filter(table -> table.name().layer() == layer).toList();
  }

  /** A catalog of the tables of one pace alone. */
  public Catalog of(Refresh pace) {
    Map<String, Table> own = new LinkedHashMap<>(tables);
    own.values().removeIf(table -> table.refresh() != pace);
    return new Catalog(own);
  }

  /**
   * A catalog of these tables alone, with those they are filled from, those their checks refer to,
   * and those that keep what was held back and what checks found.
   */
  public Catalog only(Collection<String> names) {
    Set<String> chosen = new TreeSet<>();
    List<String> open = new ArrayList<>(names);
    open.addAll(List.of("bronze.events", "silver.quarantine", "gold.data_check"));
    while (!open.isEmpty()) {
      String name = open.remove(0);
      if (tables.containsKey(name) && chosen.add(name)) {
        Table table = named(name);
        open.addAll(table.sources());
        table.checks().stream()
            .map(Check::rule)
            .filter(Check.Rule.Refers.class::isInstance)
            .forEach(rule -> open.add(((Check.Rule.Refers) rule).to()));
      }
    }
    Map<String, Table> own = new LinkedHashMap<>(tables);
    own.keySet().retainAll(chosen);
    return new Catalog(own);
  }

  /** The table of that name, such as {@code gold.sales_monthly}. */
  public Optional<Table> table(String sqlName) {
    return Optional.ofNullable(tables.get(sqlName));
  }

  /** The gold table in which documents of a kind are found by number: that of their heads. */
  public Optional<Table> documents(String kind) {
    return documents(kind, tables.values());
  }

  /** The kinds of document that have a gold table, in order. */
  public List<String> documentKinds() {
    return tables.values().stream()
        .filter(Table::isGold)
        .flatMap(table -> table.use().document().stream())
        .flatMap(document -> document.kinds().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<Table> documents(String kind, Collection<Table> tables) {
    return tables.stream()
        .filter(table -> table.isGold() && table.holds(kind))
        .min(
            Comparator.comparing(Table::hasOneRowPerDocument).reversed().thenComparing(Table::sql));
  }

  /** The table of that name; refuses an unknown one with the names of its layer. */
  public Table named(String sqlName) {
    return table(sqlName)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no table " + sqlName + "; known are " + tables.keySet()));
  }

  private static void sources(Table table, Map<String, Table> tables, List<String> problems) {
    for (String source : table.sources()) {
      boolean ofTheLake = source.matches("(bronze|silver|gold)\\..*");
      if (ofTheLake && !tables.containsKey(source)) {
        problems.add(
            table.folder().resolve("table.yaml")
                + ":1: source '"
                + source
                + "' is no table; correct its name");
      }
    }
  }

  private static Optional<Map<String, Wording>> words(String name, List<TableFolder> folders) {
    int dot = name.lastIndexOf('.');
    return folders.stream()
        .filter(folder -> dot > 0 && folder.name().sql().equals(name.substring(0, dot)))
        .findFirst()
        .flatMap(folder -> folder.words(name.substring(dot + 1)));
  }

  private static void leads(Table table, Map<String, Table> tables, List<String> problems) {
    Path file = table.folder().resolve("table.yaml");
    Set<String> kinds =
        tables.values().stream()
            .flatMap(each -> each.use().document().stream())
            .flatMap(document -> document.kinds().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (Column column : table.columns()) {
      column
          .leads()
          .opens()
          .filter(
              other ->
                  !tables.containsKey(other) || tables.get(other).column(column.name()).isEmpty())
          .ifPresent(
              other ->
                  problems.add(
                      "%s:1: '%s' opens '%s', which is no table with that column"
                          .formatted(file, column.name(), other)));
      column.leads().document().stream()
          .flatMap(document -> document.kinds().stream())
          .filter(kind -> !kinds.contains(kind))
          .forEach(
              kind ->
                  problems.add(
                      "%s:1: '%s' is the number of a '%s', which no table holds; known are %s"
                          .formatted(file, column.name(), kind, String.join(", ", kinds))));
    }
  }

  private static void readers(Table table, Map<String, Table> tables, List<String> problems) {
    List<String> domains =
        tables.values().stream().map(each -> each.name().domain()).distinct().sorted().toList();
    String readers = table.access().readers();
    if (!readers.isEmpty() && !domains.contains(readers)) {
      problems.add(
          "%s:1: readers is '%s'; write the domain whose readers may see the table, one of %s"
              .formatted(
                  table.folder().resolve("table.yaml"), readers, String.join(", ", domains)));
    }
  }

  private static void references(Table table, Map<String, Table> tables, List<String> problems) {
    for (Check check : table.checks()) {
      if (check.rule() instanceof Check.Rule.Refers refers) {
        Optional<Table> other = Optional.ofNullable(tables.get(refers.to()));
        List<String> columns = other.map(Table::columnNames).orElse(List.of());
        if (!columns.containsAll(refers.key())) {
          problems.add(
              "%s:1: check '%s' refers to %s of '%s'; name a table and its columns"
                  .formatted(
                      table.folder().resolve("checks.yaml"),
                      check.name(),
                      refers.key(),
                      refers.to()));
        }
      }
    }
  }

  private static void quarantines(Table table, List<String> problems) {
    if (!table.quarantines().isEmpty() && !(table.filling() instanceof Filling.FromEvents)) {
      problems.add(
          "%s:1: check '%s' has severity quarantine; only a silver table of events holds rows back"
              .formatted(table.folder().resolve("checks.yaml"), table.quarantines().get(0).name()));
    }
  }

  private static List<TableFolder> folders(Path root, List<String> problems) {
    List<TableFolder> folders = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root, 4)) {
      paths
          .filter(path -> path.getFileName().toString().equals("table.yaml"))
          .sorted()
          .forEach(
              file -> {
                Path place = root.relativize(file);
                if (place.getNameCount() != 4) {
                  problems.add(file + ":1: must lie at <domain>/<layer>/<table>/table.yaml");
                  return;
                }
                layer(place.getName(1).toString())
                    .ifPresentOrElse(
                        layer -> {
                          String domain = place.getName(0).toString();
                          String table = place.getName(2).toString();
                          folders.add(
                              new TableFolder(
                                  new TableName(domain, layer, table),
                                  requireNonNull(file.getParent()),
                                  problems));
                        },
                        () ->
                            problems.add(
                                file
                                    + ":1: layer '"
                                    + place.getName(1)
                                    + "' must be bronze, silver or gold"));
              });
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot list " + root, failed);
    }
    return folders;
  }

  private static Optional<Layer> layer(String word) {
    return Stream.of(Layer.values())
        .filter(layer -> layer.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
