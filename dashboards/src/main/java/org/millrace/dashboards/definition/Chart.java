package org.millrace.dashboards.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One picture on a board. The set is closed: only what both the cockpit and Apache Superset can
 * show. Every number in it is a defined metric or a column of one mart table.
 */
public sealed interface Chart {
  Head head();

  /**
   * Name of the file without its ending, title, a sentence on how to read the chart, and one on why
   * it is empty where that is nothing unusual. One that no row of its board names has a {@code
   * width} of its own, on twelve columns, and stands at the end.
   */
  record Head(
      String id,
      Label title,
      Optional<Label> note,
      Optional<Label> empty,
      Optional<Integer> width) {}

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

  /** One metric over the values of a column; in order of size, the rest is one bar. */
  record Bar(Head head, MetricId metric, Dimension by, Sequence sequence, int limit)
      implements Chart {}

  /** Rows of one mart table, and what a person may do with each. */
  record Table(
      Head head,
      Rows rows,
      List<Column> columns,
      List<Term> order,
      int limit,
      List<Command> commands)
      implements Chart {
    public Table {
      columns = List.copyOf(columns);
      order = List.copyOf(order);
      commands = List.copyOf(commands);
    }
  }

  /**
   * A forecast with its interval, what really happened and perhaps what was forecast for the time
   * that is over, for one picked value such as one item.
   */
  record Band(Head head, Bounds bounds, MetricId actual, Optional<MetricId> past, Dimension pick)
      implements Chart {}

  /** The three metrics of a forecast, drawn over their own time column. */
  record Bounds(MetricId middle, MetricId low, MetricId high) {}

  /** A column to split by, and the column with its readable name. */
  record Dimension(String column, Optional<String> name) {}

  /**
   * Which rows: a table, which of them, how the period picks among them, the columns searched,
   * where a row leads.
   */
  record Rows(
      String table, Only only, When when, Repeat repeat, List<String> search, Optional<Link> link) {
    public Rows {
      search = List.copyOf(search);
    }
  }

