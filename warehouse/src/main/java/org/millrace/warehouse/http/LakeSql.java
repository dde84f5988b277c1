package org.millrace.warehouse.http;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.datasources.LogicalRelation;

/** Answers one SELECT over the lake as CSV; refuses everything that is not a plain question. */
final class LakeSql {
  private static final Pattern REACHES_OUT =
      Pattern.compile("\\b(reflect|java_method|try_reflect)\\s*\\(", Pattern.CASE_INSENSITIVE);

  private final SparkSession session;

  LakeSql(org.apache.spark.sql.SparkSession session) {
    this.session = (SparkSession) session;
  }

  /** The question cannot be answered; the message says why. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  Dataset<Row> ask(String text) {
    String sql = text.strip().replaceAll(";\\s*$", "");
    String first = sql.replaceFirst("^[(\\s]+", "").split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    if (!first.equals("select") && !first.equals("with")) {
      throw new Refused(
          "The lake answers SELECT only, this begins with '"
              + first
              + "'; tables are changed by events and analyses alone");
    }
    if (REACHES_OUT.matcher(sql).find()) {
      throw new Refused("reflect and java_method are not allowed in lake SQL; leave them out");
    }
    LogicalPlan analyzed;
    try {
      LogicalPlan parsed = session.sessionState().sqlParser().parsePlan(sql);
      refuseCommands(parsed);
      analyzed = session.sessionState().executePlan(parsed, skip()).analyzed();
    } catch (Refused refused) {
      throw refused;
    } catch (Exception wrong) {
      throw new Refused("The SQL does not fit the lake: " + wrong.getMessage());
    }
    refuseCommands(analyzed);
    refuseFiles(analyzed);
    return session.sql(sql);
  }

  private static scala.Enumeration.Value skip() {
    return org.apache.spark.sql.execution.CommandExecutionMode.SKIP();
  }

  private static void refuseCommands(LogicalPlan plan) {
    boolean statement =
        plan.getClass().getName().endsWith("InsertIntoStatement") || plan instanceof Command;
    if (statement) {
      throw new Refused("The lake answers SELECT only; this statement would change something");
    }
    each(plan, LakeSql::refuseCommands);
  }

  /** Only tables with a name in the lake may be read, no files by their path. */
  private static void refuseFiles(LogicalPlan plan) {
    if (plan instanceof LogicalRelation relation && relation.catalogTable().isEmpty()) {
      throw new Refused("Files cannot be read by path; name a table, such as gold.sales_monthly");
    }
    each(plan, LakeSql::refuseFiles);
    var expressions = plan.subqueries().iterator();
    while (expressions.hasNext()) {
      refuseFiles(expressions.next());
    }
  }

  private static void each(LogicalPlan plan, java.util.function.Consumer<LogicalPlan> action) {
    var children = plan.children().iterator();
    while (children.hasNext()) {
      action.accept(children.next());
    }
  }

  static void write(Dataset<Row> rows, Writer out) throws IOException {
    out.write(String.join(",", java.util.Arrays.stream(rows.columns()).map(Csv::cell).toList()));
    out.write('\n');
    Iterator<Row> all = rows.toLocalIterator();
    while (all.hasNext()) {
      Row row = all.next();
      for (int i = 0; i < row.length(); i++) {
        if (i > 0) {
          out.write(',');
        }
        if (!row.isNullAt(i)) {
          out.write(Csv.cell(row.get(i)));
        }
      }
      out.write('\n');
    }
  }
}
