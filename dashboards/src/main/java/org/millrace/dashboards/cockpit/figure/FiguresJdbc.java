package org.millrace.dashboards.cockpit.figure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.millrace.dashboards.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Runs compiled queries. An answer is kept as long as the table's version stands, and who asks
 * while it is being worked out waits for it, so that many people watching one board cost one query
 * a change.
 */
@Component
final class FiguresJdbc {
  private static final int KEPT = 2_000;

  private final JdbcTemplate mart;
  private final Cache<Key, List<?>> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  FiguresJdbc(JdbcTemplate mart) {
    this.mart = mart;
  }

  private record Key(Query query, long version) {}

  /** The one row of a total. */
  FigureRow total(Query query, long version) {
    return keep(query, version, () -> figures(query, 0)).get(0);
  }

  /** The rows of a split figure: key, label and numbers. */
  List<FigureRow> split(Query query, long version) {
    return keep(query, version, () -> figures(query, 2));
  }

  /** Plain rows, each value as the database gives it. */
  List<List<Object>> rows(Query query, long version) {
    return keep(query, version, () -> plain(query));
  }

  @SuppressWarnings("unchecked") // a query always answers the same kind of row
  private <T> List<T> keep(Query query, long version, Supplier<List<T>> ask) {
    return (List<T>) kept.get(new Key(query, version), key -> ask.get());
  }

  private List<FigureRow> figures(Query query, int before) {
    return mart.query(query.sql(), (row, n) -> figure(row, before), query.values().toArray());
  }

  private static FigureRow figure(ResultSet row, int before) throws SQLException {
    return new FigureRow(
        before > 0 ? text(row.getString(1)) : "",
        before > 1 ? text(row.getString(2)) : "",
        Optional.ofNullable(row.getBigDecimal(before + 1)),
        Optional.ofNullable(row.getBigDecimal(before + 2)),
        Optional.ofNullable(row.getBigDecimal(before + 3)),
        row.getLong(before + 4));
  }

  private List<List<Object>> plain(Query query) {
    return mart.query(
        query.sql(),
        (row, n) -> {
          List<Object> values = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(Cells.of(row, i));
          }
          return values;
        },
        query.values().toArray());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
