package org.millrace.analytics.demand.stockout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.analytics.schedule.Target;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.RowsInHand;

/**
 * Reads from the stock ledger in which weeks nothing of an item was on hand: the balance was not
 * above 0 when the week began, and nothing came in. Only of items that are kept in stock, which had
 * some on hand at the end of at least half of the weeks since they first moved.
 */
public final class EmptyWeeks {

  private static final String LEDGER = "silver.stock_movement";

  /** The column of {@link #spans} beside the item, as it is where none is known. */
  public static final String COLUMN = "cast(null as array<struct<first:string,last:string>>) empty";

  private static final String THIS_WEEK = "cast(date_trunc('WEEK', :asOf) as date)";

  private static final String SPANS =
      """
      with weeks as (
        select item, cast(date_trunc('WEEK', occurred_at) as date) as week,
          sum(quantity) as moved, max(quantity) > 0 as came
        from silver.stock_movement
        where company = :company and occurred_at < date_add(:asOf, 1)
        group by item, cast(date_trunc('WEEK', occurred_at) as date)
      ), balances as (
        select item, week, sum(moved) over told as closing,
          coalesce(lead(week) over told, date_add(:thisWeek, 7)) as next,
          coalesce(lead(if(came, date_sub(week, 7), week)) over told, :thisWeek) as last
        from weeks window told as (partition by item order by week)
      ), spans as (
        select item, closing, datediff(next, week) as days, date_add(week, 7) as first, last
        from balances
      )
      select item,
        collect_list(struct(cast(first as string) as first, cast(last as string) as last))
          filter (where closing <= 0 and first <= last) as empty
      from spans
      group by item
      having 2 * sum(if(closing > 0, days, 0)) >= sum(days) and count_if(closing <= 0) > 0
      """;

  private EmptyWeeks() {}

  /** By item the first and the last Monday of each span; empty where the ledger knows nothing. */
  public static Optional<Dataset<Row>> spans(RowsInHand held, Target target) {
    if (held.ofCompany(LEDGER, target.company()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        held.ask(
            target.inSql(SPANS.replace(":thisWeek", THIS_WEEK)),
            Affected.ofCompany(target.company())));
  }

  /** The spans of one item. */
  public static List<StockOuts.Empty> of(List<Row> spans) {
    return spans.stream()
        .map(
            span ->
                new StockOuts.Empty(
                    LocalDate.parse(span.getString(0)), LocalDate.parse(span.getString(1))))
        .toList();
  }
}
