package org.millrace.dashboards.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One picture on a board. The set is closed: only what both the cockpit and Apache Superset can
 * show. Every number in it is a defined metric or a column of one mart table.
 */
public sealed interface Chart {
  Head head();

  /** Name of the file without its ending, title, and a sentence on how to read the chart. */
  record Head(String id, Label title, Optional<Label> note) {}

  /** One large number, with what it was before. */
  record Kpi(Head head, MetricId metric, List<Comparison> compare) implements Chart {
    public Kpi {
      compare = List.copyOf(compare);
    }
  }

  /** Metrics over time. */
  record Line(Head head, List<MetricId> metrics, Grain by, Span span) implements Chart {
    public Line {
      metrics = List.copyOf(metrics);
    }
  }

  /** One metric over the values of a column, the largest first, the rest as one bar. */
  record Bar(Head head, MetricId metric, Dimension by, int limit) implements Chart {}

  /** Rows of one mart table. */
  record Table(Head head, Rows rows, List<Column> columns, List<Term> order, int limit)
      implements Chart {
    public Table {
      columns = List.copyOf(columns);
      order = List.copyOf(order);
    }
  }

  /**
   * A forecast with its interval and what really happened, for one picked value such as one item.
   */
  record Band(Head head, Bounds bounds, MetricId actual, Dimension pick) implements Chart {}

  /** The three metrics of a forecast, drawn over their own time column. */
  record Bounds(MetricId middle, MetricId low, MetricId high) {}

  /** A column to split by, and the column with its readable name. */
  record Dimension(String column, Optional<String> name) {}

  /**
   * Which rows: a table, how the period picks among them, the columns searched, where a row leads.
   */
  record Rows(String table, When when, Repeat repeat, List<String> search, Optional<Link> link) {
    public Rows {
      search = List.copyOf(search);
    }
  }

  /** Whether rows that are equal in all shown columns are shown once. */
  enum Repeat {
    ALL,
    DISTINCT
  }

  /** How the period picks rows by a time column. */
  sealed interface When {
    /** All rows, whatever the period. */
    record Always() implements When {}

    /** Rows inside the period. */
    record Within(String column) implements When {}

    /** Rows of the last value not after the period's end. */
    record Last(String column) implements When {}

    /** Rows of the highest value, whatever the period. */
    record Latest(String column) implements When {}
  }

  /**
   * A click on a row picks its value for the board, or opens rows of another table that share the
   * named columns.
   */
  sealed interface Link {
    /** Sets the board's pick, such as the item of the forecast chart. */
    record Pick(String column) implements Link {}

    /**
     * Opens the rows of a table with the same values in these columns. Where the row is a line that
     * stands for several codes, {@code narrow} says how the codes of each line begin.
     */
    record Open(String table, List<String> columns, Optional<Narrow> narrow) implements Link {
      public Open {
        columns = List.copyOf(columns);
      }

      /** The column of the shown row that chooses the codes. */
      public Optional<String> key() {
        return narrow.map(Narrow::by);
      }
    }
  }

  /** The value of column {@code by} chooses how values of column {@code column} begin. */
  record Narrow(String by, String column, Map<String, List<String>> beginnings) {
    public Narrow {
      beginnings = Map.copyOf(beginnings);
    }
  }

  /** A shown column; a column may differ by language. */
  record Column(Label column, Label name, Optional<Metric.Unit> unit) {}

  /** What a large number is held against. */
  enum Comparison {
    PREVIOUS_PERIOD,
    PREVIOUS_YEAR
  }

  /** The steps of a time axis; native means the table's own time column. */
  enum Grain {
    MONTH,
    NATIVE
  }

  /** The stretch of time a line shows. */
  enum Span {
    PERIOD,
    THIRTEEN_MONTHS
  }
}
