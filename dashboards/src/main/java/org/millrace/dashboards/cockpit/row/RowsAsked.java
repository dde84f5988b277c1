package org.millrace.dashboards.cockpit.row;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.dashboards.cockpit.figure.Chosen;
import org.millrace.dashboards.cockpit.figure.Companies;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;
import org.millrace.dashboards.definition.Term;
import org.millrace.dashboards.query.Questions;
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
  private final MartTables tables;
  private final Description catalog;
  private final Companies companies;
  private final Clock clock;

  RowsAsked(
      Definitions definitions,
      MartTables tables,
      Description catalog,
      Companies companies,
      Clock clock) {
    this.definitions = definitions;
    this.tables = tables;
    this.catalog = catalog;
    this.companies = companies;
    this.clock = clock;
  }

  /** The questions that the visitor may ask in the company of the slice, on its day. */
  Questions questions(Slice slice, Visitor visitor) {
    Clock there = companies.named(slice.company()).clock(clock);
    return Questions.of(tables, there, p -> visitor.may(slice.company(), p));
  }

  /** What was chosen. */
  Slice slice(HttpServletRequest request, Visitor visitor) {
    return Chosen.slice(request, companies, visitor);
  }

  /** The rows, the metric they explain, the slice they were chosen by, and how to ask for them. */
  record Rows(
      RowQueries.Selection selection, Optional<Metric> metric, Slice slice, Questions questions) {
    List<String> columns() {
      return questions.tables().of(selection.table());
    }
  }

  Rows of(HttpServletRequest request, Visitor visitor) {
    Slice slice = slice(request, visitor);
    Questions questions = questions(slice, visitor);
    RowQueries queries = questions.rows();
    Optional<Metric> metric =
        Chosen.text(request, "metric").map(MetricId::of).map(definitions::metric);
    RowQueries.Selection rows =
        metric.isPresent()
            ? queries.behind(metric.get(), slice)
            : queries.of(table(request), slice, beginnings(request));
    Chosen.text(request, "search").ifPresent(text -> search(questions, rows, text));
    return new Rows(rows, metric, slice, questions);
  }

  RowQueries.Page page(HttpServletRequest request, String table) {
    int size = number(request, "size", 50, LARGEST_PAGE);
    int page = number(request, "page", 1, 1_000_000);
    return new RowQueries.Page(order(request, table), size, (page - 1) * size);
  }

  List<Term> order(HttpServletRequest request, String table) {
    return Chosen.text(request, "sort")
        .map(Chosen::term)
        .map(List::of)
        .orElseGet(() -> first(table));
  }

  private void search(Questions questions, RowQueries.Selection rows, String text) {
    questions.rows().search(rows, use(rows.table()).search(), text);
  }

  /** The order that the catalog gives the table first, else that of its key. */
  private List<Term> first(String table) {
    List<Term> order =
        use(table).order().stream()
            .map(sort -> new Term(sort.column(), sort.isDescending() ? -1 : 1))
            .toList();
    return order.isEmpty()
        ? described(table).key().stream().map(column -> new Term(column, 1)).toList()
        : order;
  }

  private Table.Use use(String table) {
    return described(table).use();
  }

  /** What the catalog says of a table of the mart. */
  Description.TableEntry described(String table) {
    return requireNonNull(catalog.tables().get(table), () -> "No mart table '" + table + "'");
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
