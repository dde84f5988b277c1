package org.millrace.analytics.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.alert.Alert;
import org.millrace.analytics.demand.alert.Alerts;
import org.millrace.analytics.demand.signal.ItemHistory;
import org.millrace.analytics.demand.signal.ItemSignals;
import org.millrace.analytics.demand.signal.PublishedDemand;
import org.millrace.analytics.demand.stockout.EmptyPeriodsJobRows;
import org.millrace.warehouse.row.RowWriter.Draft;
import org.millrace.warehouse.row.TableRow;

/**
 * Turns rows of collected weeks into rows of forecasts, of weeks of the past, of errors by lag and
 * of exceptions, told apart by {@code part}; for {@link DemandJob}.
 */
final class DemandJobRows {

  private final DemandJobColumns columns;
  private final LocalDate asOf;
  private final DemandForecaster forecaster;
  private final Map<String, ItemSignals> signals;
  private final Map<String, Analogues> analogues;

  DemandJobRows(
      DemandJobColumns columns,
      LocalDate asOf,
      DemandForecaster forecaster,
      Map<String, ItemSignals> signals,
      Map<String, Analogues> analogues) {
    this.columns = columns;
    this.asOf = asOf;
    this.forecaster = forecaster;
    this.signals = signals;
    this.analogues = analogues;
  }

  /**
   * The rows of all items, each given with its weeks, units on hand, unit of measure and spans of
   * weeks with none on hand; an item without a complete week gets some only if it sold and has
   * analogues, or if something is known of its weeks ahead.
   */
  Iterator<Row> of(Iterator<Row> items) {
    Iterable<Row> all = () -> items;
    return StreamSupport.stream(all.spliterator(), false)
        .map(TableRow::of)
        .flatMap(this::rows)
        .iterator();
  }

  private Stream<Row> rows(TableRow item) {
    DemandSeries sold = series(item, asOf);
    DemandSeries series = item.has("empty") ? sold.outOfStock(EmptyPeriodsJobRows.of(item)) : sold;
    ItemSignals known = signals.getOrDefault(series.name(), ItemSignals.NONE);
    Optional<Analogues> analogue =
        Optional.ofNullable(analogues.get(item.maybeText("unit").orElse("")));
    ItemHistory history = known.history(series.day(0), series.quantities());
    Seen seen = new Seen(series, known, history);
    if (!series.isEmpty()) {
      return rows(item, seen, forecaster.forecast(base(series, history), analogue)).stream();
    }
    double begun = sold(item, series.next());
    if (begun > 0 && analogue.isPresent()) {
      return rows(item, seen, DemandForecaster.started(series, begun, analogue.get())).stream();
    }
    return known.isAhead(series.next())
        ? rows(item, seen, DemandForecaster.unsold(series)).stream()
        : Stream.empty();
  }

  /** What an item sold, what else is known of it, and what of the one came of the other. */
  private record Seen(DemandSeries series, ItemSignals known, ItemHistory history) {

    /** What of a past week was sold in fact, or would have been of another base. */
    double sold(LocalDate monday, double base) {
      return history.sold(series.grain().between(series.day(0), monday), base);
    }
  }

  private static double sold(TableRow item, LocalDate week) {
    int place = item.<String>list("periods").indexOf(week.toString());
    return place < 0 ? 0 : item.<Double>list("quantities").get(place);
  }

  private List<Row> rows(TableRow item, Seen seen, DemandForecast forecast) {
    List<Row> rows = new ArrayList<>();
    for (int step = 0; step < forecast.ahead().size(); step++) {
      rows.add(columns.row(item, DemandJobColumns.AHEAD, ahead(forecast, step, seen)));
    }
    forecast
        .past()
        .forEach(week -> rows.add(columns.row(item, DemandJobColumns.PAST, past(seen, week))));
    for (int step = 0; step < forecast.tested().size(); step++) {
      rows.add(
          columns.row(
              item, DemandJobColumns.TESTED, tested(step + 1, forecast.tested().get(step))));
    }
    alerts(item, seen, forecast)
        .forEach(each -> rows.add(columns.row(item, DemandJobColumns.ALERT, alert(each))));
    return rows;
  }

  /** The series of an item as of a day, of its weeks. */
  static DemandSeries series(TableRow item, LocalDate asOf) {
    List<String> mondays = item.list("periods");
    List<Double> units = item.list("quantities");
    DemandSeries.Sold[] sold = new DemandSeries.Sold[mondays.size()];
    for (int i = 0; i < sold.length; i++) {
      sold[i] = new DemandSeries.Sold(LocalDate.parse(mondays.get(i)), units.get(i));
    }
    return DemandSeries.ofSold(item.text("item"), Grain.WEEK, asOf, sold);
  }

