package org.millrace.exchange.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.exchange.file.TableForm.HeaderAt;
import org.millrace.exchange.file.TextForm;
import org.millrace.exchange.layout.CellRule.DiscountIs;
import org.millrace.exchange.layout.ListMapping.Condition;
import org.millrace.exchange.layout.ListMapping.Form;
import org.millrace.exchange.layout.ListMapping.Joined;
import org.millrace.shared.Problems;

/** Reads the mapping of a list from YAML and tells all that is wrong with it at once. */
public final class ListMappingFile {
  /** The key by which the mapping of a list is told from that of a sales history. */
  public static final String KIND = "kind";

  private static final Set<String> KEYS =
      Set.of(
          "name",
          KIND,
          "charset",
          "delimiter",
          "decimal",
          "thousands",
          "dates",
          "header",
          "rows",
          "fill",
          "files",
          "where",
          "columns");
  private static final Set<String> FILE = Set.of("file", "key", "by", "several");
  private static final Set<String> RULE =
      Set.of(
          "column",
          "columns",
          "with",
          "between",
          "constant",
          "values",
          "default",
          "daysFrom",
          "plus",
          "minus",
          "times",
          "per",
          "discount",
          "discountIs",
          "as");

  private final YamlKeys keys;
  private final Problems problems;

  private ListMappingFile(String yaml) {
    keys = YamlKeys.of(yaml);
    problems = keys.problems();
  }

  /**
   * The mapping that the text describes.
   *
   * @throws org.millrace.shared.Refused with every problem and its line
   */
  public static ListMapping read(String yaml) {
    return MappingLines.reading(yaml, text -> new ListMappingFile(text).mapping());
  }

  /** Whether the text is the mapping of a list, and not of a sales history. */
  public static boolean isOfList(String yaml) {
    return YamlKeys.of(yaml).root().containsKey(KIND);
  }

  private ListMapping mapping() {
    Map<String, Object> root = keys.root();
    keys.known("", root, KEYS);
    String name = keys.name();
    String kind = YamlKeys.text(root, KIND, "");
    problems.require(!kind.isBlank(), KIND, kind, "the list that it is for, such as items");
    TextForm text = keys.textForm();
    Form form =
        new Form(
            text,
            header(root),
            YamlKeys.text(root, "rows"),
            keys.list("", root, "fill"),
            keys.dates());
    Map<String, Joined> joined = joined();
    Map<String, Condition> where = where();
    Map<String, CellRule> columns = columns();
    problems.require(!columns.isEmpty(), "columns", "", "a column of the list for each it fills");
    problems.refuse("The mapping cannot be used");
    return new ListMapping(name, kind, form, columns, joined, where);
  }

  private HeaderAt header(Map<String, Object> root) {
    Object told = root.get("header");
    if (told == null) {
      return HeaderAt.found();
    }
    if (told instanceof List<?> names && !names.isEmpty()) {
      return new HeaderAt(Optional.empty(), names.stream().map(String::valueOf).toList());
    }
    boolean isLine = String.valueOf(told).matches("[1-9]\\d{0,5}");
    problems.require(
        isLine, "header", told, "the line that names the columns, or a list of their names");
    return isLine
        ? new HeaderAt(Optional.of(Integer.parseInt(String.valueOf(told))), List.of())
        : HeaderAt.found();
  }

  private Map<String, Joined> joined() {
    Map<String, Joined> joined = new LinkedHashMap<>();
    keys.map("files")
        .forEach(
            (name, told) -> {
              String path = "files." + name + ".";
              Map<String, Object> of = keys.map("files." + name, told);
              keys.known(path, of, FILE);
              problems.require(name.matches("\\w+"), "files." + name, name, "a name of letters");
              for (String key : List.of("file", "key", "by")) {
                problems.require(of.get(key) != null, path + key, "", "a name");
              }
              String several = keys.choice(path, of, "several", "refused", "first");
              joined.put(
                  name,
                  new Joined(
                      YamlKeys.text(of, "file", ""),
                      YamlKeys.text(of, "key", ""),
                      YamlKeys.text(of, "by", ""),
                      several.equals("first")));
            });
    return joined;
  }

  private Map<String, Condition> where() {
    Map<String, Condition> where = new LinkedHashMap<>();
    keys.map("where")
        .forEach(
            (column, told) -> {
              String path = "where." + column;
              if (told instanceof Map<?, ?>) {
                Map<String, Object> of = keys.map(path, told);
                keys.known(path + ".", of, Set.of("not"));
                where.put(column, new Condition(keys.list(path + ".", of, "not"), true));
              } else if (told instanceof List<?> values) {
                where.put(column, new Condition(values.stream().map(this::word).toList(), false));
              } else {
                where.put(column, new Condition(List.of(word(told)), false));
              }
            });
    return where;
  }

  private String word(Object value) {
    return value == null ? "" : String.valueOf(value);
  }

  private Map<String, CellRule> columns() {
    Map<String, CellRule> columns = new LinkedHashMap<>();
    keys.map("columns")
        .forEach(
            (column, told) -> {
              String path = "columns." + column;
              if (told instanceof Map<?, ?>) {
                columns.put(column, rule(path + ".", keys.map(path, told)));
              } else {
                String name = word(told).strip();
                problems.require(!name.isEmpty(), path, "", "the name of a column");
                columns.put(column, CellRule.of(name));
              }
            });
    return columns;
  }

  private CellRule rule(String path, Map<String, Object> told) {
    keys.known(path, told, RULE);
    Optional<String> constant = YamlKeys.text(told, "constant");
    List<String> columns =
        YamlKeys.text(told, "column")
            .map(List::of)
            .orElseGet(() -> keys.list(path, told, "columns"));
    problems.require(
        constant.isPresent() == columns.isEmpty(),
        path + "column",
        columns.isEmpty() ? "" : columns,
        "either a column or a constant");
    List<String> between = keys.list(path, told, "between");
    problems.require(
        between.isEmpty() || between.size() == 2 && between.stream().noneMatch(String::isEmpty),
        path + "between",
        between,
        "what stands before and what stands after, as [\"[\", \"]\"]");
    Optional<String> as = YamlKeys.text(told, "as");
    problems.require(
        as.isEmpty() || CellType.of(as.get()).isPresent(),
        path + "as",
        as.orElse(""),
        "text, number, date or moment");
    return new CellRule(
        columns,
        constant,
        new CellRule.TextStep(
            YamlKeys.text(told, "with"),
            between,
            values(path, told),
            YamlKeys.text(told, "default")),
        number(path, told),
        as.flatMap(CellType::of));
  }

  private CellRule.NumberStep number(String path, Map<String, Object> told) {
    String discountIs = keys.choice(path, told, "discountIs", "fraction", "percent", "amount");
    return new CellRule.NumberStep(
        YamlKeys.text(told, "daysFrom"),
        YamlKeys.text(told, "plus"),
        YamlKeys.text(told, "minus"),
        YamlKeys.text(told, "times"),
        YamlKeys.text(told, "discount"),
        DiscountIs.valueOf(discountIs.toUpperCase(Locale.ROOT)),
        YamlKeys.text(told, "per"));
  }

  private Map<String, String> values(String path, Map<String, Object> told) {
    Map<String, String> values = new LinkedHashMap<>();
    if (told.get("values") != null) {
      keys.map(path + "values", told.get("values"))
          .forEach((value, meaning) -> values.put(value, word(meaning)));
    }
    return values;
  }
}
