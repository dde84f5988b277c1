package org.millrace.document.list;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.document.mapping.RecordMapping;
import org.millrace.document.mapping.RecordMapping.Column;
import org.millrace.document.mapping.SensitiveFields;
import org.millrace.shared.Caller;

/** Filters and order of a list of {@link Listed} rows. */
final class RowFilter extends ColumnFilter {
  private RowFilter(List<Column> known) {
    super(known);
  }

  /** The condition of a request, checked field by field; what is hidden narrows nothing. */
  static RowFilter of(Class<? extends Record> row, Rows rows, ListRequest request) {
    Set<String> hidden =
        rows.company()
            .map(
                company ->
                    SensitiveFields.hidden(row, p -> Caller.current().may(company.value(), p)))
            .orElse(Set.of());
    RowFilter filter =
        new RowFilter(
            columns(row).stream().filter(column -> !hidden.contains(column.field())).toList());
    filter.narrow(request);
    request.search().ifPresent(text -> filter.search(listed(row), mapping(row), text));
    return filter;
  }

  static Listed listed(Class<? extends Record> row) {
    return Objects.requireNonNull(
        row.getAnnotation(Listed.class), () -> row + " lacks its @Listed");
  }

  static <R> RecordMapping<R> mapping(Class<R> row) {
    return RecordMapping.of(row, Set.of());
  }

  /** The columns that narrow and sort. */
  static List<Column> columns(Class<? extends Record> row) {
    List<String> without = List.of(listed(row).without());
    return mapping(row).columns().stream()
        .filter(column -> !without.contains(column.field()))
        .toList();
  }

  private void search(Listed listed, RecordMapping<?> mapping, String text) {
    List<String> searched = List.of(listed.searched());
    where(
        searched.stream()
            .map(field -> mapping.column(field).name() + "::text ilike ?")
            .collect(Collectors.joining(" or ", "(", ")")),
        Collections.nCopies(searched.size(), pattern(text)));
  }

  String order(ListRequest request, Listed listed) {
    return order(request, listed.sorted(), Arrays.asList(listed.key()));
  }
}
