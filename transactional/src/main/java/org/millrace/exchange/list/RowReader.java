package org.millrace.exchange.list;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.json.Expected;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the cells of a row as the API reads JSON: column lot_rule is the field lotRule. */
final class RowReader {
  private static final Pattern HUMP = Pattern.compile("[A-Z]");
  private static final Pattern COMMA = Pattern.compile("[,，]");
  private static final RecordComponent[] NONE = {};
  private static final Pattern BREAK = Pattern.compile("_([a-z])");

  private final JsonMapper json;

  RowReader(JsonMapper json) {
    this.json = json;
  }

  /**
   * The row as an object; an empty cell is an absent value.
   *
   * @throws Refused when a cell cannot be read, naming it
   */
  <T> T read(Map<String, String> cells, Class<T> type) {
    return made(object(cells), type, cells);
  }

  /**
   * Rows that are one, as an object with a list: the cells whose columns begin with its name are
   * one entry a row, the others are the same in all rows or stand in the first alone.
   *
   * @throws Refused when a cell cannot be read, or the rows do not agree, naming it
   */
  <T> T read(List<Map<String, String>> rows, String list, Class<T> type) {
    Map<String, String> whole = new TreeMap<>();
    ArrayNode entries = json.createArrayNode();
    for (Map<String, String> row : rows) {
      Map<String, String> entry = new TreeMap<>();
      row.forEach(
          (column, cell) -> {
            if (column.startsWith(list + ".")) {
              entry.put(column.substring(list.length() + 1), cell);
            } else {
              agreed(column, cell, whole);
            }
          });
      if (entry.values().stream().anyMatch(cell -> !cell.isBlank())) {
        entries.add(object(entry));
      }
    }
    ObjectNode object = object(whole);
    object.set(list, entries);
    return made(object, type, rows.get(0));
  }

  private static void agreed(String column, String cell, Map<String, String> whole) {
    String before = whole.putIfAbsent(column, cell);
    if (before != null && !cell.isBlank() && !cell.equals(before)) {
      throw Refused.invalid(
          "Rows of one document differ",
          List.of(new Problem(column, cell, before + ", as in its first row")));
    }
  }

  private ObjectNode object(Map<String, String> cells) {
    ObjectNode object = json.createObjectNode();
    cells.forEach(
        (column, cell) -> {
          if (!cell.isBlank()) {
            object.put(field(column), cell.strip());
          }
        });
    return object;
  }

  /** The words of a cell that holds several, with commas between. */
  private static void split(ObjectNode object, Class<?> type) {
    RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : NONE;
    for (RecordComponent component : components) {
      boolean areSeveral = Collection.class.isAssignableFrom(component.getType());
      String cell = object.path(component.getName()).asString("");
      if (areSeveral && !cell.isEmpty()) {
        ArrayNode words = object.putArray(component.getName());
        COMMA.splitAsStream(cell).map(String::strip).forEach(words::add);
      }
    }
  }

  private <T> T made(ObjectNode object, Class<T> type, Map<String, String> cells) {
    split(object, type);
    try {
      return json.treeToValue(object, type);
    } catch (JacksonException e) {
      throw refused(e, cells);
    }
  }

  /** What {@link #read} made of a row, as cells again. */
  Map<String, String> cells(Object value) {
    Map<String, String> cells = new TreeMap<>();
    JsonNode row = json.valueToTree(value);
    row.properties().forEach(each -> cells.put(column(each.getKey()), each.getValue().asString()));
    return cells;
  }

  private static Refused refused(JacksonException failure, Map<String, String> cells) {
    String path = failure.getPath().stream().map(RowReader::place).collect(Collectors.joining("."));
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused && !refused.problems().isEmpty()) {
        return refused(refused.problems().stream().map(p -> placed(p, path, cells)).toList());
      }
    }
    String column = path.isEmpty() ? "row" : cellOf(path, cells);
    String expected = Expected.isMissing(failure) ? "a value" : Expected.instead(failure);
    return refused(List.of(new Problem(column, cells.getOrDefault(column, ""), expected)));
  }

  /** What is wrong inside the part at that path, by its column. */
  private static Problem placed(Problem inside, String path, Map<String, String> cells) {
    boolean isOfPart = path.isEmpty() || path.matches(".*\\.\\d+");
    String column =
        Stream.of(path, isOfPart ? column(inside.field()) : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("."));
    String cell = cellOf(column, cells);
    return new Problem(cell, cells.getOrDefault(cell, inside.value()), inside.expected());
  }

  /** The column in which something stands: {@code roles.1} is a word of the cell {@code roles}. */
  private static String cellOf(String path, Map<String, String> cells) {
    String column = path;
    while (!cells.containsKey(column) && column.contains(".")) {
      column = column.substring(0, column.lastIndexOf('.'));
    }
    return cells.containsKey(column) ? column : path;
  }

  private static Refused refused(List<Problem> problems) {
    return Refused.invalid("The row cannot be read", problems);
  }

  /** A column, or which entry of a list, from 1. */
  private static String place(JacksonException.Reference place) {
    return place.getPropertyName() == null
        ? Integer.toString(place.getIndex() + 1)
        : column(place.getPropertyName());
  }

  static String column(String field) {
    return HUMP.matcher(field).replaceAll(hump -> "_" + hump.group().toLowerCase(Locale.ROOT));
  }

  private static String field(String column) {
    return BREAK.matcher(column).replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
  }
}
