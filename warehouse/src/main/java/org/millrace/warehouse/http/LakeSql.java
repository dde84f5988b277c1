package org.millrace.warehouse.http;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.CommandExecutionMode;

/**
 * Answers one SELECT over the lake as CSV; refuses everything that is not a plain question.
 *
 * <p>What may be asked is decided by the plan, never by the text: {@link AllowedPlan} walks what
 * the parser made of it before anything is looked up, and again what the analyser made of that. The
 * session is one of its own, whose functions that reach out of Spark are gone, that reads no files
 * by path and puts no variables of the environment into a text.
 */
final class LakeSql {
  private static final Set<String> REACHING_OUT =
      Set.of("reflect", "java_method", "try_reflect", "input_file_name", "from_protobuf");

  private final SparkSession session;

  LakeSql(org.apache.spark.sql.SparkSession house) {
    this.session = (SparkSession) house.newSession();
    session.conf().set("spark.sql.runSQLOnFiles", false);
    session.conf().set("spark.sql.variable.substitute", false);
    REACHING_OUT.forEach(
        name ->
            session.sessionState().functionRegistry().dropFunction(new FunctionIdentifier(name)));
  }

  /** The question cannot be answered; the message says why. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  Dataset<Row> ask(String text) {
    org.apache.spark.sql.SparkSession.setActiveSession(session);
    try {
      return allowed(text);
    } finally {
      org.apache.spark.sql.SparkSession.clearActiveSession();
    }
  }

  private Dataset<Row> allowed(String text) {
    try {
      LogicalPlan parsed = session.sessionState().sqlParser().parsePlan(text);
      AllowedPlan.asParsed().check(parsed);
      AllowedPlan.asAnalysed()
          .check(
              session.sessionState().executePlan(parsed, CommandExecutionMode.SKIP()).analyzed());
      return org.apache.spark.sql.classic.Dataset.ofRows(session, parsed);
    } catch (Refused refused) {
      throw refused;
    } catch (Exception wrong) {
      throw new Refused("The SQL does not fit the lake: " + wrong.getMessage());
    }
  }

  static void write(Dataset<Row> rows, Writer out) throws IOException {
    Iterator<Row> all = rows.toLocalIterator();
    boolean any = all.hasNext(); // reads the first part, so that what fails there fails before
    out.write(String.join(",", java.util.Arrays.stream(rows.columns()).map(Csv::cell).toList()));
    out.write('\n');
    while (any) {
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
      any = all.hasNext();
    }
  }
}
