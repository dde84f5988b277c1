package org.millrace.warehouse.catalog;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.warehouse.catalog.yaml.YamlNode;

/**
 * The rows of documents, or of their lines, as the contract of their events describes them: what
 * stands in {@code reads: inspection} or {@code reads: inspection.lines}. Types, load, checks and
 * the columns that every such table has follow from it; table.yaml says names and meanings.
 *
 * <p>A field is the column of its name in snake case; what a record inside holds has its name
 * before it ({@code customer.name} is {@code customer_name}), its code goes by the record's name
 * alone.
 */
final class DocumentRows {
  /** The columns of a silver table that the event itself gives, as bronze calls them. */
  private static final List<String> OF_THE_EVENT =
      List.of("event_id", "recorded_at", "occurred_at", "aggregate_version", "position");

  private static final Column LINE =
      new Column(
          "line_no",
          new ColumnType("int", "integer"),
          Optional.of("count"),
          new Column.Said(
              new Wording("Line", "行"),
              new Wording("Line number within the document", "单据内的行号"),
              Map.of()),
          Column.Leads.NOWHERE,
          false);

  /** What companies added to the document stands beside it in the payload. */
  private static final Column CUSTOM =
      new Column(
          "custom",
          new ColumnType("string", "text"),
          Optional.empty(),
          new Column.Said(
              new Wording("Custom fields", "自定义字段"),
              new Wording(
                  "Values of custom fields by name as JSON; empty without any",
                  "自定义字段的值（JSON，按名称）；没有时为空"),
              Map.of()),
          Column.Leads.NOWHERE,
          false);

  private static final Map<String, String> DIMENSIONS =
      Map.of(
          "customer", "silver.party",
          "supplier", "silver.party",
          "party", "silver.party",
          "item", "silver.item");

  private final YamlNode reads;
  private final String document;
  private final Optional<String> list;
  private final Map<String, Field> fields = new TreeMap<>();
  private final Map<String, Field> lineFields = new TreeMap<>();

  /** A value in the payload: its path below the document or the line, its type in the lake. */
  private record Field(List<String> path, String type) {}

  private DocumentRows(YamlNode reads) {
    String[] words = reads.text("reads").split("\\.", 2);
    this.reads = reads;
    this.document = words[0];
    this.list = words.length == 2 ? Optional.of(words[1]) : Optional.empty();
  }

  /** Reads the newest contract of the event; a missing one is a problem. */
  static DocumentRows of(YamlNode reads, Path contracts, String event, List<String> problems) {
    DocumentRows rows = new DocumentRows(reads);
    String name = event.replaceFirst("\\.", "/");
    int version = 1;
    while (Files.exists(contracts.resolve(name + ".v" + (version + 1) + ".schema.json"))) {
      version++;
    }
    Path file = contracts.resolve(name + ".v" + version + ".schema.json");
    if (!Files.exists(file)) {
      reads.problem("the contract " + file + " is missing; events names a type that has one");
      return rows;
    }
    rows.read(YamlNode.read(file, problems));
    return rows;
  }

  private void read(YamlNode schema) {
    Optional<YamlNode> found = child(schema, "properties").flatMap(all -> child(all, document));
    found.ifPresent(node -> collect(node, List.of(), fields));
    Optional<YamlNode> lines =
        list.flatMap(
            name ->
                found
                    .flatMap(node -> child(node, "properties"))
                    .flatMap(all -> child(all, name))
                    .flatMap(all -> child(all, "items")));
    lines.ifPresent(node -> collect(node, List.of(), lineFields));
    if (found.isEmpty() || list.isPresent() && lines.isEmpty()) {
      reads.problem("the contract of its events has no '" + reads.text("reads") + "'");
    }
  }

  private static Optional<YamlNode> child(YamlNode node, String name) {
    return Optional.ofNullable(node.fields().get(name));
  }

  private static void collect(YamlNode schema, List<String> path, Map<String, Field> to) {
    child(schema, "properties")
        .ifPresent(
            all ->
                all.fields()
                    .forEach(
                        (name, inner) -> {
                          List<String> below =
                              Stream.concat(path.stream(), Stream.of(name)).toList();
                          if (child(inner, "properties").isPresent()) {
                            collect(inner, below, to);
                          } else {
                            type(inner).ifPresent(t -> to.put(column(below), new Field(below, t)));
                          }
                        }));
  }

  private static Optional<String> type(YamlNode value) {
    String type = child(value, "type").map(node -> node.text("type")).orElse("");
    String format = child(value, "format").map(node -> node.text("format")).orElse("");
    return switch (type) {
      case "string" ->
          Optional.of(
              switch (format) {
                case "date" -> "date";
                case "date-time" -> "timestamp";
                default -> "string";
              });
      case "integer" -> Optional.of("bigint");
      case "number" -> Optional.of("decimal(18,4)");
      case "boolean" -> Optional.of("boolean");
      default -> child(value, "enum").map(words -> "string");
    };
  }

