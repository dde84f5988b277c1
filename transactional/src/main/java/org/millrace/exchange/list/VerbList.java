package org.millrace.exchange.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.DocumentVerb;
import org.millrace.document.Documents;
import org.millrace.exchange.line.LinesByItem;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * What files do to documents that are there: receipts of purchase orders, payments of invoices,
 * changes of items. The column {@code number} has the number of the document, or the one under
 * which a file brought it in.
 */
final class VerbList<R extends Record> implements ImportedList {
  private static final String NUMBER = "number";

  private final DocumentVerb<R> verb;
  private final RowReader reader;
  private final RowsTakenJdbc taken;
  private final DocumentsMadeJdbc made;
  private final RequestColumns request;
  private final Optional<LinesByItem> byItem;
  private final Columns columns;

  VerbList(
      DocumentVerb<R> verb, RowReader reader, DocumentsList.Stores stores, Documents<?> documents) {
    this.verb = verb;
    this.reader = reader;
    this.taken = stores.taken();
    this.made = stores.made();
    this.request = RequestColumns.of(verb.request());
    this.byItem = LinesByItem.of(verb, request.all(), documents);
    List<String> needed = new ArrayList<>(List.of(NUMBER));
    needed.addAll(request.needed());
    List<String> optional = new ArrayList<>(request.optional());
    if (byItem.isPresent()) {
      if (needed.remove(LinesByItem.LINE)) {
        optional.add(LinesByItem.LINE);
      }
      optional.add(LinesByItem.ITEM);
    }
    this.columns = new Columns(needed, optional, List.of(), request.types());
  }

  /** Whether a file can say all that it needs. */
  static boolean isTable(DocumentVerb<?> verb) {
    return RequestColumns.isTable(verb.request())
        && !RequestColumns.of(verb.request()).all().contains(NUMBER);
  }

  @Override
  public String kind() {
    return verb.kind().listName() + "-" + verb.name();
  }

  @Override
  public String permission() {
    return verb.permission();
  }

  @Override
  public Columns columns(CompanyCode company) {
    return columns;
  }

  @Override
  public Optional<String> grouping() {
    return Optional.of(NUMBER);
  }

  @Override
  public boolean take(CompanyCode company, Map<String, String> cells) {
    throw new IllegalStateException("rows of one document are taken together");
  }

  @Override
  public boolean takeTogether(OfRun of, List<Map<String, String>> rows, int occurrence) {
    if (request.lists().isEmpty() && rows.size() > 1) {
      throw Refused.invalid(
          "Several rows have one number",
          List.of(
              new Problem(
                  NUMBER, rows.get(1).getOrDefault(NUMBER, ""), "another one in each row")));
    }
    if (!taken.isNew(of, kind(), DocumentsList.content(rows, occurrence))) {
      return false;
    }
    String told = rows.get(0).getOrDefault(NUMBER, "").strip();
    if (told.isEmpty()) {
      throw Refused.invalid("The row cannot be read", List.of(new Problem(NUMBER, "", "a value")));
    }
    String number = made.numberOf(of.company(), verb.kind(), told).orElse(told);
    List<Map<String, String>> named =
        rows.stream().map(row -> RequestColumns.without(row, Set.of(NUMBER))).toList();
    List<Map<String, String>> cells =
        byItem.map(by -> by.numbered(of.company(), number, named)).orElse(named);
    R asked =
        request.lists().isEmpty()
            ? reader.read(cells.get(0), verb.request())
            : reader.read(cells, request.lists(), verb.request());
    Object unused = verb.take().apply(new DocumentVerb.Asked(of.company(), number, asked));
    return true;
  }
}
