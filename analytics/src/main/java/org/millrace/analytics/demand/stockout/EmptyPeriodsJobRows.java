package org.millrace.analytics.demand.stockout;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/**
 * Reads from the stock ledger in which periods nothing of an item, or of an item at a location, was
 * on hand: the balance was not above 0 when the period began, and nothing came in. Only of what is
 * kept in stock, that is had some on hand at the end of at least half of the periods since it first
 * moved.
 */
public final class EmptyPeriodsJobRows {

  /** The column of {@link #ofItems} beside the item, as it is where none is known. */
  public static final String COLUMN = "cast(null as array<struct<first:string,last:string>>) empty";

  /** The same of {@link #ofPlaces}. */
  public static final String PLACES =
      "cast(null as array<struct<place:string,empty:array<struct<first:string,last:string>>>>)"
          + " places";

  private static final String LEDGER = "silver.stock_movement";

  /** Of a grain, and of places as an expression. */
  private static final String SPANS =
      """
      with moves as (
        select item, %2$s as place, cast(date_trunc('%1$s', occurred_at) as date) as period,
          quantity
        from silver.stock_movement
        where company = :company and occurred_at < date_add(:asOf, 1)
      ), periods as (
        select item, place, period, sum(quantity) as moved, max(quantity) > 0 as came
        from moves group by item, place, period
      ), balances as (
        select item, place, period, sum(moved) over told as closing,
          lead(period) over told as next, lead(came) over told as came_next
        from periods window told as (partition by item, place order by period)
      ), spans as (
        select item, place, closing, timestampadd(%1$s, 1, period) as first,
          coalesce(next, timestampadd(%1$s, 1, date_trunc('%1$s', :asOf))) as next,
          if(coalesce(came_next, true), -1, 0) as before,
          datediff(coalesce(next, date_add(:asOf, 1)), period) as days
        from balances
      ), dated as (
        select item, place, closing, days, cast(first as date) as first,
          cast(timestampadd(%1$s, before, next) as date) as last
        from spans
      )
      select item, place,
        collect_list(struct(cast(first as string) as first, cast(last as string) as last))
          filter (where closing <= 0 and first <= last) as empty
      from dated
      group by item, place
      having 2 * sum(if(closing > 0, days, 0)) >= sum(days) and count_if(closing <= 0) > 0
      """;

  private EmptyPeriodsJobRows() {}

  /**
   * By item the first days of the first and the last period of each span; empty where the ledger
   * knows nothing.
   *
   * @param grain day, week or month
   */
  public static Optional<Dataset<Row>> ofItems(RowsInHand held, Target target, String grain) {
    return spans(held, target, grain, "''").map(spans -> spans.drop("place"));
  }

  /** By item the spans of each location, and of all as those of the location without a name. */
  public static Optional<Dataset<Row>> ofPlaces(RowsInHand held, Target target, String grain) {
    return spans(held, target, grain, "explode(array('', location))")
        .map(
            spans ->
                spans
                    .groupBy("item")
                    .agg(collect_list(struct(col("place"), col("empty"))).as("places")));
  }

  private static Optional<Dataset<Row>> spans(
      RowsInHand held, Target target, String grain, String place) {
    if (held.ofCompany(LEDGER, target.company()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        held.ask(
            SPANS.formatted(grain, place),
            target.parameters(),
            Affected.ofCompany(target.company())));
  }

  /** The spans in the column of one item or place. */
  public static List<StockOuts.Empty> of(TableRow row) {
    return row.rows("empty").stream()
        .map(span -> new StockOuts.Empty(span.day("first"), span.day("last")))
        .toList();
  }
}
