package org.millrace.dashboards.cockpit.row;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.dashboards.cockpit.figure.Cells;
import org.millrace.dashboards.cockpit.figure.Chosen;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.Term;
import org.millrace.dashboards.query.Query;
import org.millrace.dashboards.query.RowQueries;
import org.millrace.dashboards.query.Slice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rows of the marts, by page as JSON and whole as CSV. */
@RestController
class RowsHttp {
  private static final int CSV_FETCH = 1_000;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final JdbcTemplate mart;
  private final RowsAsked asked;

  RowsHttp(JdbcTemplate mart, RowsAsked asked) {
    this.mart = mart;
    this.asked = asked;
  }

  /** The figure that the rows explain, and what the rows' amount sums to. */
  record Explained(
      String metric,
      Label name,
      Metric.Unit unit,
      Optional<BigDecimal> value,
      Optional<BigDecimal> numerator,
      List<Term> amount,
      List<String> count) {}

  record Answer(
      String table,
      List<String> columns,
      List<List<Object>> rows,
      long total,
      Optional<BigDecimal> amount,
      Optional<Explained> explained,
      Slice slice) {}

  @GetMapping("/data/rows")
  Answer rows(HttpServletRequest request, @AuthenticationPrincipal Visitor visitor) {
    RowsAsked.Rows rows = asked.of(request, visitor);
    RowQueries queries = rows.questions().rows();
    RowQueries.Selection selection = rows.selection();
    Query page = queries.page(selection, asked.page(request, selection.table()));
    Query count = queries.count(selection);
    List<Object> sums =
        mart.queryForObject(
            count.sql(),
            (row, n) -> List.<Object>of(row.getLong(1), Optional.ofNullable(row.getBigDecimal(2))),
            count.values().toArray());
    @SuppressWarnings("unchecked")
    Optional<BigDecimal> amount = (Optional<BigDecimal>) sums.get(1);
    return new Answer(
        selection.table(),
        rows.columns(),
        list(page),
        (Long) sums.get(0),
        amount,
        rows.metric().map(m -> explained(m, rows)),
        rows.slice());
  }

  @GetMapping("/data/rows.csv")
  void csv(
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal Visitor visitor)
      throws IOException {
    RowsAsked.Rows rows = asked.of(request, visitor);
    String table = rows.selection().table();
    Query query =
        rows.questions()
            .rows()
            .page(
                rows.selection(),
                new RowQueries.Page(asked.order(request, table), Integer.MAX_VALUE, 0));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + table + ".csv\"");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    Csv.line(out, heads(request, rows, out));
    new CsvRows(mart, CSV_FETCH).write(query, out);
    out.flush();
  }

  /** Column names for programs; labels, and the mark that spreadsheets want, for people. */
  private List<String> heads(HttpServletRequest request, RowsAsked.Rows rows, Writer out)
      throws IOException {
    Optional<String> language = Chosen.text(request, "lang");
    if (language.isEmpty()) {
      return rows.columns();
    }
    out.write(BYTE_ORDER_MARK);
    var columns = asked.described(rows.selection().table()).columns();
    return rows.columns().stream()
        .map(column -> requireNonNull(columns.get(column)).label().in(language.get()))
        .toList();
  }

  private Explained explained(Metric metric, RowsAsked.Rows rows) {
    Query total = rows.questions().metrics().total(metric, rows.slice());
    return mart.queryForObject(
        total.sql(),
        (row, n) ->
            new Explained(
                metric.id().toString(),
                metric.words().name(),
                metric.scale().unit(),
                Optional.ofNullable(row.getBigDecimal("value")),
                Optional.ofNullable(row.getBigDecimal("numerator")),
                metric.drill().amount(),
                metric.drill().sum().count()),
        total.values().toArray());
  }

  private List<List<Object>> list(Query query) {
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
}
