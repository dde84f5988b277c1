package org.millrace.dashboards.cockpit.row;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.dashboards.cockpit.figure.Chosen;
import org.millrace.dashboards.cockpit.figure.Companies;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;
import org.millrace.dashboards.definition.Term;
import org.millrace.dashboards.query.RowQueries;
import org.millrace.dashboards.query.Slice;
import org.millrace.warehouse.catalog.Description;
import org.millrace.warehouse.catalog.Table;
import org.springframework.stereotype.Component;

/** Reads from the address which rows are wanted: those behind a metric, or those of a table. */
@Component
final class RowsAsked {
  private static final String BEGINS = "begins.";
  private static final int LARGEST_PAGE = 500;

  private final Definitions definitions;
  private final Description catalog;
  private final RowQueries queries;
  private final Companies companies;

  RowsAsked(Definitions definitions, Description catalog, RowQueries queries, Companies companies) {
    this.definitions = definitions;
    this.catalog = catalog;
    this.queries = queries;
    this.companies = companies;
  }

  /** The rows, the metric they explain, and the slice they were chosen by. */
  record Rows(RowQueries.Selection selection, Optional<Metric> metric, Slice slice) {}

  Rows of(HttpServletRequest request) {
    Slice slice = Chosen.slice(request, companies);
    Optional<Metric> metric =
        Chosen.text(request, "metric").map(MetricId::of).map(definitions::metric);
    RowQueries.Selection rows =
        metric.isPresent()
            ? queries.behind(metric.get(), slice)
            : queries.of(table(request), slice, beginnings(request));
    Chosen.text(request, "search").ifPresent(text -> search(rows, text));
    return new Rows(rows, metric, slice);
  }

  RowQueries.Page page(HttpServletRequest request, String table) {
    int size = number(request, "size", 50, LARGEST_PAGE);
    int page = number(request, "page", 1, 1_000_000);
    return new RowQueries.Page(order(request, table), size, (page - 1) * size);
  }

  List<Term> order(HttpServletRequest request, String table) {
    return Chosen.text(request, "sort")
        .map(s -> s.startsWith("-") ? new Term(s.substring(1), -1) : new Term(s, 1))
        .map(List::of)
        .orElseGet(() -> first(table));
  }

  private void search(RowQueries.Selection rows, String text) {
    queries.search(rows, use(rows.table()).search(), text);
  }

  /** The order that the catalog gives the table first, else that of its key. */
  private List<Term> first(String table) {
    List<Term> order =
        use(table).order().stream()
            .map(sort -> new Term(sort.column(), sort.isDescending() ? -1 : 1))
            .toList();
    return order.isEmpty()
        ? catalog.tables().get(table).key().stream().map(column -> new Term(column, 1)).toList()
        : order;
  }

  private Table.Use use(String table) {
    return catalog.tables().get(table).use();
  }

  private static String table(HttpServletRequest request) {
    return Chosen.text(request, "table")
        .orElseThrow(() -> new IllegalArgumentException("Give metric=domain/name or table=NAME"));
  }

  private static Map<String, List<String>> beginnings(HttpServletRequest request) {
    Map<String, List<String>> beginnings = new TreeMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (name.startsWith(BEGINS)) {
                beginnings.put(
                    name.substring(BEGINS.length()), Arrays.asList(values[0].split(",")));
              }
            });
    return beginnings;
  }

  private static int number(HttpServletRequest request, String name, int otherwise, int highest) {
    String text = Chosen.text(request, name).orElse(Integer.toString(otherwise));
    if (!text.matches("[0-9]{1,7}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > highest) {
      throw new IllegalArgumentException(
          name + " is a number from 1 to " + highest + ", not '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
