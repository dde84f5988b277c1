package org.millrace.dashboards.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One figure: its words, the mart table and columns it comes from, how it may be added up, and
 * where its rows are found. Every board, the Superset client and the tests take the figure from
 * here.
 */
public record Metric(
    MetricId id, Words words, Source source, Formula formula, Scale scale, Drill drill) {

  private static final String DAY = "day";

  /** What people read. */
  public record Words(Label name, Label description, Example example) {}

  /**
   * The formula with numbers: sums of its columns and the figure they give; held against the
   * formula when read.
   */
  public record Example(Map<String, BigDecimal> given, BigDecimal value) {
    public Example {
      given = Map.copyOf(given);
    }
  }

  /**
   * The rows summed. {@code time} is the column the period filter works on; {@code latest} a column
   * of which only the highest value per company counts, such as the date of a forecast run.
   *
   * @param days the same sums by day, where the table has months
   */
  public record Source(
      String table,
      Optional<String> time,
      Optional<String> latest,
      Optional<Days> days,
      Filter filter) {

    public List<String> filled() {
      return filter.filled();
    }

    public List<Condition> where() {
      return filter.where();
    }

    /** Where the figure of a part of a month is found; empty where it is not known. */
    public Optional<Days> ofDays() {
      return days.or(() -> time.filter(DAY::equals).map(day -> new Days(table, day)));
    }
  }

  /** A table with the columns of the formula and a row for each day. */
  public record Days(String table, String time) {}

  /** Which rows count, whatever people choose. */
  public record Filter(List<String> filled, List<Condition> where, Optional<Overdue> overdue) {
    public Filter {
      filled = List.copyOf(filled);
      where = List.copyOf(where);
    }
  }

  /**
   * Rows whose day passed so many days ago: from {@code from} to {@code to}, both included, or any
   * number from {@code from} on. Days still to come count as 0 and less.
   */
  public record Overdue(String column, Optional<Integer> from, Optional<Integer> to) {}

  /** A fixed filter: the column has one of the values. */
  public record Condition(String column, Set<String> values) {
    public Condition {
      values = Set.copyOf(values);
    }
  }

  /** What the number counts and how it behaves. */
  public record Scale(Unit unit, Additivity additivity, Better better) {}

  /**
   * The rows behind the figure: a mart table and its column for the period. A balance opens all
   * rows up to the period's end. What they come to gives the figure again.
   */
  public record Drill(
      String table,
      Optional<String> time,
      Step step,
      Optional<String> latest,
      Filter filter,
      Sum sum) {

    /** The signed sum over the rows. */
    public List<Term> amount() {
      return sum.amount();
    }
  }

  /** What rows come to: a signed sum, or how many different values they have in some columns. */
  public record Sum(List<Term> amount, List<String> count) {
    public Sum {
      amount = List.copyOf(amount);
      count = List.copyOf(count);
    }
  }

  /** By what a day belongs to a period: itself, or the Monday of its week. */
  public enum Step {
    DAY,
    WEEK
  }

  /** What the number is; money carries the currency of its rows. */
  public enum Unit {
    MONEY,
    COUNT,
    QUANTITY,
    PERCENT
  }

  /** Over what a figure may be added. */
  public enum Additivity {
    /** Over everything, time too. */
    ALL,
    /** A balance: over everything but time; of a period its last value counts. */
    NOT_OVER_TIME,
    /** Over nothing: a ratio, or a bound of an interval. */
    NONE
  }

  /** Which direction is good news. */
  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }
}
