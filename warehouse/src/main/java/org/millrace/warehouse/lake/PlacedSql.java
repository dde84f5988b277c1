package org.millrace.warehouse.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.NameParameterizedQuery;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.classic.SparkSession;
import scala.PartialFunction;
import scala.Tuple3;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * A question whose tables are found elsewhere than under their names. It is the parsed plan that is
 * changed, so that a name in a text, a comment or a column stays what it is, however it is written.
 */
public final class PlacedSql {
  private final SparkSession session;

  public PlacedSql(org.apache.spark.sql.SparkSession session) {
    this.session = (SparkSession) session;
  }

  /**
   * Asks a question.
   *
   * @param place where a table is found, by its name in lower case such as {@code silver.item}: the
   *     parts of another name; nothing where it keeps its own
   */
  public Dataset<Row> ask(String sql, Function<String, Optional<List<String>>> place) {
    LogicalPlan parsed = parsed(sql);
    return org.apache.spark.sql.classic.Dataset.ofRows(session, placed(parsed, place));
  }

  /**
   * Asks a question that names parameters, {@code :company}, whose values never are SQL.
   *
   * @param parameters values by name: texts, numbers, days
   * @param place as above
   */
  public Dataset<Row> ask(
      String sql, Map<String, ?> parameters, Function<String, Optional<List<String>>> place) {
    List<Expression> values = new ArrayList<>();
    parameters.values().forEach(value -> values.add(Literal$.MODULE$.apply(value)));
    LogicalPlan bound =
        new NameParameterizedQuery(
            placed(parsed(sql), place),
            CollectionConverters.asScala(List.copyOf(parameters.keySet())).toSeq(),
            CollectionConverters.asScala(values).toSeq());
    return org.apache.spark.sql.classic.Dataset.ofRows(session, bound);
  }

  private LogicalPlan parsed(String sql) {
    try {
      return session.sessionState().sqlParser().parsePlan(sql);
    } catch (ParseException wrong) {
      throw new IllegalArgumentException("No SQL that Spark reads: " + wrong.getMessage(), wrong);
    }
  }

  private static LogicalPlan placed(
      LogicalPlan plan, Function<String, Optional<List<String>>> place) {
    PartialFunction<LogicalPlan, LogicalPlan> rule =
        new AbstractPartialFunction<>() {
          @Override
          public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof UnresolvedWith || node instanceof UnresolvedRelation;
          }

          @Override
          public LogicalPlan apply(LogicalPlan node) {
            return node instanceof UnresolvedWith with
                ? within(with, place)
                : renamed((UnresolvedRelation) node, place);
          }
        };
    return plan.transformDownWithSubqueries(rule);
  }

  /** The named steps of a question are no children of its plan. */
  private static LogicalPlan within(
      UnresolvedWith with, Function<String, Optional<List<String>>> place) {
    List<Tuple3<String, SubqueryAlias, scala.Option<Object>>> steps = new ArrayList<>();
    for (var step : CollectionConverters.asJava(with.cteRelations())) {
      steps.add(new Tuple3<>(step._1(), (SubqueryAlias) placed(step._2(), place), step._3()));
    }
    return with.copy(
        with.child(), CollectionConverters.asScala(steps).toSeq(), with.allowRecursion());
  }

  /** Columns may still be named after the table as it was called. */
  private static LogicalPlan renamed(
      UnresolvedRelation relation, Function<String, Optional<List<String>>> place) {
    List<String> name = CollectionConverters.asJava(relation.multipartIdentifier());
    return place
        .apply(String.join(".", name).toLowerCase(Locale.ROOT))
        .<LogicalPlan>map(
            parts ->
                new SubqueryAlias(
                    alias(name),
                    relation.copy(
                        CollectionConverters.asScala(parts).toSeq(),
                        relation.options(),
                        relation.isStreaming())))
        .orElse(relation);
  }

  private static AliasIdentifier alias(List<String> name) {
    int last = name.size() - 1;
    return new AliasIdentifier(
        name.get(last), CollectionConverters.asScala(name.subList(0, last)).toSeq());
  }
}
