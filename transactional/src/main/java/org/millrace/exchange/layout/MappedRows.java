package org.millrace.exchange.layout;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.OpenTable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.file.TableForm;
import org.millrace.settings.ImportLimits;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/** The rows of a file as a mapping makes them rows of a list. */
public final class MappedRows {
  private final ListMapping mapping;
  private final Map<String, CellType> types;
  private final ZoneId zone;
  private final CellForms forms;
  private final LineNumbers numbers;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, JoinedRows> joined = new HashMap<>();
  private final Map<String, String> above = new HashMap<>();

  /**
   * What the list expects.
   *
   * @param types of its columns; others are texts
   * @param zone in which moments are told
   * @param decimals of the money of the company
   */
  public record Wanted(Map<String, CellType> types, ZoneId zone, int decimals) {
    public Wanted {
      types = Map.copyOf(types);
    }
  }

  private MappedRows(ListMapping mapping, Wanted wanted) {
    this.mapping = mapping;
    this.types = wanted.types();
    this.zone = wanted.zone();
    this.forms = new CellForms(mapping.form().text(), mapping.form().dates());
    this.numbers = new LineNumbers(wanted.decimals());
  }

  /**
   * Finds the columns and reads the joined files.
   *
   * @param header the columns of the file with the rows
   * @throws FileUnreadable when a file or a column is missing
   */
  public static MappedRows of(
      ListMapping mapping,
      List<String> header,
      FilesOfImport files,
      Wanted wanted,
      ImportLimits limits) {
    MappedRows rows = new MappedRows(mapping, wanted);
    for (String column : mapping.asked(Optional.empty())) {
      int place = header.indexOf(column);
      if (place < 0) {
        throw new FileUnreadable(
            ("The mapping '%s' expects a column %s. The file has: %s."
                    + " Use another mapping or correct its columns.")
                .formatted(mapping.name(), column, String.join(", ", header)));
      }
      rows.places.put(column, place);
    }
    mapping
        .joined()
        .forEach(
            (name, each) -> {
              List<String> columns = mapping.asked(Optional.of(name));
              TableForm form = new TableForm(mapping.form().text(), columns, List.of(), limits);
              try (Table table = OpenTable.open(files.named(each.file()), each.file(), form)) {
                rows.joined.put(name, JoinedRows.read(table, each, columns));
              }
            });
    return rows;
  }

  static String cell(List<String> cells, int place) {
    return place >= 0 && place < cells.size() ? cells.get(place).strip() : "";
  }

  /**
   * The row with what the rows above say where it says nothing; empty where it does not count. Rows
   * come in the order of the file.
   */
  public Optional<Row> kept(Row row) {
    Row filled = filled(row);
    boolean counts =
        mapping.where().entrySet().stream()
            .allMatch(each -> each.getValue().holds(value(filled, each.getKey())));
    return counts ? Optional.of(filled) : Optional.empty();
  }

  /** A row that says the first of the columns begins anew: what it leaves empty is empty. */
  private Row filled(Row row) {
    List<String> fill = mapping.form().fill();
    if (fill.isEmpty()) {
      return row;
    }
    if (!cell(row.cells(), place(fill.get(0))).isEmpty()) {
      above.clear();
    }
    List<String> cells = new ArrayList<>(row.cells());
    for (String column : fill) {
      int place = place(column);
      if (place < cells.size()) {
        if (cells.get(place).isBlank()) {
          cells.set(place, above.getOrDefault(column, ""));
        } else {
          above.put(column, cells.get(place));
        }
      }
    }
    return new Row(row.line(), cells);
  }

  private int place(String column) {
    return Objects.requireNonNull(places.get(column));
  }

  /** What stands in a column of the file or of a joined one. */
  private String value(Row row, String column) {
    ListMapping.Place place = mapping.placed(column);
    if (place.file().isEmpty()) {
      return cell(row.cells(), place(column));
    }
    String name = place.file().get();
    String key = value(row, Objects.requireNonNull(mapping.joined().get(name)).by());
    return Objects.requireNonNull(joined.get(name)).cell(key, place.column());
  }

  /** The text that fills one column of the list, as far as it can be told of any row. */
  public String text(Row row, String column) {
    CellRule rule = mapping.columns().get(column);
    return rule == null ? "" : text(row, rule);
  }

  private String text(Row row, CellRule rule) {
    if (rule.constant().isPresent()) {
      return rule.constant().get();
    }
    List<String> said =
        rule.columns().stream()
            .map(column -> value(row, column))
            .filter(value -> !value.isEmpty())
            .toList();
    String text =
        rule.text().with().isPresent()
            ? String.join(rule.text().with().get(), said)
            : said.stream().findFirst().orElse("");
    String part = between(text, rule.text().between());
    String meant = rule.text().values().getOrDefault(part, other(part, rule));
    return meant.isEmpty() ? rule.text().otherwise().orElse("") : meant;
  }

  private static String other(String text, CellRule rule) {
    return text.isEmpty() ? text : rule.text().values().getOrDefault("*", text);
  }

