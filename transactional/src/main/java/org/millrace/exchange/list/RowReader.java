package org.millrace.exchange.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.millrace.json.Json;
import org.millrace.shared.Problem;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the cells of a row as the API reads JSON: column lot_rule is the field lotRule. */
final class RowReader {
  private static final Pattern HUMP = Pattern.compile("[A-Z]");
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
    ObjectNode row = json.createObjectNode();
    cells.forEach(
        (column, cell) -> {
          if (!cell.isBlank()) {
            row.put(field(column), cell.strip());
          }
        });
    try {
      return json.treeToValue(row, type);
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
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused && refused.problems().size() == 1) {
        return refused(failure, cells, refused.problems().get(0).expected());
      }
    }
    boolean isMissing = Json.isMissing(failure);
    return refused(failure, cells, isMissing ? "a value" : expected(failure));
  }

  private static Refused refused(
      JacksonException failure, Map<String, String> cells, String expected) {
    String column =
        failure.getPath().stream()
            .findFirst()
            .map(place -> column(place.getPropertyName()))
            .orElse("row");
    Problem problem = new Problem(column, cells.getOrDefault(column, ""), expected);
    return Refused.invalid("The row cannot be read", List.of(problem));
  }

  private static String expected(JacksonException failure) {
    Class<?> type =
        failure instanceof MismatchedInputException mismatch
            ? mismatch.getTargetType()
            : Object.class;
    if (type == Integer.class) {
      return "a whole number such as 5";
    }
    if (type == BigDecimal.class || type == Quantity.class) {
      return "a number such as 12.5";
    }
    return type == LocalDate.class ? "a day such as 2026-11-30" : failure.getOriginalMessage();
  }

  static String column(String field) {
    return HUMP.matcher(field).replaceAll(hump -> "_" + hump.group().toLowerCase(Locale.ROOT));
  }

  private static String field(String column) {
    return BREAK.matcher(column).replaceAll(each -> each.group(1).toUpperCase(Locale.ROOT));
  }
}
