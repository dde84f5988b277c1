package org.millrace.dashboards.cockpit.row;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.millrace.dashboards.cockpit.figure.Chosen;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.query.Query;
import org.millrace.dashboards.query.RowQueries;
import org.millrace.dashboards.query.Slice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The tables of boards as files: all their rows, as they are searched and sorted. */
@RestController
class ChartFilesHttp {
  private static final int FETCH = 1_000;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final JdbcTemplate mart;
  private final Definitions definitions;
  private final RowsAsked asked;

  ChartFilesHttp(JdbcTemplate mart, Definitions definitions, RowsAsked asked) {
    this.mart = mart;
    this.definitions = definitions;
    this.asked = asked;
  }

  @GetMapping("/data/boards/{name}/charts/{chart}.csv")
  void csv(
      @PathVariable String name,
      @PathVariable String chart,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal Visitor visitor)
      throws IOException {
    Chart.Table table = table(name, chart);
    Slice slice = asked.slice(request, visitor);
    RowQueries rows = asked.questions(slice, visitor).rows();
    RowQueries.Reading reading = Chosen.reading(request);
    RowQueries.Page all = new RowQueries.Page(table.order(), Integer.MAX_VALUE, 0);
    Query query = rows.chart(table, slice, reading, all);
    List<String> shown = rows.shown(table, reading.language());
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + chart + ".csv\"");
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    out.write(BYTE_ORDER_MARK);
    Csv.line(
        out,
        table.columns().stream()
            .filter(column -> shown.contains(column.column().in(reading.language())))
            .map(column -> column.name().in(reading.language()))
            .toList());
    new CsvRows(mart, FETCH).write(query, shown.size(), out);
    out.flush();
  }

  private Chart.Table table(String board, String chart) {
    return definitions
        .board(board)
        .map(found -> found.layout().charts().get(chart))
        .filter(Chart.Table.class::isInstance)
        .map(Chart.Table.class::cast)
        .orElseThrow(
            () -> new NoSuchElementException("Board '" + board + "' has no table " + chart));
  }
}
