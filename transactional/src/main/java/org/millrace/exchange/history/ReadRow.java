package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;
import org.millrace.exchange.mapping.Field;
import org.millrace.exchange.mapping.Mapping;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Decimals;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** Reads rows of one file by a mapping. */
final class ReadRow {
  private static final int LONGEST_CODE = 50;
  private static final int LONGEST_NAME = 200;
  private static final int QUANTITY_DECIMALS = 4;
  private static final int PRICE_DECIMALS = 6;

  private final Mapping mapping;
  private final List<String> header;
  private final Map<Field, Integer> places = new EnumMap<>(Field.class);
  private final List<DateTimeFormatter> dates;
  private final Pattern decimal;
  private final LocalDateTime latest;
  private String lastDate = "";
  private LocalDateTime lastMoment = LocalDateTime.MIN;

  /**
   * Finds the columns of the mapping.
   *
   * @throws FileUnreadable when the file lacks one
   */
  ReadRow(Mapping mapping, Table table, String file, LocalDateTime latest) {
    this.mapping = mapping;
    this.header = table.header();
    this.latest = latest;
    decimal =
        Pattern.compile("[+-]?\\d+(" + Pattern.quote(mapping.text().decimal() + "") + "\\d+)?");
    dates =
        Stream.concat(mapping.dates().stream(), table.ownDates().stream())
            .map(ReadRow::formatter)
            .toList();
    List<String> missing = new ArrayList<>();
    mapping
        .columns()
        .forEach(
            (field, column) -> {
              places.put(field, header.indexOf(column));
              if (!header.contains(column)) {
                missing.add(column + " (" + field.word() + ")");
              }
            });
    if (!missing.isEmpty()) {
      throw new FileUnreadable(
          ("%s does not fit the mapping '%s': column %s missing. The file has: %s."
                  + " Use another mapping or correct its columns.")
              .formatted(
                  file, mapping.name(), String.join(", ", missing), String.join(", ", header)));
    }
  }

  private static DateTimeFormatter formatter(String form) {
    return DateTimeFormatter.ofPattern(form.replace('y', 'u'))
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Carries what is wrong with one field up to the row. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient NewReject why;

    Wrong(NewReject why) {
      super(why.reason(), null, false, false);
      this.why = why;
    }
  }

  RowReading read(Row row) {
    try {
      int cells = row.cells().size();
      if (cells < header.size() || !restIsBlank(row)) {
        String reason = cells < header.size() ? "too short" : "too long";
        String expected = header.size() + " cells, as the header has";
        throw wrong(row, "row", cells + " cells", reason, expected);
      }
      return new RowReading.Read(parsed(row));
    } catch (Wrong e) {
      return new RowReading.Unreadable(e.why);
    }
  }

  private boolean restIsBlank(Row row) {
    return row.cells().stream().skip(header.size()).allMatch(String::isBlank);
  }

  private SalesRow parsed(Row row) throws Wrong {
    String number = code(row, Field.NUMBER);
    BigDecimal price = number(row, Field.UNIT_PRICE, PRICE_DECIMALS);
    if (price.signum() < 0 && !mapping.rules().isBadDebt(number)) {
      throw wrong(row, Field.UNIT_PRICE, "below 0", "a price of 0 or more");
    }
    BigDecimal quantity = number(row, Field.QUANTITY, QUANTITY_DECIMALS);
    if (quantity.signum() == 0) {
      throw wrong(row, Field.QUANTITY, "nothing", "a quantity other than 0");
    }
    Optional<String> customer = Optional.of(cell(row, Field.CUSTOMER)).filter(c -> !c.isEmpty());
    if (customer.isPresent()) {
      code(row, Field.CUSTOMER);
    }
    return new SalesRow(
        row.line(),
        number,
        code(row, Field.ITEM),
        name(cell(row, Field.DESCRIPTION)),
        quantity,
        date(row),
        price,
        customer,
        code(row, Field.COUNTRY));
  }

  private String code(Row row, Field field) throws Wrong {
    String value = cell(row, field);
    if (value.isEmpty()) {
      throw wrong(row, field, "empty", "a value");
    }
    if (value.length() > LONGEST_CODE || value.chars().anyMatch(Character::isISOControl)) {
      throw wrong(row, field, "not a code", "at most " + LONGEST_CODE + " printable characters");
    }
    return value;
  }

  private static String name(String text) {
    String printable = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return printable.length() > LONGEST_NAME ? printable.substring(0, LONGEST_NAME) : printable;
  }

  private BigDecimal number(Row row, Field field, int decimals) throws Wrong {
    String value = cell(row, field);
    if (!decimal.matcher(value).matches()) {
      throw wrong(row, field, "not a number", "a number like 12" + mapping.text().decimal() + "50");
    }
    Optional<BigDecimal> number = sane(value.replace(mapping.text().decimal(), '.'));
    boolean fits =
        number
            .filter(n -> n.scale() <= decimals && n.abs().compareTo(Quantity.MOST) <= 0)
            .isPresent();
    if (!fits) {
      String expected = "at most " + decimals + " decimals and at most " + Quantity.MOST;
      throw wrong(row, field, "too exact or too large", expected);
    }
    return number.orElseThrow();
  }

  private static Optional<BigDecimal> sane(String number) {
    try {
      return Optional.of(Decimals.read("number", number));
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private LocalDateTime date(Row row) throws Wrong {
    String value = cell(row, Field.DATE);
    if (!value.equals(lastDate)) {
      lastMoment = parsedDate(row, value);
      lastDate = value;
    }
    if (!BusinessDates.isBelievable(lastMoment.toLocalDate())) {
      throw wrong(row, Field.DATE, "not a date of business", BusinessDates.EXPECTED);
    }
    if (lastMoment.isAfter(latest)) {
      throw wrong(row, Field.DATE, "in the future", "a moment that has passed");
    }
    return lastMoment;
  }

  private LocalDateTime parsedDate(Row row, String value) throws Wrong {
    for (DateTimeFormatter form : dates) {
      try {
        TemporalAccessor read = form.parseBest(value, LocalDateTime::from, LocalDate::from);
        return read instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(read);
      } catch (DateTimeParseException e) {
        continue;
      }
    }
    throw wrong(
        row, Field.DATE, "not a date", "a date like " + String.join(" or ", mapping.dates()));
  }

  private String cell(Row row, Field field) {
    String value = row.cells().get(places.get(field)).strip();
    boolean whole = mapping.wholeNumbers().contains(field) && value.endsWith(".0");
    return whole ? value.substring(0, value.length() - 2) : value;
  }

  private Wrong wrong(Row row, Field field, String reason, String expected) {
    String column = mapping.columns().get(field);
    return wrong(row, column, row.cells().get(places.get(field)), reason, expected);
  }

  private static Wrong wrong(Row row, String field, String value, String reason, String expected) {
    return new Wrong(new NewReject(row.line(), row.cells(), field, value, reason, expected));
  }
}
