package org.millrace.exchange.history.row;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.layout.CellForms;
import org.millrace.exchange.mapping.Field;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.shared.Code;
import org.millrace.shared.Quantity;

/** What stands in a row for each field of a mapping: in its column, or the constant for all. */
final class FieldCells {
  private static final int LONGEST_NAME = 200;

  private final Mapping mapping;
  private final Map<Field, Integer> places = new EnumMap<>(Field.class);
  private final CellForms forms;

  /**
   * Finds the columns of the mapping.
   *
   * @throws FileUnreadable when the file lacks one
   */
  FieldCells(Mapping mapping, List<String> header, String file) {
    this.mapping = mapping;
    forms = new CellForms(mapping.text(), mapping.dates());
    mapping.columns().forEach((field, column) -> places.put(field, header.indexOf(column)));
    List<String> missing =
        mapping.columns().entrySet().stream()
            .filter(each -> !header.contains(each.getValue()))
            .map(each -> each.getValue() + " (" + each.getKey().word() + ")")
            .toList();
    if (!missing.isEmpty()) {
      throw new FileUnreadable(
          ("%s does not fit the mapping '%s': column %s missing. The file has: %s."
                  + " Use another mapping or correct its columns.")
              .formatted(
                  file, mapping.name(), String.join(", ", missing), String.join(", ", header)));
    }
  }

  String text(Row row, Field field) {
    Integer place = places.get(field);
    if (place == null) {
      return mapping.constants().getOrDefault(field, "");
    }
    String value = row.cells().get(place).strip();
    boolean isWhole =
        mapping.wholeNumbers().contains(field)
            && (value.endsWith(".0") || value.endsWith(mapping.text().decimal() + "0"));
    return isWhole ? value.substring(0, value.length() - 2) : value;
  }

  /** Without control characters, and cut where names end. */
  String name(Row row, Field field) {
    String printable = Code.printable(text(row, field));
    return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) : printable;
  }

  String code(Row row, Field field, int longest) throws Wrong {
    String value = text(row, field);
    if (value.isEmpty()) {
      throw wrong(row, field, "empty", "a value");
    }
    if (value.length() > longest || !Code.isPrintable(value)) {
      throw wrong(row, field, "not a code", "at most " + longest + " printable characters");
    }
    return value;
  }

  BigDecimal number(Row row, Field field, int decimals) throws Wrong {
    String value = text(row, field);
    if (!forms.isNumber(value)) {
      throw wrong(row, field, "not a number", forms.expectedNumber());
    }
    return forms
        .number(value)
        .filter(n -> n.scale() <= decimals && n.abs().compareTo(Quantity.MOST) <= 0)
        .orElseThrow(
            () ->
                wrong(
                    row,
                    field,
                    "too exact or too large",
                    "at most " + decimals + " decimals and at most " + Quantity.MOST));
  }

  LocalDateTime date(Row row) throws Wrong {
    return forms
        .moment(text(row, Field.DATE))
        .orElseThrow(() -> wrong(row, Field.DATE, "not a date", forms.expectedDate()));
  }

  Wrong wrong(Row row, Field field, String reason, String expected) {
    Integer place = places.get(field);
    String column =
        Objects.requireNonNull(place == null ? field.word() : mapping.columns().get(field));
    String value = place == null ? text(row, field) : row.cells().get(place);
    return new Wrong(new NewReject(row.line(), row.cells(), column, value, reason, expected));
  }
}
