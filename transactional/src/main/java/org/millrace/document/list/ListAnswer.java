package org.millrace.document.list;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list as it is answered. {@code total} counts all matching rows; when {@code
 * totalIsExact} is false there are more than that. {@code more} says that another page follows.
 */
public record ListAnswer<R>(
    List<R> rows, int page, int size, boolean more, long total, boolean totalIsExact) {
  public ListAnswer {
    rows = List.copyOf(rows);
  }

  /** The page of that request, where at most {@link ListRequest#COUNTED} + 1 rows were counted. */
  public static <R> ListAnswer<R> of(ListRequest request, List<R> rows, long counted) {
    boolean isExact = counted <= ListRequest.COUNTED;
    long total = Math.min(counted, ListRequest.COUNTED);
    boolean more = !isExact || (long) request.page() * request.size() < total;
    return new ListAnswer<>(rows, request.page(), request.size(), more, total, isExact);
  }

  /** The first row of the page, where it has one. */
  public Optional<R> first() {
    return rows.stream().findFirst();
  }

  /** The same page with other rows. */
  public <S> ListAnswer<S> with(List<S> others) {
    return new ListAnswer<>(others, page, size, more, total, totalIsExact);
  }
}
