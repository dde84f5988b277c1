package org.millrace.document.mapping;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/** How a value of a record stands in a column, both ways. */
public final class ColumnType {
  /** What lists can do with a column: compare as numbers, days or moments, or look into text. */
  public enum Family {
    TEXT("text"),
    WORD("text"),
    NUMBER("numeric"),
    DATE("date"),
    MOMENT("timestamptz"),
    FLAG("boolean"),
    TEXTS("text[]");

    private final String sql;

    Family(String sql) {
      this.sql = sql;
    }

    /** The type in SQL. */
    public String sql() {
      return sql;
    }
  }

  private final Class<?> type;
  private final Family family;
  private final Optional<Class<?>> element;

  private ColumnType(Class<?> type, Family family, Optional<Class<?>> element) {
    this.type = type;
    this.family = family;
    this.element = element;
  }

  /** The type of a component, absent when it is a record to be spread over columns. */
  public static Optional<ColumnType> of(Type component) {
    if (component instanceof ParameterizedType several
        && several.getRawType() instanceof Class<?> raw
        && (raw == List.class || raw == Set.class)) {
      Class<?> element = (Class<?>) several.getActualTypeArguments()[0];
      return element == String.class || Code.class.isAssignableFrom(element) || element.isEnum()
          ? Optional.of(new ColumnType(raw, Family.TEXTS, Optional.of(element)))
          : Optional.empty();
    }
    return component instanceof Class<?> single
        ? family(single).map(found -> new ColumnType(single, found, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Family> family(Class<?> type) {
    if (type == String.class || Code.class.isAssignableFrom(type) || type == Currency.class) {
      return Optional.of(Family.TEXT);
    }
    if (type.isEnum()) {
      return Optional.of(Family.WORD);
    }
    if (type == LocalDate.class) {
      return Optional.of(Family.DATE);
    }
    if (type == Instant.class) {
      return Optional.of(Family.MOMENT);
    }
    if (type == boolean.class) {
      return Optional.of(Family.FLAG);
    }
    boolean isNumber =
        List.of(
                Quantity.class,
                Money.class,
                BigDecimal.class,
                int.class,
                Integer.class,
                long.class,
                Long.class)
            .contains(type);
    return isNumber ? Optional.of(Family.NUMBER) : Optional.empty();
  }

  /** What lists can do with the column. */
  public Family family() {
    return family;
  }

  /** Whether its values are of that kind. */
  public boolean isOf(Class<?> kind) {
    return kind.isAssignableFrom(type);
  }

  /** The words of an enumeration, or of a list of such, as columns have them; else none. */
  public List<String> words() {
    Class<?> single = element.isPresent() ? element.get() : type;
    return single.isEnum()
        ? Arrays.stream(single.getEnumConstants()).map(c -> word((Enum<?>) c)).toList()
        : List.of();
  }

  /** A value for a statement's parameter or a COPY. */
  @Nullable Object toColumn(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Quantity quantity) {
      return quantity.value();
    }
    if (value instanceof Money money) {
      return money.amount();
    }
    if (value instanceof Instant moment) {
      return moment.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Collection<?> texts) {
      return texts.stream().map(ColumnType::text).toArray(String[]::new);
    }
    return value instanceof LocalDate ? value : text(value);
  }

  private static String text(Object value) {
    if (value instanceof Code code) {
      return code.value();
    }
    if (value instanceof Currency currency) {
      return currency.getCurrencyCode();
    }
    return value instanceof Enum<?> constant ? word(constant) : value.toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of a column, null when it has none; money is of the document's currency. */
  @Nullable Object read(ResultSet row, String column, @Nullable Currency currency)
      throws SQLException {
    Object read =
        switch (family) {
          case TEXT, WORD -> row.getString(column);
          case NUMBER -> row.getBigDecimal(column);
          case DATE -> row.getObject(column, LocalDate.class);
          case MOMENT -> row.getObject(column, OffsetDateTime.class);
          case FLAG -> row.getBoolean(column);
          case TEXTS -> row.getArray(column);
        };
    return read == null ? null : typed(read, currency);
  }

  private Object typed(Object read, @Nullable Currency currency) throws SQLException {
    if (read instanceof BigDecimal number) {
      return number(number, currency);
    }
    if (read instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (read instanceof Array texts) {
      List<Object> several =
          Arrays.stream((String[]) texts.getArray())
              .map(text -> made(element.orElseThrow(), text))
              .toList();
      return type == Set.class ? Set.copyOf(several) : several;
    }
    return read instanceof String text ? made(type, text) : read;
  }

  private Object number(BigDecimal number, @Nullable Currency currency) {
    if (type == Quantity.class) {
      return Quantity.of(number);
    }
    if (type == Money.class) {
      return Money.of(number, Objects.requireNonNull(currency, "no currency beside the amount"));
    }
    if (type == BigDecimal.class) {
      return number;
    }
    boolean isLong = type == long.class || type == Long.class;
    return isLong ? (Object) number.longValueExact() : number.intValueExact();
  }

  private static Object made(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    if (type == Currency.class) {
      return Currency.getInstance(text);
    }
    return type.isEnum() ? constant(type, text) : code(type, text);
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> word((Enum<?>) c).equals(text.replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("'" + text + "' is no " + type.getSimpleName()));
  }

  private static Object code(Class<?> type, String text) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      return constructor.newInstance(text);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("'" + text + "' is no " + type.getSimpleName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " needs one component, the text", e);
    }
  }
}
