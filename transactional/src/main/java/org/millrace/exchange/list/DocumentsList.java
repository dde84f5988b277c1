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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.document.DocumentImport;
import org.millrace.document.custom.CustomField;
import org.millrace.document.custom.CustomFields;
import org.millrace.exchange.layout.CellType;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Period;
import org.millrace.shared.Problem;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * New documents of one kind; rows that were taken once, as often as they stand in a file, make none
 * again. The columns of its export that no request has are passed over. A number in a file tells
 * which rows are one document, which gets a number of its own; the code of a master is its code.
 */
final class DocumentsList<R extends Record> implements ImportedList {
  private static final String NUMBER = "number";

  /** Records that JSON writes as one value. */
  private static final Set<Class<?>> VALUES = Set.of(Quantity.class, Money.class, Period.class);

  private final DocumentImport<R> documents;
  private final RowReader reader;
  private final RowsTakenJdbc taken;
  private final CustomFields custom;
  private final List<String> lists;
  private final Columns columns;

  DocumentsList(
      DocumentImport<R> documents, RowReader reader, RowsTakenJdbc taken, CustomFields custom) {
    this.custom = custom;
    this.documents = documents;
    this.taken = taken;
    this.reader = reader;
    RecordComponent[] components = documents.request().getRecordComponents();
    this.lists =
        Arrays.stream(components)
            .filter(DocumentsList::isLines)
            .map(RecordComponent::getName)
            .toList();
    List<String> needed = new ArrayList<>();
    List<String> optional = new ArrayList<>();
    if (!documents.kind().isMaster()) {
      optional.add(NUMBER);
    }
    // What a document was made for is told by whoever makes it, not by a file.
    for (RecordComponent component : components) {
      boolean isNeeded = component.getType() != Optional.class;
      if (isLines(component)) {
        String before = RowReader.column(component.getName()) + ".";
        of(component).forEach(c -> add(c, before, isNeeded, needed, optional));
      } else {
        add(component, "", isNeeded, needed, optional);
      }
    }
    Map<String, CellType> types = new TreeMap<>();
    for (RecordComponent component : components) {
      if (isLines(component)) {
        of(component).forEach(c -> addType(c, component.getName() + ".", types));
      } else {
        addType(component, "", types);
      }
    }
    List<String> known = Stream.concat(needed.stream(), optional.stream()).toList();
    List<String> ignored =
        documents.kind().exportColumns().stream().filter(c -> !known.contains(c)).toList();
    this.columns = new Columns(needed, optional, ignored, types);
  }

  private static void add(
      RecordComponent component,
      String before,
      boolean isNeeded,
      List<String> needed,
      List<String> optional) {
    boolean always = isNeeded && component.getType() != Optional.class;
    String column = before + RowReader.column(component.getName());
    if (isInside(component.getGenericType())) {
      Class<?> inside = (Class<?>) inside(component.getGenericType(), Optional.class);
      for (RecordComponent each : inside.getRecordComponents()) {
        add(each, column + "_", always, needed, optional);
      }
    } else if (isSingle(component.getGenericType()) || isWords(component.getGenericType())) {
      (always ? needed : optional).add(column);
    }
  }

  private static void addType(
      RecordComponent component, String before, Map<String, CellType> types) {
    if (inside(component.getGenericType(), Optional.class) instanceof Class<?> of) {
      types.put(before + RowReader.column(component.getName()), CellType.of(of));
    }
  }

  /** Whether all that a document needs has a place in a table. */
  static boolean isTable(DocumentImport<?> documents) {
    return Arrays.stream(documents.request().getRecordComponents())
        .filter(component -> component.getType() != Optional.class)
        .map(RecordComponent::getGenericType)
        .allMatch(type -> isLines(type) || isSingle(type) || isWords(type) || isInside(type));
  }

  private static boolean isLines(RecordComponent component) {
    return isLines(component.getGenericType());
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

  private static Stream<RecordComponent> of(RecordComponent list) {
    return Arrays.stream(entry(list.getGenericType()).getRecordComponents());
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

  @Override
  public String kind() {
    return documents.kind().listName();
  }

  @Override
  public Optional<String> document() {
    return Optional.of(documents.kind().name());
  }

  @Override
  public String permission() {
    return documents.permission();
  }

  @Override
  public Columns columns(CompanyCode company) {
    List<CustomField> fields = fields(company);
    if (fields.isEmpty()) {
      return columns;
    }
    List<String> optional = new ArrayList<>(columns.optional());
    fields.forEach(field -> optional.add(field.field()));
    return new Columns(columns.needed(), optional, columns.ignored(), columns.types());
  }

  private List<CustomField> fields(CompanyCode company) {
    return custom.areKept(documents.kind()) ? custom.of(company, documents.kind()) : List.of();
  }

  /** The first row that says something of a field says it of the document. */
  private static Map<String, String> customOf(List<Map<String, String>> rows) {
    Map<String, String> values = new TreeMap<>();
    for (Map<String, String> row : rows) {
      row.forEach(
          (column, cell) -> {
            if (column.startsWith(CustomField.BEFORE) && !cell.isBlank()) {
              values.putIfAbsent(column.substring(CustomField.BEFORE.length()), cell.strip());
            }
          });
    }
    return values;
  }

  /** Rows without a number are one each, with or without lines. */
  @Override
  public Optional<String> grouping() {
    return Optional.of(documents.kind().isMaster() ? documents.kind().key() : NUMBER);
  }

  @Override
  public boolean take(CompanyCode company, Map<String, String> cells) {
    return takeTogether(company, List.of(cells), 1);
  }

  @Override
  public boolean takeTogether(CompanyCode company, List<Map<String, String>> rows, int occurrence) {
    if (lists.isEmpty() && rows.size() > 1) {
      String column = grouping().orElseThrow();
      String value = rows.get(1).getOrDefault(column, "");
      throw Refused.invalid(
          "Several rows have one " + column,
          List.of(new Problem(column, value, "another one in each row")));
    }
    if (!taken.isNew(company, kind(), content(rows, occurrence))) {
      return false;
    }
    List<Map<String, String>> cells = rows.stream().map(this::ofRequest).toList();
    R request =
        lists.isEmpty()
            ? reader.read(cells.get(0), documents.request())
            : reader.read(cells, lists, documents.request());
    custom.give(documents.kind(), Optional.of(customOf(rows)));
    documents.take().accept(company, request);
    return true;
  }

  private Map<String, String> ofRequest(Map<String, String> row) {
    Map<String, String> cells = new TreeMap<>(row);
    if (!documents.kind().isMaster()) {
      cells.remove(NUMBER);
    }
    cells.keySet().removeIf(column -> column.startsWith(CustomField.BEFORE));
    return cells;
  }

  /** The same rows, as often, have the same text; the separators are no text of a cell. */
  private static String content(List<Map<String, String>> rows, int occurrence) {
    return rows.stream()
        .flatMap(row -> new TreeMap<>(row).entrySet().stream())
        .map(cell -> cell.getKey() + '\u001f' + cell.getValue())
        .collect(Collectors.joining("\u001e", occurrence + "\u001e", ""));
  }
}