  /**
   * The rows that have these values; with {@code picked}, only those of the value that the board's
   * pick has in that column, and none before something is picked.
   */
  record Only(List<Metric.Condition> where, Optional<String> picked) {
    public Only {
      where = List.copyOf(where);
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

  /**
   * A shown column; a column may differ by language. Marked values ask for attention; ranked words
   * are sorted in the order given, not by letter.
   */
  record Column(
      Label column,
      Label name,
      Optional<Metric.Unit> unit,
      Optional<Mark> mark,
      List<String> rank) {
    public Column {
      rank = List.copyOf(rank);
    }
  }

  /** Which values of a column are marked. */
  sealed interface Mark {
    /** Numbers above a bound, such as a load above 1. */
    record Above(BigDecimal bound) implements Mark {}

    /** These words. */
    record Is(Set<String> values) implements Mark {
      public Is {
        values = Set.copyOf(values);
      }
    }
  }

  /**
   * What a person may do with a row: one call of the core's API, made with the person's own token,
   * offered on the rows that have the values of {@code where}; with {@code many}, also on several
   * rows at once.
   */
  record Command(Offer offer, Call call, List<Field> ask, Optional<Many> many, Outcome outcome) {
    public Command {
      ask = List.copyOf(ask);
    }

    /** The columns whose values the command needs, beyond those shown. */
    public Set<String> columns() {
      Set<String> columns = new TreeSet<>(call.columns());
      columns.addAll(offer.columns());
      offer.where().forEach(c -> columns.add(c.column()));
      ask.forEach(field -> field.from().ifPresent(columns::add));
      ask.forEach(field -> field.of().ifPresent(columns::add));
      many.flatMap(Many::total).ifPresent(total -> columns.addAll(total.columns()));
      return columns;
    }
  }

  /**
   * How a command is given on several rows: which fields are asked once for all of them, which one
   * is changed by a percentage, and what they are worth together. Any other field takes the row's
   * own value or is left out.
   */
  record Many(Set<String> ask, Optional<Change> change, Optional<Total> total) {
    public Many {
      ask = Set.copyOf(ask);
    }
  }

  /** The key of a field that is each row's own value, changed by so many percent of it. */
  record Change(String key, Label label) {}

  /** A column that is summed for each value of the column with its currency. */
  record Total(String column, String currency) {
    Set<String> columns() {
      return Set.of(column, currency);
    }
  }

  /**
   * The button: its name, its words, which may hold columns in braces, the question before it acts,
   * for whom, on which rows.
   */
  record Offer(
      String name,
      Label label,
      Optional<Label> confirm,
      String permission,
      List<Metric.Condition> where) {
    public Offer {
      where = List.copyOf(where);
    }

    /** The columns whose values stand in the button's words. */
    Set<String> columns() {
      Set<String> columns = new TreeSet<>();
      for (String words : List.of(label.en(), label.zh())) {
        Call.PLACE.matcher(words).results().forEach(place -> columns.add(place.group(1)));
      }
      return columns;
    }
  }

  /**
   * The request: values of the row stand in the path and, by key, in the body; what the body is
   * built on; and which fields of that go back, those of a list as {@code lines.item}, all where
   * none is named.
   */
  record Call(Method method, String path, Map<String, String> send, Base base, List<String> keep) {
    static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    public Call {
      send = Map.copyOf(send);
      keep = List.copyOf(keep);
    }

    Set<String> columns() {
      Set<String> columns = new TreeSet<>(send.values());
      PLACE.matcher(path).results().forEach(place -> columns.add(place.group(1)));
      return columns;
    }
  }

  /** How a command is sent. */
  enum Method {
    POST,
    PUT,
    DELETE
  }

  /** What a body is built on. */
  enum Base {
    /** Nothing: it holds what is sent from the row and what was asked. */
    NOTHING,
    /**
     * What the path answers now: it is proposed, and what is not asked goes back as it came, unless
     * somebody else changed it in between.
     */
    CURRENT
  }

  /**
   * What a person is asked for; {@code from} names the column whose value is proposed, {@code of}
   * the one with the item that it is a quantity of, {@code pick} the page of the back office that
   * lists what may be entered. With dots the key leads into the body. Asked only while other fields
   * have one of the values in {@code when}.
   */
  record Field(
      String key,
      Label label,
      Kind kind,
      List<Option> options,
      Optional<String> from,
      Optional<String> of,
      Optional<String> pick,
      Need need,
      Map<String, Set<String>> when) {
    public Field {
      options = List.copyOf(options);
      when = Map.copyOf(when);
    }
  }

  /** A value that may be chosen, and its words. */
  record Option(String value, Label label) {}

  /** What may be entered. */
  enum Kind {
    QUANTITY,
    MONEY,
    NUMBER,
    /** A whole number. */
    WHOLE,
    /** A share, asked for in percent. */
    PERCENT,
    TEXT,
    DATE,
    /** One of the options. */
    ONE_OF,
    /** Any of the options. */
    SOME_OF,
    /** Days, each with a name or without. */
    DAYS;

    /** Whether a percentage of it means something. */
    boolean isAmount() {
      return this == QUANTITY || this == MONEY || this == NUMBER;
    }

    boolean hasOptions() {
      return this == ONE_OF || this == SOME_OF;
    }
  }

  /** Whether something must be entered. */
  enum Need {
    REQUIRED,
    OPTIONAL
  }

  /**
   * What the row says afterwards, with values of the core's answer in braces, and which of them
   * name the document that came of it.
   */
  record Outcome(Label done, Optional<DocumentFields> document) {}

  /** The fields of an answer that hold the kind and the number of a document. */
  record DocumentFields(String type, String number) {}

  /** In which order bars stand. */
  enum Sequence {
    /** The largest first. */
    SIZE,
    /** By the values of the column. */
    KEY
  }

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
