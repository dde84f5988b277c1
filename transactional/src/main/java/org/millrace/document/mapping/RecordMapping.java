package org.millrace.document.mapping;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Code;

/**
 * The columns of a record, worked out from its components once: the only place that knows which
 * value stands in which column, for writing and for reading.
 */
public final class RecordMapping<R> {
  private static final Map<List<Object>, RecordMapping<?>> KNOWN = new ConcurrentHashMap<>();

  private static final String NUMBER = "number";
  private static final String CODE = "code";

  private final Class<R> record;
  private final Constructor<R> constructor;
  private final List<Part> parts;
  private final Map<String, Part> standing = new HashMap<>();
  private final List<Column> columns;

  /** One column: its name, the field as JSON names it, the type, whether it may be empty. */
  public record Column(String name, String field, ColumnType type, boolean optional) {
    /** Its name in files, which that of the field is: {@code customer_name}. */
    public String inFiles() {
      return snake(field.replace('.', '_'));
    }
  }

  /** A component: a column, a record over several columns, or lines in a table of their own. */
  private record Part(
      String name,
      Method accessor,
      boolean optional,
      Optional<Column> column,
      Optional<RecordMapping<?>> inner) {
    boolean isLines() {
      return column.isEmpty() && inner.isEmpty();
    }

    @Nullable Object value(Object of) {
      Object value = called(accessor, of);
      return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }

    @Nullable Object given(@Nullable Object value) {
      return optional ? Optional.ofNullable(value) : value;
    }
  }

  /** The mapping of a record; the named lists are lines. */
  @SuppressWarnings("unchecked") // each record is kept under its own class
  public static <R> RecordMapping<R> of(Class<R> record, Set<String> lines) {
    return (RecordMapping<R>)
        KNOWN.computeIfAbsent(
            List.of(record, Set.copyOf(lines)),
            key -> new RecordMapping<>(record, new Place("", "", lines, false)));
  }

  /**
   * Where a record stands: before its columns and fields, its lists of lines, whether it may lack.
   */
  private record Place(String column, String field, Set<String> lines, boolean optional) {
    Place inside(String component) {
      return new Place(
          column + snake(component) + "_", field + component + ".", Set.of(), optional);
    }

    /** The same place in a record that may be absent as a whole. */
    Place maybe() {
      return new Place(column, field, lines, true);
    }
  }

  private RecordMapping(Class<R> record, Place place) {
    this.record = record;
    this.constructor = constructor(record);
    this.parts =
        Arrays.stream(record.getRecordComponents()).map(c -> part(record, c, place)).toList();
    parts.forEach(
        part -> part.column().ifPresent(column -> standing.putIfAbsent(column.name(), part)));
    this.columns =
        parts.stream()
            .flatMap(
                part ->
                    part.column().isPresent()
                        ? part.column().stream()
                        : part.inner().stream().flatMap(inner -> inner.columns.stream()))
            .toList();
  }

  private static Part part(Class<?> record, RecordComponent component, Place place) {
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    Type bare = optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    String name = component.getName();
    if (place.lines().contains(name)) {
      return new Part(name, accessor, optional, Optional.empty(), Optional.empty());
    }
    Optional<ColumnType> single = ColumnType.of(bare);
    if (single.isPresent()) {
      Stored stored = component.getAnnotation(Stored.class);
      Column column =
          stored == null
              ? column(name, place, single.get(), optional)
              : new Column(
                  stored.value(), place.field() + name, single.get(), optional || place.optional());
      return new Part(name, accessor, optional, Optional.of(column), Optional.empty());
    }
    if (bare instanceof Class<?> inner && inner.isRecord()) {
      Place inside = place.inside(name);
      RecordMapping<?> mapping = new RecordMapping<>(inner, optional ? inside.maybe() : inside);
      return new Part(name, accessor, optional, Optional.empty(), Optional.of(mapping));
    }
    throw new IllegalStateException(
        "%s.%s is a %s: a column holds single values, a list of records needs a table of lines"
            .formatted(record.getSimpleName(), name, bare));
  }

  /** The code inside a record goes by the name of that record: {@code customer.code}. */
  private static Column column(String name, Place place, ColumnType type, boolean optional) {
    boolean isCode = name.equals(CODE) && !place.column().isEmpty();
    return new Column(
        isCode ? withoutLast(place.column()) : place.column() + snake(name),
        isCode ? withoutLast(place.field()) : place.field() + name,
        type,
        optional || place.optional());
  }

