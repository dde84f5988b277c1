package org.millrace.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind.LineTable;
import org.millrace.document.custom.CustomField;
import org.millrace.document.list.ColumnFilter;
import org.millrace.document.list.ListRequest;
import org.millrace.document.mapping.ColumnType;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.document.search.SearchText;
import org.millrace.document.tag.Tags;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** Filters and order of the list of a kind: by its columns, its lines, tags and custom fields. */
final class ListFilter extends ColumnFilter {
  /** Narrows to documents that have any of these tags. */
  static final String TAG = "tag";

  private final DocumentKind<?> kind;
  private final Map<String, Column> inLines = new TreeMap<>();
  private final List<Column> customTexts;

  private ListFilter(DocumentKind<?> kind, Set<String> hidden, List<CustomField> custom) {
    super(
        Stream.concat(
                kind.mapping().columns().stream()
                    .filter(column -> !hidden.contains(column.field())),
                custom.stream().map(CustomField::column))
            .toList());
    this.kind = kind;
    this.customTexts =
        custom.stream()
            .map(CustomField::column)
            .filter(column -> column.type().family() == ColumnType.Family.TEXT)
            .toList();
    inLines.putAll(kind.lineFilters());
    inLines.keySet().removeAll(hidden);
  }

  /** The condition of a request, checked field by field; what is hidden narrows nothing. */
  static ListFilter of(
      DocumentKind<?> kind, CompanyCode company, ListRequest request, List<CustomField> custom) {
    ListFilter filter = new ListFilter(kind, kind.hiddenIn(company), custom);
    filter.narrow(request);
    request.search().ifPresent(filter::search);
    return filter;
  }

  private void search(String text) {
    List<String> ways = new ArrayList<>();
    List<String> bound = new ArrayList<>();
    for (SearchText.Condition way : kind.searchText().holding(text)) {
      ways.add(way.sql());
      bound.addAll(way.parameters());
    }
    for (String field : kind.searchedInLines()) {
      String list = field.replaceFirst("\\..*", "");
      String column =
          kind.mapping().ofLines(list).column(field.substring(list.length() + 1)).name();
      ways.add(inALine(list, column + "::text ilike ?"));
      bound.add(pattern(text));
    }
    for (Column column : customTexts) {
      ways.add(column.name() + " ilike ?");
      bound.add(pattern(text));
    }
    where(ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")", bound);
  }

  /** That one of the document's lines fulfils a condition, which begins with a column. */
  private String inALine(String list, String condition) {
    LineTable lines = Objects.requireNonNull(kind.lines().get(list));
    return ("exists (select 1 from %1$s l where l.company = %2$s.company"
            + " and l.%3$s = %2$s.%4$s and l.%5$s)")
        .formatted(lines.table(), kind.table(), lines.parent(), kind.key(), condition);
  }

  @Override
  protected boolean addOther(String name, List<String> values, Problems problems) {
    Column inLine = inLines.get(name);
    if (inLine != null) {
      List<Object> bound = new ArrayList<>();
      String any = anyOf(inLine, values, problems, bound);
      where(inALine(name.replaceFirst("\\..*", ""), any), bound);
      return true;
    }
    if (name.equals(TAG)) {
      where(
          Tags.CONDITION.formatted(kind.table(), kind.key(), kind.name()),
          List.of((Object) values.toArray(String[]::new)));
      return true;
    }
    return false;
  }

  /** The search holds the column as well, and has an index. */
  @Override
  protected void alsoHolding(Column column, String part) {
    kind.searchText().including(column, part).ifPresent(way -> where(way.sql(), way.parameters()));
  }

  @Override
  protected Stream<String> others() {
    return Stream.concat(Stream.of(TAG), inLines.keySet().stream());
  }

  /** The order asked for; the numbers go the way that it goes. */
  String order(ListRequest request) {
    boolean isDescending =
        request.sortOr(kind.sort()).stream().anyMatch(key -> key.startsWith("-"));
    return order(request, kind.sort(), List.of(kind.key() + (isDescending ? " desc" : "")));
  }
}
