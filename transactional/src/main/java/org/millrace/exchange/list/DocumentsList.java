package org.millrace.exchange.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.database.Together;
import org.millrace.document.DocumentImport;
import org.millrace.document.custom.CustomField;
import org.millrace.document.custom.CustomFields;
import org.millrace.document.together.NamedMasters;
import org.millrace.document.together.RecordsMany;
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

  /**
   * Lists of which rows are taken again when what they made was cancelled: a statement of a bank
   * stays true, an order that was cancelled stays so.
   */
  private static final Set<String> AGAIN = Set.of("bank-statements");

  private final DocumentImport<R> documents;
  private final RowReader reader;
  private final RowsTakenJdbc taken;
  private final DocumentsMadeJdbc made;
  private final CustomFields custom;
  private final NamedMasters masters;
  private final List<String> lists;
  private final Columns columns;

  /** What it notes, and where what its rows name is looked up. */
  record Stores(
      RowsTakenJdbc taken, DocumentsMadeJdbc made, CustomFields custom, NamedMasters masters) {}

  DocumentsList(DocumentImport<R> documents, RowReader reader, Stores stores) {
    this.made = stores.made();
    this.custom = stores.custom();
    this.masters = stores.masters();
    this.documents = documents;
    this.taken = stores.taken();
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
    refuseSeveral(rows);
    String content = content(rows, occurrence);
    if (!taken.isNew(of, kind(), content) && !isTakenAgain(of, rows, content)) {
      return false;
    }
    made.note(of, documents.kind(), make(of, rows, request(rows)).stream().toList());
    return true;
  }

  private void refuseSeveral(List<Map<String, String>> rows) {
    if (lists.isEmpty() && rows.size() > 1) {
      String column = grouping().orElseThrow();
      String value = rows.get(1).getOrDefault(column, "");
      throw Refused.invalid(
          "Several rows have one " + column,
          List.of(new Problem(column, value, "another one in each row")));
    }
  }

  private R request(List<Map<String, String>> rows) {
    List<Map<String, String>> cells = rows.stream().map(this::ofRequest).toList();
    return lists.isEmpty()
        ? reader.read(cells.get(0), documents.request())
        : reader.read(cells, lists, documents.request());
  }

  private Optional<DocumentsMadeJdbc.Noted> make(
      OfRun of, List<Map<String, String>> rows, R request) {
    custom.give(documents.kind(), Optional.of(customOf(rows)));
    Object answer = documents.take().apply(of.company(), request);
    return documents
        .number(answer)
        .map(number -> new DocumentsMadeJdbc.Noted(number, source(rows.get(0), number)));
  }

  @Override
  public boolean areTogether() {
    return documents.areTogether() || documents.many().isPresent();
  }

  @Override
  public List<Taken> takeAll(OfRun of, List<RowsTogether> all) {
    return new Batch(of, all).taken();
  }

  /** Many documents at once. */
  private final class Batch {
    private final OfRun of;
    private final List<RowsTogether> all;
    private final List<String> contents = new ArrayList<>();
    private final Map<Integer, R> requests = new TreeMap<>();
    private final List<String> undone = new ArrayList<>();
    private final List<DocumentsMadeJdbc.Noted> noted = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Optional<Many<?>> many = documents.many().map(by -> new Many<>(by));

    private Batch(OfRun of, List<RowsTogether> all) {
      this.of = of;
      this.all = all;
      all.forEach(one -> contents.add(content(one.cells(), one.occurrence())));
    }

    private List<Taken> taken() {
      Set<String> fresh = DocumentsList.this.taken.newOnes(of, kind(), contents);
      Together.of(
          all.size(),
          () -> {
            for (int i = 0; i < all.size(); i++) {
              String content = contents.get(i);
              boolean isNew =
                  fresh.contains(content) || isTakenAgain(of, all.get(i).cells(), content);
              taken.add(isNew ? read(i) : Taken.KNOWN);
            }
            masters.lookUp(of.company(), requests.values());
            requests.forEach(this::prepare);
            return true;
          });
      many.ifPresent(Many::carryOut);
      for (int i = 0; i < all.size(); i++) {
        if (taken.get(i).refused().isPresent()) {
          undone.add(contents.get(i));
        }
      }
      DocumentsList.this.taken.forget(of, kind(), undone);
      made.note(of, documents.kind(), noted);
      return taken;
    }

    private Taken read(int at) {
      try {
        List<Map<String, String>> rows = all.get(at).cells();
        refuseSeveral(rows);
        requests.put(at, request(rows));
        return Taken.DONE;
      } catch (Refused refused) {
        return Taken.of(Optional.of(refused));
      }
    }

    private void prepare(int at, R request) {
      List<Map<String, String>> rows = all.get(at).cells();
      List<DocumentsMadeJdbc.Noted> one = new ArrayList<>();
      Optional<Refused> refused =
          Together.act(
              () -> {
                if (many.isPresent()) {
                  many.get().prepare(at, request);
                } else {
                  one.addAll(DocumentsList.this.make(of, rows, request).stream().toList());
                }
              });
      taken.set(at, Taken.of(refused));
      if (refused.isEmpty()) {
        noted.addAll(one);
      }
    }

    /** Documents that are prepared one by one and made at once. */
    private final class Many<P> {
      private final RecordsMany<R, P> by;
      private final Map<Integer, P> prepared = new TreeMap<>();

      private Many(RecordsMany<R, P> by) {
        this.by = by;
      }

      private void prepare(int at, R request) {
        prepared.put(at, by.prepared(of.company(), request));
      }

      private void carryOut() {
        List<String> numbers = by.carryOut(of.company(), List.copyOf(prepared.values()));
        int next = 0;
        for (int at : prepared.keySet()) {
          String number = numbers.get(next++);
          Map<String, String> first = all.get(at).cells().get(0);
          noted.add(new DocumentsMadeJdbc.Noted(number, source(first, number)));
        }
      }
    }
  }

  private boolean isTakenAgain(OfRun of, List<Map<String, String>> rows, String content) {
    String source = rows.get(0).getOrDefault(grouping().orElseThrow(), "").strip();
    return AGAIN.contains(kind()) && taken.isGivenUp(of, documents.kind(), content, source);
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
