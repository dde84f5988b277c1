package org.millrace.document.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millrace.document.mapping.RecordMapping;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class RowListsJdbc implements RowLists {
  private final JdbcTemplate jdbc;

  RowListsJdbc(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public <R extends Record> ListAnswer<R> page(Class<R> row, Rows rows, ListRequest request) {
    RowFilter filter = RowFilter.of(row, rows, request);
    List<Object> parameters = new ArrayList<>(rows.parameters());
    parameters.addAll(filter.parameters());
    String from = " from (%s) as listed where true%s".formatted(rows.sql(), filter.condition());
    String order = filter.order(request, RowFilter.listed(row));
    RecordMapping<R> mapping = RowFilter.mapping(row);
    List<R> found =
        jdbc.query(
            "select *%s order by %s limit %d offset %d"
                .formatted(from, order, request.size(), request.offset()),
            (each, i) -> mapping.made(mapping.read(each, currency(mapping, rows, each))),
            parameters.toArray());
    Long counted =
        jdbc.queryForObject(
            "select count(*) from (select 1%s limit %d) as matching"
                .formatted(from, ListRequest.COUNTED + 1),
            Long.class,
            parameters.toArray());
    return ListAnswer.of(request, found, counted == null ? 0 : counted);
  }

  private static @Nullable Currency currency(RecordMapping<?> mapping, Rows rows, ResultSet row)
      throws SQLException {
    return mapping.has("currency")
        ? Currency.getInstance(row.getString("currency"))
        : rows.currency().orElse(null);
  }
}
