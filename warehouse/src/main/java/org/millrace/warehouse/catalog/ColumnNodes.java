package org.millrace.warehouse.catalog;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.millrace.warehouse.catalog.yaml.YamlNode;

/** Reads {@code columns:} of table.yaml. */
final class ColumnNodes {
  /** What PostgreSQL, where the marts are, takes for no name of a column. */
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric both case cast"
                  + " check collate column constraint create current_catalog"
                  + " current_date current_role current_time current_timestamp"
                  + " current_user default deferrable desc distinct do else end except"
                  + " false fetch for foreign from grant group having in initially"
                  + " intersect into lateral leading limit localtime localtimestamp not"
                  + " null offset on only or order placing primary references returning"
                  + " select session_user some symmetric system_user table then to"
                  + " trailing true union unique user using variadic when where window"
                  + " with")
              .split(" "));

  private static final List<String> KNOWN =
      List.of(
          "type", "field", "label", "meaning", "unit", "words", "document", "opens", "technical");

  private final YamlNode node;
  private final Map<String, YamlNode> columns;
  private final Map<String, Map<String, Wording>> words = new LinkedHashMap<>();

  ColumnNodes(YamlNode node) {
    this.node = node;
    this.columns = node.fields();
    columns.forEach(
        (column, value) -> {
          YamlNode given = value.field(fields(value), "words");
          if (given.isPresent() && !given.isText()) {
            words.put(column, words(column, given));
          }
        });
  }

  /** The words that a column of this table says itself; another column may point to them. */
  Optional<Map<String, Wording>> words(String column) {
    return Optional.ofNullable(words.get(column));
  }

  /** Of columns that are called otherwise than the field they hold, that field. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    columns.forEach(
        (column, value) ->
            Optional.ofNullable(fields(value).get("field"))
                .ifPresent(field -> given.put(column, field.text("field of '" + column + "'"))));
    return given;
  }

  /**
   * The columns in order; {@code others} finds words by {@code layer.table.column}, {@code types}
   * the type of a field, for columns that say none.
   */
  List<Column> read(
      Function<String, Optional<Map<String, Wording>>> others,
      Function<String, Optional<String>> types) {
    Map<String, String> given = given();
    List<Column> read = new ArrayList<>();
    columns.forEach(
        (column, value) ->
            column(column, value, types.apply(given.getOrDefault(column, column)), others)
                .ifPresent(read::add));
    if (read.isEmpty()) {
      node.problem("columns is missing; list every column with type, label and meaning");
    }
    read.forEach(column -> kindColumn(column));
    return read;
  }

  private void kindColumn(Column column) {
    column
        .leads()
        .document()
        .flatMap(Column.DocumentLink::kindColumn)
        .filter(other -> !columns.containsKey(other))
        .ifPresent(
            other ->
                requireNonNull(columns.get(column.name()))
                    .problem(
                        "kind_column '" + other + "' of '" + column.name() + "' is no column"));
  }

  private Optional<Column> column(
      String name,
      YamlNode value,
      Optional<String> typed,
      Function<String, Optional<Map<String, Wording>>> others) {
    Map<String, YamlNode> inside = value.fields(KNOWN);
    String word =
        inside.containsKey("type") || typed.isEmpty()
            ? value.field(inside, "type").text("type of '" + name + "'")
            : typed.get();
    Optional<ColumnType> type = ColumnType.parse(word);
    if (type.isEmpty()) {
      value.problem("type of '" + name + "' is '" + word + "'; write " + ColumnType.KNOWN);
    }
    if (!name.matches("[a-z][a-z0-9_]*")) {
      value.problem("column '" + name + "' must be lower_snake_case");
    }
    if (RESERVED.contains(name)) {
      value.problem("column '" + name + "' is a word of SQL; call it otherwise");
    }
    Column.Said said =
        new Column.Said(
            Wording.of(value.field(inside, "label"), "label of '" + name + "'"),
            Wording.of(value.field(inside, "meaning"), "meaning of '" + name + "'"),
            said(name, value.field(inside, "words"), others));
    Optional<String> unit = Optional.ofNullable(inside.get("unit")).map(u -> u.text("unit"));
    if (unit.isEmpty() && type.map(ColumnType::isNumber).orElse(false)) {
      value.problem("number '" + name + "' has no unit; add unit:");
    }
    if (!said.words().isEmpty() && !type.map(ColumnType::isText).orElse(true)) {
      value.problem("words of '" + name + "': only a string has fixed values; take them away");
    }
    Optional<YamlNode> opens = Optional.ofNullable(inside.get("opens"));
    Column.Leads leads =
        new Column.Leads(
            Optional.ofNullable(inside.get("document")).map(each -> document(name, each)),
            opens.filter(YamlNode::isText).map(table -> table.text("opens")),
            opens.filter(YamlNode::isMapping).map(ColumnNodes::page));
    boolean technical =
        Optional.ofNullable(inside.get("technical")).map(ColumnNodes::isTrue).orElse(false);
    return type.map(found -> new Column(name, found, unit, said, leads, technical));
  }

  private Map<String, Wording> said(
      String column, YamlNode given, Function<String, Optional<Map<String, Wording>>> others) {
    if (!given.isPresent() || !given.isText()) {
      return words.getOrDefault(column, Map.of());
    }
    String other = given.text("words of '" + column + "'");
    return others
        .apply(other)
        .orElseGet(
            () -> {
              given.problem(
                  "words of '%s' are those of '%s', which has none; write layer.table.column"
                      .formatted(column, other));
              return Map.of();
            });
  }

  private static Map<String, Wording> words(String column, YamlNode given) {
    Map<String, Wording> words = new LinkedHashMap<>();
    given
        .fields()
        .forEach(
            (word, said) ->
                words.put(word, Wording.of(said, "word '%s' of '%s'".formatted(word, column))));
    return words;
  }

  private static Column.DocumentLink document(String column, YamlNode given) {
    Map<String, YamlNode> inside = given.fields(List.of("kind", "kind_column"));
    if (inside.size() != 1) {
      given.problem("document of '" + column + "' has one of kind: and kind_column:");
    }
    return new Column.DocumentLink(
        given.field(inside, "kind").textOrTexts("kind"),
        Optional.ofNullable(inside.get("kind_column")).map(name -> name.text("kind_column")));
  }

  /** A page of the back office that shows what has this code. */
  private static String page(YamlNode given) {
    Map<String, YamlNode> inside = given.fields(List.of("page"));
    String page = given.field(inside, "page").text("page");
    if (!page.matches("[a-z-]+/[a-z-]+")) {
      given.problem("opens the page '" + page + "'; write domain/name");
    }
    return page;
  }

  private static boolean isTrue(YamlNode given) {
    String word = given.text("technical");
    if (!word.equals("true")) {
      given.problem("technical is '" + word + "'; write true or nothing");
    }
    return true;
  }

  private static Map<String, YamlNode> fields(YamlNode column) {
    return column.isMapping() ? column.fields() : Map.of();
  }
}
