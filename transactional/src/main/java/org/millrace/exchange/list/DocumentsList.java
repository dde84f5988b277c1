package org.millrace.exchange.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.document.DocumentImport;
import org.millrace.document.custom.CustomField;
import org.millrace.document.custom.CustomFields;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * New documents of one kind; rows that were taken once, as often as they stand in a file, make none
 * again. The columns of its export that no request has are passed over. A number in a file tells
 * which rows are one document, which gets a number of its own; the code of a master is its code.
 */
final class DocumentsList<R extends Record> implements ImportedList {
  private static final String NUMBER = "number";

  /** Who made a document in the program that it comes from. */
  private static final String AUTHOR = "original_author";

  private final DocumentImport<R> documents;
  private final RowReader reader;
  private final RowsTakenJdbc taken;
  private final DocumentsMadeJdbc made;
  private final CustomFields custom;
  private final List<String> lists;
  private final Columns columns;

  DocumentsList(
      DocumentImport<R> documents,
      RowReader reader,
      RowsTakenJdbc taken,
      DocumentsMadeJdbc made,
      CustomFields custom) {
    this.made = made;
    this.custom = custom;
    this.documents = documents;
    this.taken = taken;
    this.reader = reader;
    RequestColumns request = RequestColumns.of(documents.request());
    this.lists = request.lists();
    List<String> optional = new ArrayList<>();
    if (!documents.kind().isMaster()) {
      optional.add(NUMBER);
    }
    optional.addAll(request.optional());
    optional.add(AUTHOR);
    List<String> needed = request.needed();
    List<String> known = Stream.concat(needed.stream(), optional.stream()).toList();
    List<String> ignored =
        documents.kind().exportColumns().stream().filter(c -> !known.contains(c)).toList();
    this.columns = new Columns(needed, optional, ignored, request.types());
  }

  /** Whether all that a document needs has a place in a table. */
  static boolean isTable(DocumentImport<?> documents) {
    return RequestColumns.isTable(documents.request());
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
    throw new IllegalStateException("rows of one document are taken together");
  }

  @Override
  public boolean takeTogether(OfRun of, List<Map<String, String>> rows, int occurrence) {
    if (lists.isEmpty() && rows.size() > 1) {
      String column = grouping().orElseThrow();
      String value = rows.get(1).getOrDefault(column, "");
      throw Refused.invalid(
          "Several rows have one " + column,
          List.of(new Problem(column, value, "another one in each row")));
    }
    if (!taken.isNew(of, kind(), content(rows, occurrence))) {
      return false;
    }
    List<Map<String, String>> cells = rows.stream().map(this::ofRequest).toList();
    R request =
        lists.isEmpty()
            ? reader.read(cells.get(0), documents.request())
            : reader.read(cells, lists, documents.request());
    custom.give(documents.kind(), Optional.of(customOf(rows)));
    Object answer = documents.take().apply(of.company(), request);
    documents
        .number(answer)
        .ifPresent(number -> made.note(of, documents.kind(), number, source(rows.get(0), number)));
    return true;
  }

  private DocumentsMadeJdbc.Source source(Map<String, String> row, String number) {
    String told = row.getOrDefault(grouping().orElseThrow(), "").strip();
    Optional<String> author =
        Optional.of(row.getOrDefault(AUTHOR, "").strip()).filter(name -> !name.isEmpty());
    return new DocumentsMadeJdbc.Source(told.isEmpty() ? number : told, author);
  }

  private Map<String, String> ofRequest(Map<String, String> row) {
    Map<String, String> cells = new TreeMap<>(row);
    if (!documents.kind().isMaster()) {
      cells.remove(NUMBER);
    }
    cells.remove(AUTHOR);
    cells.keySet().removeIf(column -> column.startsWith(CustomField.BEFORE));
    return cells;
  }

  /** The same rows, as often, have the same text; the separators are no text of a cell. */
  static String content(List<Map<String, String>> rows, int occurrence) {
    return rows.stream()
        .flatMap(row -> new TreeMap<>(row).entrySet().stream())
        .map(cell -> cell.getKey() + '\u001f' + cell.getValue())
        .collect(Collectors.joining("\u001e", occurrence + "\u001e", ""));
  }
}