  /** The series without what came of campaigns and opportunities. */
  private static DemandSeries base(DemandSeries series, ItemHistory history) {
    return DemandSeries.of(series.name(), series.grain(), series.day(0), history.base())
        .outOfStock(series.outOfStock());
  }

  private static List<Alert> alerts(TableRow item, Seen seen, DemandForecast forecast) {
    List<Alerts.LastWeek> lastWeek = new ArrayList<>();
    if (!forecast.past().isEmpty()) {
      DemandForecast.Past last = forecast.past().get(forecast.past().size() - 1);
      last.within95()
          .filter(interval -> last.period().equals(seen.series.day(seen.series.length() - 1)))
          .map(
              interval ->
                  new Alerts.LastWeek(
                      seen.sold(last.period(), last.actual()),
                      seen.sold(last.period(), interval.low()),
                      seen.sold(last.period(), interval.high())))
          .ifPresent(lastWeek::add);
    }
    return Alerts.of(
        new Alerts.Facts(
            seen.series.quantities(),
            lastWeek,
            forecast.tested().get(0).errors(),
            item.maybeNumber("on_hand")));
  }

  private Row ahead(DemandForecast forecast, int step, Seen seen) {
    DemandForecast.Ahead week = forecast.ahead().get(step);
    DemandForecast.Choice choice = forecast.choice();
    ErrorSums first = forecast.tested().get(0).errors();
    PublishedDemand demand =
        seen.known.published(week.period(), week.forecast(), seen.history.wonAWeek());
    Draft draft =
        columns
            .ahead()
            .row()
            .set("period", week.period())
            .set("step", step + 1)
            .set("method", choice.method())
            .set("pattern", choice.pattern().word())
            .set("error", choice.error())
            .set("naive_error", choice.naiveError())
            .set("reason", choice.reason().en())
            .set("reason_zh", choice.reason().zh())
            .set("statistical", week.forecast())
            .set("naive", week.naive())
            .set("scale", first.periods() == 0 ? 0 : first.scale() / first.periods());
    publish(draft, demand);
    intervals(draft, choice, week, demand);
    return draft.done();
  }

  private static void publish(Draft draft, PublishedDemand demand) {
    draft
        .set("forecast", demand.published())
        .set("base", demand.base())
        .set("opportunities", demand.opportunities())
        .set("campaigns", demand.campaigns())
        .set("ordered", demand.ordered())
        .set("override", demand.override())
        .set("net", demand.beyondOrders())
        .set("calculated", demand.sum());
  }

  /** They go with the published figure; what is on order is certain. None of an unsold item. */
  private static void intervals(
      Draft draft,
      DemandForecast.Choice choice,
      DemandForecast.Ahead week,
      PublishedDemand demand) {
    double moved = demand.published() - week.forecast();
    double certain = Math.min(demand.ordered(), demand.published());
    boolean isKnown = !choice.isUnsold();
    draft
        .set("lo80", isKnown ? Math.max(certain, week.within80().low() + moved) : null)
        .set("hi80", isKnown ? week.within80().high() + moved : null)
        .set("lo95", isKnown ? Math.max(certain, week.within95().low() + moved) : null)
        .set("hi95", isKnown ? week.within95().high() + moved : null);
  }

  /**
   * What was sold in fact, campaigns and won opportunities included, beside what the method
   * expected with what these brought: of both only the method's part is in doubt.
   */
  private Row past(Seen seen, DemandForecast.Past week) {
    return columns
        .past()
        .row()
        .set("period", week.period())
        .set("actual", seen.sold(week.period(), week.actual()))
        .set("forecast", seen.sold(week.period(), week.forecast()))
        .done();
  }

  private Row tested(int lag, DemandForecast.Tested tested) {
    ErrorSums sums = tested.errors();
    Coverage coverage = tested.coverage();
    return columns
        .tested()
        .row()
        .set("lag", lag)
        .set("periods", sums.periods())
        .set("actual_qty", sums.actual())
        .set("abs_error_qty", sums.absolute())
        .set("error_qty", sums.signed())
        .set("naive_abs_error_qty", sums.naiveAbsolute())
        .set("scale_qty", sums.scale())
        .set("covered_periods", coverage.periods())
        .set("inside80_periods", coverage.inside80())
        .set("inside95_periods", coverage.inside95())
        .done();
  }

  private Row alert(Alert alert) {
    return columns
        .alert()
        .row()
        .set("kind", alert.kind().word())
        .set("severity", alert.severity().word())
        .set("units_qty", alert.units())
        .set("text_en", alert.en())
        .set("text_zh", alert.zh())
        .done();
  }
}
