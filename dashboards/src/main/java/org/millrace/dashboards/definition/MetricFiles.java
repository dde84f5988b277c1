package org.millrace.dashboards.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one metric file and holds it against the tables of the mart. */
final class MetricFiles {
  private final MartTables tables;

  MetricFiles(MartTables tables) {
    this.tables = tables;
  }

  Optional<Metric> read(MetricId id, YamlFile file) {
    return file.fields().map(in -> read(id, in));
  }

  private Metric read(MetricId id, Fields in) {
    Metric.Source source = source(in);
    Formula formula = formula(in, source.table());
    Metric.Scale scale =
        new Metric.Scale(
            in.choice("unit", Metric.Unit.class),
            in.choice("additivity", Metric.Additivity.class),
            in.choice("better", Metric.Better.NEITHER));
    check(in, formula, source, scale);
    Metric.Words words =
        new Metric.Words(in.label("name"), in.label("description"), example(in, formula));
    Metric metric = new Metric(id, words, source, formula, scale, drill(in));
    in.end();
    return metric;
  }

  private Metric.Source source(Fields in) {
    String table = table(in, "table");
    Optional<String> time = in.optional("time");
    Optional<String> latest = in.optional("latest");
    time.ifPresent(c -> column(in, "time", table, c));
    latest.ifPresent(c -> column(in, "latest", table, c));
    return new Metric.Source(table, time, latest, days(in), filter(in, table));
  }

  private Optional<Metric.Days> days(Fields in) {
    if (!in.has("days")) {
      return Optional.empty();
    }
    Fields days = in.fields("days");
    String table = table(days, "table");
    String time = days.text("time");
    column(days, "time", table, time);
    in.readAll(in.has("sum") ? "sum" : "numerator", Term::of)
        .forEach(term -> column(days, "table", table, term.column()));
    days.end();
    return Optional.of(new Metric.Days(table, time));
  }

  private Metric.Filter filter(Fields in, String table) {
    List<String> filled = in.texts("filled");
    filled.forEach(c -> column(in, "filled", table, c));
    return new Metric.Filter(filled, where(in, table), overdue(in, table));
  }

  private Optional<Metric.Overdue> overdue(Fields in, String table) {
    if (!in.has("overdue")) {
      return Optional.empty();
    }
    Fields overdue = in.fields("overdue");
    String day = overdue.text("column");
    column(overdue, "column", table, day);
    Optional<Integer> from = wholeDays(overdue, "from");
    Optional<Integer> to = wholeDays(overdue, "to");
    if (from.isEmpty() && to.isEmpty()) {
      overdue.problem("column", "overdue has from, to or both: days since the day in the column");
    }
    overdue.end();
    return Optional.of(new Metric.Overdue(day, from, to));
  }

  private static Optional<Integer> wholeDays(Fields in, String key) {
    Optional<String> text = in.optional(key);
    text.filter(days -> !days.matches("[0-9]{1,4}"))
        .ifPresent(days -> in.problem(key, "'" + days + "' is no number of days, such as 30"));
    return text.filter(days -> days.matches("[0-9]{1,4}")).map(Integer::valueOf);
  }

  private Formula formula(Fields in, String table) {
    if (in.has("sum")) {
      if (in.has("numerator") || in.has("denominator")) {
        in.problem("sum", "a metric has either sum, or numerator and denominator");
      }
      return new Formula.Sum(terms(in, "sum", table));
    }
    if (!in.has("numerator") || !in.has("denominator")) {
      in.problem("table", "a metric has either sum, or numerator and denominator");
      in.texts("sum");
    }
    return new Formula.Ratio(terms(in, "numerator", table), terms(in, "denominator", table));
  }

  private static void check(Fields in, Formula formula, Metric.Source source, Metric.Scale scale) {
    boolean ratio = formula instanceof Formula.Ratio;
    if (ratio && scale.additivity() != Metric.Additivity.NONE) {
      in.problem("additivity", "a ratio cannot be added up; say additivity: none");
    }
    if (scale.unit() == Metric.Unit.PERCENT && !ratio) {
      in.problem("unit", "a percentage is a ratio; give numerator and denominator");
    }
    if (scale.additivity() == Metric.Additivity.NOT_OVER_TIME && source.time().isEmpty()) {
      in.problem("additivity", "a balance needs its time column; give time");
    }
  }

  private Metric.Example example(Fields in, Formula formula) {
    Fields example = in.fields("example");
    Map<String, BigDecimal> given = new LinkedHashMap<>();
    example
        .fields("given")
        .columns()
        .forEach(
            (column, value) -> number(example, value.get(0)).ifPresent(n -> given.put(column, n)));
    BigDecimal value = number(example, example.text("value")).orElse(BigDecimal.ZERO);
    example.end();
    Set<String> needed = new TreeSet<>();
    formula.terms().forEach(t -> needed.add(t.column()));
    if (!given.keySet().equals(needed)) {
      example.problem(
          "given", "the example gives " + given.keySet() + ", the formula needs " + needed);
    } else {
      compare(example, formula.from(given), value);
    }
    return new Metric.Example(given, value);
  }

  private static void compare(Fields example, Optional<BigDecimal> found, BigDecimal value) {
    boolean equal =
        found
            .map(f -> f.setScale(value.scale(), RoundingMode.HALF_UP).compareTo(value) == 0)
            .orElse(false);
    if (!equal) {
      example.problem(
          "value",
          "the example says "
              + value.toPlainString()
              + ", the formula gives "
              + found.map(BigDecimal::toPlainString).orElse("nothing: its denominator is 0"));
    }
  }

  private static Optional<BigDecimal> number(Fields at, String text) {
    if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return Optional.of(new BigDecimal(text));
    }
    at.problem("given", "'" + text + "' is not a plain decimal number such as 1250.00");
    return Optional.empty();
  }

  private Metric.Drill drill(Fields in) {
    Fields drill = in.fields("drill");
    String table = table(drill, "table");
    Optional<String> time = drill.optional("time");
    Optional<String> latest = drill.optional("latest");
    time.ifPresent(c -> column(drill, "time", table, c));
    latest.ifPresent(c -> column(drill, "latest", table, c));
    List<Term> amount = terms(drill, "amount", table);
    List<String> count = drill.texts("count");
    count.forEach(c -> column(drill, "count", table, c));
    Metric.Step step = drill.choice("step", Metric.Step.DAY);
    if (amount.isEmpty() == count.isEmpty()) {
      drill.problem("table", "the rows need an amount or a count that gives the figure again");
    }
    Metric.Drill read =
        new Metric.Drill(
            table, time, step, latest, filter(drill, table), new Metric.Sum(amount, count));
    drill.end();
    return read;
  }

  private List<Metric.Condition> where(Fields in, String table) {
    return in.conditions("where", tables, table);
  }

  private List<Term> terms(Fields in, String key, String table) {
    List<Term> terms = in.readAll(key, Term::of);
    terms.forEach(t -> column(in, key, table, t.column()));
    return terms;
  }

  private String table(Fields in, String key) {
    String table = in.text(key);
    if (!table.isEmpty() && !tables.has(table)) {
      in.problem(key, "no gold table '" + table + "'; there are " + names());
    }
    return table;
  }

  private List<String> names() {
    return tables.columns().keySet().stream().sorted().toList();
  }

  private void column(Fields in, String key, String table, String column) {
    in.require(key, tables, table, column);
  }
}