  /** The part between two marks; all of it where they are not there. */
  private static String between(String text, List<String> marks) {
    if (marks.isEmpty()) {
      return text;
    }
    int start = text.indexOf(marks.get(0));
    int end = start < 0 ? -1 : text.indexOf(marks.get(1), start + marks.get(0).length());
    return end < 0 ? text : text.substring(start + marks.get(0).length(), end).strip();
  }

  /**
   * The cells of the list that the row fills: those of one row, or of two where no price of one
   * comes to the amount of a line to the cent.
   *
   * @throws Refused naming the column of the file that does not fit
   */
  public List<Map<String, String>> cells(Row row) {
    Map<String, String> cells = new LinkedHashMap<>();
    Optional<LineNumbers.Split> split = Optional.empty();
    for (Map.Entry<String, CellRule> each : mapping.columns().entrySet()) {
      String column = each.getKey();
      CellRule rule = each.getValue();
      CellType type = rule.as().orElse(types.getOrDefault(column, CellType.TEXT));
      String text = text(row, rule);
      if (rule.number().per().isPresent() && !text.isEmpty()) {
        LineNumbers.Split price = priced(row, rule, text);
        cells.put(column, price.price().toPlainString());
        if (price.rest().isPresent()) {
          split = Optional.of(price.of(column, quantityColumn(rule)));
        }
      } else {
        cells.put(column, text.isEmpty() ? "" : formed(row, rule, type, text));
      }
    }
    return split.map(two -> two.rows(cells)).orElseGet(() -> List.of(cells));
  }

  /** The column of the list that the divisor fills: the quantity of the line. */
  private Optional<String> quantityColumn(CellRule price) {
    String per = price.number().per().orElseThrow();
    return mapping.columns().entrySet().stream()
        .filter(each -> each.getValue().columns().equals(List.of(per)))
        .filter(each -> each.getValue().number().isNone())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private String formed(Row row, CellRule rule, CellType type, String text) {
    return switch (type) {
      case TEXT -> rule.number().isNone() ? text : plain(computed(row, rule, text));
      case NUMBER -> rule.constant().isPresent() ? text : plain(computed(row, rule, text));
      case DATE -> moment(rule, text).toLocalDate().toString();
      case MOMENT -> moment(rule, text).atZone(zone).toInstant().toString();
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private LocalDateTime moment(CellRule rule, String text) {
    return forms
        .moment(text)
        .orElseThrow(() -> wrong(rule.columns().get(0), text, forms.expectedDate()));
  }

  private BigDecimal computed(Row row, CellRule rule, String text) {
    CellRule.NumberStep step = rule.number();
    if (step.daysFrom().isPresent()) {
      return days(value(row, step.daysFrom().get()), step.daysFrom().get(), rule, text);
    }
    BigDecimal number = number(rule.columns().isEmpty() ? "" : rule.columns().get(0), text);
    if (step.plus().isPresent()) {
      number = number.add(number(row, step.plus().get()));
    }
    if (step.minus().isPresent()) {
      number = number.subtract(number(row, step.minus().get()));
    }
    if (step.times().isPresent()) {
      number = number.multiply(number(row, step.times().get()));
    }
    if (step.discount().isPresent()) {
      BigDecimal discount = number(row, step.discount().get());
      number =
          LineNumbers.discounted(number, discount, step.discountIs())
              .orElseThrow(
                  () -> wrong(step.discount().get(), discount.toPlainString(), "a discount"));
    }
    return number;
  }

  private BigDecimal days(String start, String column, CellRule rule, String text) {
    LocalDateTime from =
        forms.moment(start).orElseThrow(() -> wrong(column, start, forms.expectedDate()));
    return BigDecimal.valueOf(
        ChronoUnit.DAYS.between(from.toLocalDate(), moment(rule, text).toLocalDate()));
  }

  private LineNumbers.Split priced(Row row, CellRule rule, String text) {
    String per = rule.number().per().orElseThrow();
    BigDecimal quantity = number(row, per);
    BigDecimal amount = computed(row, rule, text);
    if (quantity.signum() == 0) {
      throw wrong(per, value(row, per), "a quantity other than 0");
    }
    return numbers
        .priced(amount, quantity, quantityColumn(rule))
        .orElseThrow(
            () ->
                wrong(
                    rule.columns().get(0),
                    text,
                    "an amount that " + quantity.toPlainString() + " units at 6 decimals come to"));
  }

  private BigDecimal number(Row row, String column) {
    String value = value(row, column);
    return value.isEmpty() ? BigDecimal.ZERO : number(column, value);
  }

  private BigDecimal number(String column, String value) {
    return forms.number(value).orElseThrow(() -> wrong(column, value, forms.expectedNumber()));
  }

  private static Refused wrong(String column, String value, String expected) {
    return Refused.invalid("The row cannot be read", List.of(new Problem(column, value, expected)));
  }

  /** The column of the file that alone fills one of the list. */
  public Optional<String> source(String column) {
    return Optional.ofNullable(mapping.columns().get(column))
        .map(CellRule::columns)
        .filter(columns -> columns.size() == 1)
        .map(columns -> columns.get(0));
  }
}