  private static String column(List<String> path) {
    boolean isCode = path.size() > 1 && path.get(path.size() - 1).equals("code");
    return (isCode ? path.subList(0, path.size() - 1) : path)
        .stream().map(DocumentRows::snake).collect(Collectors.joining("_"));
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The key when table.yaml names none. */
  List<String> key() {
    return list.isPresent()
        ? List.of("company", "number", LINE.name())
        : List.of("company", "number");
  }

  /** The document that a row belongs to when table.yaml names none. */
  Table.Document document() {
    return new Table.Document(List.of(document), "number");
  }

  /** What its rows keep: a document that lost a line has it no longer. */
  Keep keep() {
    return list.isPresent() ? Keep.DOCUMENT : Keep.NEWEST;
  }

  /** The type of a column in the lake, as far as the contract tells it. */
  Optional<String> type(String column) {
    return field(column).map(Field::type);
  }

  private Optional<Field> field(String column) {
    return Optional.ofNullable(lineFields.get(column))
        .or(() -> Optional.ofNullable(fields.get(column)));
  }

  /** The columns of table.yaml between those that every such table has. */
  List<Column> columns(List<Column> own, Optional<Table> events) {
    List<Column> all = new ArrayList<>();
    taken(events, List.of("company")).forEach(all::add);
    List<Column> named = new ArrayList<>(own);
    if (list.isPresent()) {
      named.add(Math.min(1, named.size()), LINE);
    }
    all.addAll(named);
    if (list.isEmpty()) {
      all.add(CUSTOM);
    }
    taken(events, OF_THE_EVENT).forEach(all::add);
    return all;
  }

  private Stream<Column> taken(Optional<Table> events, List<String> names) {
    return names.stream()
        .flatMap(
            name -> {
              Optional<Column> column = events.flatMap(table -> table.column(name));
              if (column.isEmpty()) {
                reads.problem("bronze.events has no column '" + name + "' to take over");
              }
              return column.stream();
            });
  }

  /**
   * The SELECT over events; {@code given} says which field a column holds where that is not called
   * alike.
   */
  String sql(List<Column> own, Map<String, String> given) {
    Map<String, Object> read = new LinkedHashMap<>();
    Map<String, Object> lineRead = new LinkedHashMap<>();
    List<String> selected = new ArrayList<>(List.of("company"));
    put(read, List.of("number"), "string");
    for (Column column : own) {
      String name = given.getOrDefault(column.name(), column.name());
      Optional<Field> field = field(name);
      if (field.isEmpty()) {
        reads.problem(
            "column '%s' is no field of the contract; write field: with one of %s"
                .formatted(column.name(), known()));
        continue;
      }
      boolean isOfLine = lineFields.containsKey(name);
      put(isOfLine ? lineRead : read, field.get().path(), read(column.type().lake()));
      String value =
          (isOfLine ? "line." : "content." + document + ".") + String.join(".", field.get().path());
      selected.add("CAST(%s AS %s) AS %s".formatted(value, column.type().lake(), column.name()));
    }
    if (list.isPresent()) {
      boolean isNumbered = lineFields.containsKey("line");
      if (isNumbered) {
        put(lineRead, List.of("line"), "int");
      }
      read.put(list.get(), "array<" + struct(lineRead) + ">");
      selected.add(
          Math.min(2, selected.size()),
          (isNumbered ? "coalesce(line.line, place + 1)" : "place + 1") + " AS line_no");
    }
    if (list.isEmpty()) {
      selected.add("get_json_object(payload, '$.custom') AS custom");
    }
    selected.addAll(OF_THE_EVENT);
    String documents =
        "SELECT *, from_json(payload, '%s %s') AS content FROM events"
            .formatted(document, struct(read));
    String from =
        list.map(
                name ->
                    "SELECT *, posexplode(content.%s.%s) AS (place, line) FROM (%s)"
                        .formatted(document, name, documents))
            .orElse(documents);
    return "SELECT %s FROM (%s)".formatted(String.join(", ", selected), from);
  }

  private List<String> known() {
    return Stream.concat(lineFields.keySet().stream(), fields.keySet().stream())
        .distinct()
        .toList();
  }

  /** Days and times are read as text and cast, as ISO 8601 writes them. */
  private static String read(String type) {
    return type.equals("date") || type.equals("timestamp") ? "string" : type;
  }

  @SuppressWarnings("unchecked") // what is no type is a struct put here before
  private static void put(Map<String, Object> struct, List<String> path, String type) {
    if (path.size() == 1) {
      struct.put(path.get(0), type);
      return;
    }
    Object inner = struct.computeIfAbsent(path.get(0), name -> new LinkedHashMap<>());
    put((Map<String, Object>) inner, path.subList(1, path.size()), type);
  }

  private static String struct(Map<?, ?> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey()
                    + ": "
                    + (field.getValue() instanceof Map<?, ?> inner
                        ? struct(inner)
                        : field.getValue()))
        .collect(Collectors.joining(", ", "struct<", ">"));
  }

  /** The checks when there is no checks.yaml: the mandatory ones, and the dimensions it names. */
  static List<Check> checks(Table.Shape shape) {
    List<Check> checks = new ArrayList<>();
    checks.add(new Check("key-unique", Check.Severity.STOP, new Check.Rule.Unique(shape.key())));
    checks.add(new Check("key-present", Check.Severity.STOP, new Check.Rule.Present(shape.key())));
    checks.add(new Check("fresh", Check.Severity.WARN, new Check.Rule.Fresh(60)));
    checks.add(refers("company", List.of("company"), "silver.company", List.of("company")));
    shape.columns().stream()
        .map(Column::name)
        .filter(DIMENSIONS::containsKey)
        .forEach(
            name ->
                checks.add(
                    refers(
                        name,
                        List.of("company", name),
                        requireNonNull(DIMENSIONS.get(name)),
                        List.of("company", "code"))));
    return checks;
  }

  private static Check refers(String name, List<String> columns, String to, List<String> key) {
    return new Check(name + "-known", Check.Severity.WARN, new Check.Rule.Refers(columns, to, key));
  }
}
