package org.millrace.warehouse.catalog;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.warehouse.catalog.yaml.YamlNode;

/** Reads one folder {@code <domain>/<layer>/<table>}: table.yaml, checks.yaml, load.sql, cases. */
final class TableFolder {
  private static final List<String> KNOWN =
      List.of(
          "label",
          "grain",
          "key",
          "owner",
          "readers",
          "sensitive",
          "refresh",
          "partition",
          "events",
          "keep",
          "sequence",
          "sources",
          "shows",
          "reads",
          "writer",
          "rebuild",
          "indexes",
          "search",
          "order",
          "document",
          "late_data",
          "known_holes",
          "columns");

  /** What a table that reads documents says of itself when its table.yaml does not. */
  private static final Map<String, String> OF_DOCUMENTS =
      Map.of(
          "refresh", "batched",
          "sequence", "aggregate_version",
          "late_data", "Taken in by version: an older version that arrives later changes nothing.",
          "known_holes", "None known.");

  private static final int LONGEST_LOAD = 150;

  private final TableName name;
  private final Path folder;
  private final List<String> problems;
  private final YamlNode root;
  private final Map<String, YamlNode> fields;
  private final Optional<ColumnNodes> columns;
  private final Optional<DocumentRows> documents;

  TableFolder(TableName name, Path folder, List<String> problems) {
    this.name = name;
    this.folder = folder;
    this.problems = problems;
    this.root = YamlNode.read(folder.resolve("table.yaml"), problems);
    this.fields = root.fields(KNOWN);
    this.columns =
        fields.containsKey("shows")
            ? Optional.empty()
            : Optional.of(new ColumnNodes(root.field(fields, "columns")));
    this.documents = Optional.ofNullable(fields.get("reads")).map(this::documents);
  }

  /** The contracts lie beside the folder of all tables, in the module that writes the events. */
  private DocumentRows documents(YamlNode reads) {
    Path contracts =
        folder.toAbsolutePath().resolve("../../../../../transactional/contracts").normalize();
    List<String> events = list("events");
    return DocumentRows.of(reads, contracts, events.isEmpty() ? "" : events.get(0), problems);
  }

  TableName name() {
    return name;
  }

  Optional<String> shown() {
    return Optional.ofNullable(fields.get("shows")).map(shows -> shows.text("shows"));
  }

  /** True where the rows are documents or their lines, as the contract has them. */
  boolean readsDocuments() {
    return documents.isPresent();
  }

  /** The words that a column of this folder says itself. */
  Optional<Map<String, Wording>> words(String column) {
    return columns.flatMap(own -> own.words(column));
  }

  /**
   * The table; {@code others} finds the one that it shows, {@code words} those that a column takes
   * from another.
   */
  Table table(
      Function<String, Optional<Table>> others,
      Function<String, Optional<Map<String, Wording>>> words) {
    Optional<Table> other = shown().flatMap(others);
    Table.Shape shape = shape(other.map(Table::shape), words, others.apply("bronze.events"));
    Table.About about =
        new Table.About(
            Wording.of(root.field(fields, "label"), "label"),
            Wording.of(root.field(fields, "grain"), "grain"),
            documents.isPresent() ? name.domain() : text("owner"),
            text("late_data"),
            text("known_holes"),
            access(shape, other.map(Table::access)));
    List<String> sources = documents.isPresent() ? List.of("bronze.events") : list("sources");
    Table.Supply supply = new Table.Supply(filling(shape, words), sources, refresh());
    if (supply.sources().isEmpty()) {
      root.problem("sources is missing; name the tables the rows come from");
    }
    Path checks = folder.resolve("checks.yaml");
    if (!Files.exists(checks) && documents.isPresent()) {
      List<Check> implied = DocumentRows.checks(shape);
      return new Table(name, about, shape, use(shape, other), supply, implied, folder);
    }
    if (!Files.exists(checks)) {
      problems.add(checks + ":1: the file is missing; every table has checks");
      return new Table(name, about, shape, use(shape, other), supply, List.of(), folder);
    }
    List<Check> expected = ChecksFile.read(checks, shape, problems);
    return new Table(name, about, shape, use(shape, other), supply, expected, folder);
  }

