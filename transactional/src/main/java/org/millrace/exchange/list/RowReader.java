package org.millrace.exchange.list;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
  private static final Map<Class<?>, List<Consumer<ObjectNode>>> SHAPES = new ConcurrentHashMap<>();
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
   * Rows that are one, as an object with lists: the cells whose columns begin with the name of a
   * list are one entry of it a row, the others are the same in all rows or stand in the first
   * alone.
   *
   * @throws Refused when a cell cannot be read, or the rows do not agree, naming it
   */
  <T> T read(List<Map<String, String>> rows, List<String> lists, Class<T> type) {
    Map<String, String> whole = new TreeMap<>();
    Map<String, ArrayNode> entries = new TreeMap<>();
    lists.forEach(list -> entries.put(list, json.createArrayNode()));
    for (Map<String, String> row : rows) {
      Map<String, String> others = new TreeMap<>(row);
      entries.forEach(
          (list, of) -> {
            Map<String, String> entry = taken(others, column(list) + ".");
            if (entry.values().stream().anyMatch(cell -> !cell.isBlank())) {
              of.add(object(entry));
            }
          });
      others.forEach((column, cell) -> agreed(column, cell, whole));
    }
    ObjectNode object = object(whole);
    entries.forEach(object::set);
    return made(object, type, rows.get(0));
  }

  /** The cells whose columns begin so, which leave the others. */
  private static Map<String, String> taken(Map<String, String> cells, String before) {
    Map<String, String> taken = new TreeMap<>();
    cells.forEach(
        (column, cell) -> {
          if (column.startsWith(before)) {
            taken.put(column.substring(before.length()), cell);
          }
        });
    cells.keySet().removeIf(column -> column.startsWith(before));
    return taken;
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

  /** Words of one cell become a list, the cells of a record inside become that record. */
  private static void shape(ObjectNode object, Class<?> type) {
    SHAPES.computeIfAbsent(type, RowReader::steps).forEach(step -> step.accept(object));
  }

  /** What has to be done to an object of that type, found once. */
  private static List<Consumer<ObjectNode>> steps(Class<?> type) {
    RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : NONE;
    List<Consumer<ObjectNode>> steps = new ArrayList<>();
    for (RecordComponent component : components) {
      Type of = component.getGenericType();
      String name = component.getName();
      if (RequestColumns.isLines(of)) {
        Class<?> entries = RequestColumns.entry(of);
        steps.add(object -> object.path(name).forEach(entry -> shape((ObjectNode) entry, entries)));
      } else if (RequestColumns.isWords(of)) {
        steps.add(object -> split(object, name));
      } else if (RequestColumns.isInside(of)) {
        steps.add(object -> gather(object, component));
      }
    }
    return List.copyOf(steps);
  }

  private static void split(ObjectNode object, String name) {
    String cell = object.path(name).asString("");
    if (!cell.isEmpty()) {
      ArrayNode words = object.putArray(name);
      COMMA.splitAsStream(cell).map(String::strip).forEach(words::add);
    }
  }

  private static void gather(ObjectNode object, RecordComponent component) {
    Class<?> inside = (Class<?>) RequestColumns.inside(component.getGenericType(), Optional.class);
    for (RecordComponent each : inside.getRecordComponents()) {
      String first = each.getName().substring(0, 1).toUpperCase(Locale.ROOT);
      JsonNode value = object.remove(component.getName() + first + each.getName().substring(1));
      if (value != null) {
        object.withObject(component.getName()).set(each.getName(), value);
      }
    }
  }

  private <T> T made(ObjectNode object, Class<T> type, Map<String, String> cells) {
    shape(object, type);
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
    String column = cells.containsKey(path.replace('.', '_')) ? path.replace('.', '_') : path;
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
