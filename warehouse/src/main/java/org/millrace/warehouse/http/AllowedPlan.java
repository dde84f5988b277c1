package org.millrace.warehouse.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedGenerator;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.millrace.warehouse.catalog.Layer;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a question to the lake may be made of: nodes of a plan, tables and functions by name, and no
 * other. What Spark learns with a later version is refused until it is named here.
 */
final class AllowedPlan {
  private static final Set<String> BOTH =
      Set.of(
          "Aggregate",
          "CTERelationDef",
          "CTERelationRef",
          "Deduplicate",
          "Distinct",
          "Except",
          "Expand",
          "Filter",
          "Generate",
          "GlobalLimit",
          "Intersect",
          "Join",
          "LateralJoin",
          "LocalLimit",
          "LocalRelation",
          "Offset",
          "OneRowRelation",
          "Pivot",
          "Project",
          "Range",
          "ResolvedHint",
          "Sample",
          "Sort",
          "SubqueryAlias",
          "Union",
          "Unpivot",
          "Window",
          "WithCTE");
  private static final Set<String> PARSED =
      Set.of(
          "RelationTimeTravel",
          "UnresolvedHaving",
          "UnresolvedHint",
          "UnresolvedInlineTable",
          "UnresolvedRelation",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedTVFAliases",
          "UnresolvedTableValuedFunction",
          "UnresolvedWith",
          "WithWindowDefinition");
  private static final Set<String> UNRESOLVED =
      Set.of(
          "MultiAlias",
          "UnresolvedAlias",
          "UnresolvedAttribute",
          "UnresolvedExtractValue",
          "UnresolvedFunction",
          "UnresolvedGenerator",
          "UnresolvedHaving",
          "UnresolvedNamedLambdaVariable",
          "UnresolvedOrdinal",
          "UnresolvedStar",
          "UnresolvedStarExceptOrReplace",
          "UnresolvedSubqueryColumnAliases",
          "UnresolvedWindowExpression");

  private static final Set<String> TABLE_FUNCTIONS = Set.of("range");
  private static final String EXPRESSIONS = "org.apache.spark.sql.catalyst.expressions.";
  private static final String ANALYSIS = "org.apache.spark.sql.catalyst.analysis.";
  private static final Set<String> LAYERS =
      Set.of(Layer.BRONZE.word(), Layer.SILVER.word(), Layer.GOLD.word());

  private final boolean parsed;

  private AllowedPlan(boolean parsed) {
    this.parsed = parsed;
  }

  /** The rules for what the parser made, where names are still to be looked up. */
  static AllowedPlan asParsed() {
    return new AllowedPlan(true);
  }

  /** The rules for what is going to be run. */
  static AllowedPlan asAnalysed() {
    return new AllowedPlan(false);
  }

  void check(LogicalPlan plan) {
    String name = plan.getClass().getSimpleName().replace("$", "");
    if (plan instanceof LogicalRelation relation) {
      if (relation.catalogTable().isEmpty()) {
        throw path();
      }
    } else if (!BOTH.contains(name) && !(parsed && PARSED.contains(name))) {
      throw new LakeSql.Refused(
          "The lake answers SELECT only; this is or holds '"
              + name
              + "', which changes something, runs a program or reads what is no table of the lake");
    }
    if (plan instanceof UnresolvedRelation relation) {
      checkName(list(relation.multipartIdentifier()));
    } else if (plan instanceof UnresolvedTableValuedFunction function) {
      checkFunction(list(function.name()), TABLE_FUNCTIONS);
    } else if (plan instanceof UnresolvedWith with) {
      list(with.cteRelations()).forEach(each -> check(each._2()));
    }
    list(plan.expressions()).forEach(this::check);
    list(plan.children()).forEach(this::check);
  }

  private void check(Expression expression) {
    String type = expression.getClass().getName();
    String name = expression.getClass().getSimpleName().replace("$", "");
    boolean known = type.startsWith(ANALYSIS) ? UNRESOLVED.contains(name) : isOfSpark(type, name);
    if (!known) {
      throw new LakeSql.Refused("Lake SQL has no '" + name + "'; leave it out");
    }
    if (expression instanceof UnresolvedFunction function) {
      checkFunction(list(function.nameParts()), LakeFunctions.NAMES);
    } else if (expression instanceof UnresolvedGenerator generator) {
      checkFunction(List.of(generator.name().funcName()), LakeFunctions.NAMES);
    } else if (expression instanceof PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan plan) {
      check(plan);
    }
    list(expression.children()).forEach(this::check);
  }

  /** Spark's own expressions but those that call code of others. */
  private static boolean isOfSpark(String type, String name) {
    return type.startsWith(EXPRESSIONS)
        && !name.endsWith("UDF")
        && !name.equals("CallMethodViaReflection")
        && !name.startsWith("InputFile");
  }

  private static void checkName(List<String> name) {
    boolean ofTheLake = name.size() == 2 && LAYERS.contains(name.get(0).toLowerCase(Locale.ROOT));
    if (name.size() != 1 && !ofTheLake) {
      throw path();
    }
  }

  private static void checkFunction(List<String> name, Set<String> allowed) {
    if (name.size() != 1 || !allowed.contains(name.get(0).toLowerCase(Locale.ROOT))) {
      throw new LakeSql.Refused(
          "Lake SQL has no function '" + String.join(".", name) + "'; leave it out");
    }
  }

  private static LakeSql.Refused path() {
    return new LakeSql.Refused(
        "Only tables of the lake can be read, none by path; name one, such as gold.sales_monthly");
  }

  private static <T> List<T> list(Seq<T> elements) {
    return CollectionConverters.asJava(elements);
  }
}