  /** What is sensitive in the table that this one shows is sensitive here too. */
  private Table.Access access(Table.Shape shape, Optional<Table.Access> shown) {
    List<String> sensitive = new ArrayList<>(list("sensitive"));
    List<String> names = shape.columns().stream().map(Column::name).toList();
    for (String column : sensitive) {
      if (!names.contains(column)) {
        root.field(fields, "sensitive")
            .problem("sensitive column '" + column + "' is no column; correct its name");
      }
    }
    shown.ifPresent(other -> sensitive.addAll(other.sensitive()));
    return new Table.Access(documents.isPresent() ? name.domain() : text("readers"), sensitive);
  }

  /** What the table says, or else the one that it shows. */
  private Table.Use use(Table.Shape shape, Optional<Table> other) {
    Optional<Table.Use> shown = other.map(Table::use);
    List<String> names = shape.columns().stream().map(Column::name).toList();
    List<String> search = list("search");
    List<Table.Sort> order =
        list("order").stream()
            .map(word -> new Table.Sort(word.replaceFirst("^-", ""), word.startsWith("-")))
            .toList();
    Optional<Table.Document> document =
        Optional.ofNullable(fields.get("document"))
            .map(this::own)
            .or(() -> documents.map(DocumentRows::document));
    known("search", search, names);
    known("order", order.stream().map(Table.Sort::column).toList(), names);
    known("document", document.map(Table.Document::number).stream().toList(), names);
    return new Table.Use(
        search.isEmpty() ? shown.map(Table.Use::search).orElse(search) : search,
        order.isEmpty() ? shown.map(Table.Use::order).orElse(order) : order,
        document.or(() -> shown.flatMap(Table.Use::document)));
  }

  private Table.Document own(YamlNode given) {
    Map<String, YamlNode> inside = given.fields(List.of("kind", "number"));
    List<String> kinds = given.field(inside, "kind").textOrTexts("kind");
    if (kinds.isEmpty()) {
      given.problem("document has no kind; write {kind: sales-order, number: number}");
    }
    return new Table.Document(kinds, given.field(inside, "number").text("number of the document"));
  }

  private void known(String field, List<String> columns, List<String> names) {
    for (String column : columns) {
      if (!names.contains(column)) {
        root.field(fields, field)
            .problem(field + " column '" + column + "' is no column; correct its name");
      }
    }
  }

  private Table.Shape shape(
      Optional<Table.Shape> found,
      Function<String, Optional<Map<String, Wording>>> words,
      Optional<Table> events) {
    if (documents.isPresent()) {
      List<Column> all = documents.get().columns(own(words), events);
      List<String> key = fields.containsKey("key") ? list("key") : documents.get().key();
      return known(new Table.Shape(all, key, List.of("company"), indexes()));
    }
    List<String> key = list("key");
    if (key.isEmpty()) {
      root.problem("key is missing; name the columns that tell the rows apart");
    }
    Optional<String> other = shown();
    if (other.isPresent()) {
      if (found.isEmpty()) {
        requireNonNull(fields.get("shows"))
            .problem("shows '" + other.get() + "', which is no silver table");
      }
      List<Column> columns = found.map(Table.Shape::columns).orElse(List.of());
      List<String> partition = found.map(Table.Shape::partition).orElse(List.of());
      return known(new Table.Shape(columns, key, partition, indexes()));
    }
    return known(new Table.Shape(own(words), key, list("partition"), indexes()));
  }

  private List<Column> own(Function<String, Optional<Map<String, Wording>>> words) {
    Function<String, Optional<String>> types =
        column -> documents.flatMap(rows -> rows.type(column));
    return columns.map(own -> own.read(words, types)).orElse(List.of());
  }

  private List<List<String>> indexes() {
    return root.field(fields, "indexes").items("indexes").stream()
        .map(index -> index.texts("an index"))
        .toList();
  }

