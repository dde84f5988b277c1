package org.millrace.exchange.list;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.millrace.exchange.layout.CellType;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.shared.Quantity;

/**
 * The columns of a file of requests: the components of the record in snake case, those of a list of
 * records with the list's name and a dot before them. What a document was made for is told by
 * whoever makes it, not by a file.
 */
record RequestColumns(
    List<String> needed, List<String> optional, Map<String, CellType> types, List<String> lists) {
  /** Records that JSON writes as one value. */
  private static final Set<Class<?>> VALUES = Set.of(Quantity.class, Money.class, Period.class);

  static RequestColumns of(Class<? extends Record> request) {
    RequestColumns columns =
        new RequestColumns(
            new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    for (RecordComponent component : request.getRecordComponents()) {
      boolean isNeeded = component.getType() != Optional.class;
      if (isLines(component.getGenericType())) {
        columns.lists.add(component.getName());
        String before = RowReader.column(component.getName()) + ".";
        for (RecordComponent each : entry(component.getGenericType()).getRecordComponents()) {
          columns.add(each, before, isNeeded);
        }
      } else {
        columns.add(component, "", isNeeded);
      }
    }
    return columns;
  }

  private void add(RecordComponent component, String before, boolean isNeeded) {
    boolean always = isNeeded && component.getType() != Optional.class;
    String column = before + RowReader.column(component.getName());
    Type type = component.getGenericType();
    if (isInside(type)) {
      Class<?> inside = (Class<?>) inside(type, Optional.class);
      for (RecordComponent each : inside.getRecordComponents()) {
        add(each, column + "_", always);
      }
    } else if (isSingle(type) || isWords(type)) {
      (always ? needed : optional).add(column);
      if (inside(type, Optional.class) instanceof Class<?> of) {
        types.put(column, CellType.of(of));
      }
    }
  }

  /** Whether all that a request needs has a place in a table. */
  static boolean isTable(Class<? extends Record> request) {
    return Arrays.stream(request.getRecordComponents())
        .filter(component -> component.getType() != Optional.class)
        .map(RecordComponent::getGenericType)
        .allMatch(type -> isLines(type) || isSingle(type) || isWords(type) || isInside(type));
  }

  /** All of them. */
  List<String> all() {
    return Stream.concat(needed.stream(), optional.stream()).toList();
  }

  static boolean isLines(Type type) {
    Type list = inside(type, Optional.class);
    Type entry = inside(list, List.class);
    return entry != list && !isSingle(entry);
  }

  /** Whether several values stand in one cell, with commas between. */
  static boolean isWords(Type type) {
    Type several = inside(type, Optional.class);
    Type entry = inside(inside(several, List.class), Set.class);
    return entry != several && isSingle(entry);
  }

  /** What the entries of a list of records are. */
  static Class<?> entry(Type list) {
    return (Class<?>) inside(inside(list, Optional.class), List.class);
  }

  /** Whether a record stands in several cells, with its name before theirs. */
  static boolean isInside(Type type) {
    return inside(type, Optional.class) instanceof Class<?> of && of.isRecord() && !isSingle(of);
  }

  /** Whether a value stands in one cell. */
  private static boolean isSingle(Type type) {
    Type bare = inside(type, Optional.class);
    return bare instanceof Class<?> of
        && (!of.isRecord() || Code.class.isAssignableFrom(of) || VALUES.contains(of));
  }

  static Type inside(Type type, Class<?> around) {
    return type instanceof ParameterizedType of && of.getRawType() == around
        ? of.getActualTypeArguments()[0]
        : type;
  }

  /** The cells of a request among those of a row. */
  static Map<String, String> without(Map<String, String> row, Set<String> columns) {
    Map<String, String> cells = new TreeMap<>(row);
    cells.keySet().removeAll(columns);
    return cells;
  }
}
