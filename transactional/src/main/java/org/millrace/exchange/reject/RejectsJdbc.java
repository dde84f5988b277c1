package org.millrace.exchange.reject;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RejectsJdbc implements Rejects {
  private static final int SLICE = 1_000;

  private final JdbcClient jdbc;
  private final RowLists lists;

  RejectsJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  @Override
  public void add(Source source, List<NewReject> rejects) {
    for (NewReject reject : rejects) {
      jdbc.sql(
              """
              insert into exchange.reject(company, run, kind, file, charset, delimiter, line, field,
                value, reason, expected, header, cells, row_hash)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
              """)
          .params(
              source.company().value(),
              source.run(),
              source.kind(),
              source.file(),
              source.text().charset().name(),
              String.valueOf(source.text().delimiter()),
              reject.line(),
              reject.field(),
              printable(reject.value()),
              reject.reason(),
              reject.expected(),
              source.header().toArray(String[]::new),
              cells(reject),
              hash(reject))
          .update();
    }
  }

  @Override
  public void rejectAgain(Source source, Map<Long, NewReject> byId) {
    byId.forEach(
        (id, reject) ->
            jdbc.sql(
                    """
                    update exchange.reject
                    set field = ?, value = ?, reason = ?, expected = ?, header = ?, cells = ?,
                      run = ?, charset = ?, delimiter = ?
                    where company = ? and id = ? and resolved_at is null
                    """)
                .params(
                    reject.field(),
                    printable(reject.value()),
                    reject.reason(),
                    reject.expected(),
                    source.header().toArray(String[]::new),
                    cells(reject),
                    source.run(),
                    source.text().charset().name(),
                    String.valueOf(source.text().delimiter()),
                    source.company().value(),
                    id)
                .update());
  }

  @Override
  public void resolve(Source source, Collection<Long> ids, Collection<Long> lines) {
    if (ids.isEmpty() && lines.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update exchange.reject set resolved_by = ?, resolved_at = clock_timestamp()
            where company = ? and resolved_at is null
              and (id = any(?) or (kind = ? and file = ? and line = any(?)))
            """)
        .params(
            source.run(),
            source.company().value(),
            ids.toArray(Long[]::new),
            source.kind(),
            source.file(),
            lines.toArray(Long[]::new))
        .update();
  }

  @Override
  public long open(CompanyCode company, long limit) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from exchange.reject
              where company = ? and resolved_at is null limit ?) r
            """)
        .params(company.value(), limit)
        .query(Long.class)
        .single();
  }

  @Override
  public Set<Long> openLines(CompanyCode company, String kind, String file) {
    return new HashSet<>(
        jdbc.sql(
                """
                select line from exchange.reject
                where company = ? and kind = ? and file = ? and resolved_at is null
                """)
            .params(company.value(), kind, file)
            .query(Long.class)
            .list());
  }

  @Override
  public ListAnswer<Reject> list(CompanyCode company, ListRequest request) {
    String all = "select * from exchange.reject where company = ?";
    return lists.page(Reject.class, Rows.of(company, all), request);
  }

  @Override
  public void each(CompanyCode company, Layout layout, Consumer<Reject> taker) {
    long after = 0;
    List<Reject> slice;
    do {
      slice =
          jdbc.sql(
                  """
                  select * from exchange.reject
                  where company = ? and kind = ? and file = ? and charset = ? and delimiter = ?
                    and header = ?::text[] and resolved_at is null and id > ?
                  order by id limit ?
                  """)
              .params(
                  company.value(),
                  layout.kind(),
                  layout.file(),
                  layout.charset(),
                  layout.delimiter(),
                  layout.header().toArray(String[]::new),
                  after,
                  SLICE)
              .query(RejectsJdbc::reject)
              .list();
      slice.forEach(taker);
      after = slice.isEmpty() ? after : slice.get(slice.size() - 1).id();
    } while (slice.size() == SLICE);
  }

  @Override
  public List<Layout> layouts(CompanyCode company) {
    return jdbc.sql(
            """
            select kind, file, charset, delimiter, header, count(*) as count
            from exchange.reject where company = ? and resolved_at is null
            group by kind, file, charset, delimiter, header order by kind, min(id)
            """)
        .param(company.value())
        .query(
            (row, n) ->
                new Layout(
                    row.getString("kind"),
                    row.getString("file"),
                    row.getString("charset"),
                    row.getString("delimiter"),
                    texts(row, "header"),
                    row.getLong("count")))
        .list();
  }

  private static String[] cells(NewReject reject) {
    return reject.cells().stream().map(RejectsJdbc::printable).toArray(String[]::new);
  }

  /** PostgreSQL keeps no zero characters. */
  private static String printable(String text) {
    return text.replace("\u0000", "\uFFFD");
  }

  private static UUID hash(NewReject reject) {
    String whole = String.join("\u001f", reject.cells());
    return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
  }

  private static Reject reject(ResultSet row, int index) throws SQLException {
    return new Reject(
        row.getLong("id"),
        row.getString("file"),
        row.getLong("line"),
        row.getString("field"),
        row.getString("value"),
        row.getString("reason"),
        row.getString("expected"),
        texts(row, "header"),
        texts(row, "cells"),
        row.getObject("rejected_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("resolved_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