  private Table.Shape known(Table.Shape shape) {
    List<String> names = shape.columns().stream().map(Column::name).toList();
    for (String column : shape.key()) {
      if (!names.contains(column)) {
        root.field(fields, "key").problem("key column '" + column + "' is no column; add it");
      }
    }
    for (String column : shape.partition()) {
      if (!names.contains(column)) {
        root.field(fields, "partition")
            .problem("partition column '" + column + "' is no column; add it");
      }
    }
    for (List<String> index : shape.indexes()) {
      if (!names.containsAll(index)) {
        root.field(fields, "indexes").problem("index " + index + " names an unknown column");
      }
    }
    return shape;
  }

  private Filling filling(
      Table.Shape shape, Function<String, Optional<Map<String, Wording>>> words) {
    Path load = folder.resolve("load.sql");
    List<String> ways = new ArrayList<>();
    if (Files.exists(load)) {
      ways.add("load.sql");
    }
    List.of("writer", "shows", "reads").stream().filter(fields::containsKey).forEach(ways::add);
    if (ways.size() != 1) {
      root.problem("found " + ways + "; a table has one of load.sql, reads:, writer: and shows:");
      return new Filling.Writer("", false);
    }
    return switch (ways.get(0)) {
      case "writer" -> new Filling.Writer(text("writer"), isPreserved());
      case "shows" -> new Filling.Shows(text("shows"));
      case "reads" -> read(documents.orElseThrow(), words);
      default -> loaded(load, shape);
    };
  }

  private Filling read(DocumentRows rows, Function<String, Optional<Map<String, Wording>>> words) {
    Map<String, String> given = columns.map(ColumnNodes::given).orElse(Map.of());
    List<String> types = list("events");
    if (types.isEmpty()) {
      root.problem("events is missing; name the event types that the rows come from");
    }
    return new Filling.FromEvents(
        folder.resolve("table.yaml"),
        rows.sql(own(words), given),
        types,
        rows.keep(),
        text("sequence"));
  }

  private boolean isPreserved() {
    YamlNode rebuild = fields.get("rebuild");
    if (rebuild == null) {
      return false;
    }
    String given = rebuild.text("rebuild");
    if (!given.equals("keep")) {
      rebuild.problem("rebuild is '" + given + "'; write keep or nothing");
    }
    return true;
  }

  private Filling loaded(Path load, Table.Shape shape) {
    String sql = content(load);
    long lines = sql.lines().count();
    if (lines > LONGEST_LOAD) {
      problems.add(load + ":" + LONGEST_LOAD + ": has " + lines + " lines; split the table");
    }
    if (!Files.isDirectory(folder.resolve("cases"))) {
      problems.add(load + ":1: the folder cases/ is missing; add rows and what must come out");
    }
    if (name.layer() != Layer.SILVER) {
      return new Filling.FromTables(load, sql);
    }
    List<String> types = list("events");
    if (types.isEmpty()) {
      root.problem("events is missing; name the event types that the rows come from");
    }
    String word = text("keep");
    Keep keep =
        Keep.parse(word)
            .orElseGet(
                () -> {
                  root.field(fields, "keep")
                      .problem("keep is '" + word + "'; write newest, document, once or history");
                  return Keep.NEWEST;
                });
    String sequence = keep == Keep.ONCE ? "position" : text("sequence");
    if (shape.columns().stream().noneMatch(column -> column.name().equals(sequence))) {
      root.problem("sequence column '" + sequence + "' is no column; add it");
    }
    return new Filling.FromEvents(load, sql, types, keep, sequence);
  }

  private Refresh refresh() {
    String word = text("refresh");
    Optional<Refresh> refresh = Refresh.parse(word);
    if (refresh.isEmpty()) {
      root.field(fields, "refresh")
          .problem("refresh is '" + word + "'; write live, batched or on-run");
    }
    return refresh.orElse(Refresh.BATCHED);
  }

  private String text(String field) {
    if (documents.isPresent() && !fields.containsKey(field) && OF_DOCUMENTS.containsKey(field)) {
      return OF_DOCUMENTS.get(field);
    }
    return root.field(fields, field).text(field);
  }

  private List<String> list(String field) {
    return root.field(fields, field).texts(field);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read " + file, failed);
    }
  }
}