  private static String withoutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** The columns in the order of the components. */
  public List<Column> columns() {
    return columns;
  }

  /** The column of a field. */
  public Column column(String field) {
    return columns.stream()
        .filter(column -> column.field().equals(field))
        .findFirst()
        .orElseThrow(() -> lacks(field));
  }

  /** The column that names a document: its number, or where it has none, its code. */
  public String key() {
    return has(NUMBER) ? NUMBER : CODE;
  }

  /** Whether it is a code that names a document. */
  public boolean isNamedByCode() {
    return key().equals(CODE);
  }

  /** What stands in the column that names a document, a code or a count. */
  public Code number(Object document) {
    Object number = Objects.requireNonNull(value(document, key()));
    return number instanceof Code code ? code : number::toString;
  }

  /** Whether its number is a count. */
  public boolean isCounted() {
    return column(field(key())).type().family() == ColumnType.Family.NUMBER;
  }

  /** The lists of a document that are lines, by component. */
  public List<?> lines(Object document, String component) {
    return (List<?>) Objects.requireNonNull(named(component).value(document));
  }

  /** The record inside a list of lines. */
  public RecordMapping<?> ofLines(String component) {
    RecordComponent list =
        Arrays.stream(record.getRecordComponents())
            .filter(c -> c.getName().equals(component))
            .findFirst()
            .orElseThrow(() -> lacks(component));
    Type line = ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    return of((Class<?>) line, Set.of());
  }

  /** Whether the record has a component that stands in that column. */
  public boolean has(String column) {
    return standing(column).isPresent();
  }

  /** The value of the component that stands in that column, as it is. */
  public @Nullable Object value(Object of, String column) {
    return standing(column).orElseThrow(() -> lacks(column)).value(of);
  }

  /** The field that stands in that column. */
  public String field(String column) {
    return standing(column).orElseThrow(() -> lacks(column)).name();
  }

  private Optional<Part> standing(String column) {
    return Optional.ofNullable(standing.get(column));
  }

  private Part named(String component) {
    return parts.stream()
        .filter(part -> part.name().equals(component))
        .findFirst()
        .orElseThrow(() -> lacks(component));
  }

  private IllegalStateException lacks(String component) {
    return new IllegalStateException(record.getSimpleName() + " has no component " + component);
  }

  /** The values of all columns; null where a record or value inside is absent. */
  public List<Object> values(@Nullable Object of) {
    List<Object> values = new ArrayList<>(columns.size());
    for (Part part : parts) {
      if (!part.isLines()) {
        add(part, of == null ? null : part.value(of), values);
      }
    }
    return values;
  }

  private static void add(Part part, @Nullable Object value, List<Object> to) {
    if (part.column().isPresent()) {
      to.add(part.column().get().type().toColumn(value));
    } else {
      to.addAll(part.inner().orElseThrow().values(value));
    }
  }

  /** The components that a row gives; those that are lines stay empty. */
  public Object[] read(ResultSet row, @Nullable Currency currency) throws SQLException {
    Object[] components = new Object[parts.size()];
    for (int i = 0; i < components.length; i++) {
      Part part = parts.get(i);
      components[i] = part.isLines() ? List.of() : part.given(read(part, row, currency));
    }
    return components;
  }

  /** Makes the record of its components and the lines read apart. */
  public R filled(Object[] components, Map<String, List<?>> lines) {
    for (int i = 0; i < components.length; i++) {
      Part part = parts.get(i);
      if (part.isLines()) {
        components[i] = lines.getOrDefault(part.name(), List.of());
      }
    }
    return made(components);
  }

  private static @Nullable Object read(Part part, ResultSet row, @Nullable Currency currency)
      throws SQLException {
    if (part.column().isPresent()) {
      Column column = part.column().get();
      return column.type().read(row, column.name(), currency);
    }
    RecordMapping<?> inner = part.inner().orElseThrow();
    String first = inner.columns.get(0).name();
    return part.optional() && row.getObject(first) == null
        ? null
        : inner.made(inner.read(row, currency));
  }

  /** Makes the record of its components. */
  public R made(Object[] components) {
    try {
      return constructor.newInstance(components);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "A stored " + record.getSimpleName() + " breaks the rules of its record", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <R> Constructor<R> constructor(Class<R> record) {
    try {
      Class<?>[] types =
          Arrays.stream(record.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<R> found = record.getDeclaredConstructor(types);
      found.setAccessible(true);
      return found;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object called(Method accessor, Object of) {
    try {
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a component is called in columns and files: {@code opened_at}. */
  public static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
