package org.millrace.analytics.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.alert.Alert;
import org.millrace.analytics.demand.alert.Alerts;
import org.millrace.analytics.demand.signal.ItemHistory;
import org.millrace.analytics.demand.signal.ItemSignals;
import org.millrace.analytics.demand.signal.PublishedDemand;
import org.millrace.analytics.demand.stockout.EmptyPeriodsJobRows;

/**
 * Turns rows of collected weeks into rows of forecasts, of weeks of the past, of errors by lag and
 * of exceptions, told apart by {@code part}; for {@link DemandJob}.
 */
final class DemandJobRows {

  static final String AHEAD = "ahead";
  static final String PAST = "past";
  static final String TESTED = "tested";
  static final String ALERT = "alert";

  static final StructType COLUMNS =
      StructType.fromDDL(
          """
          part string, item string, item_name string,
          ahead struct<period date, forecast decimal(18,4), naive decimal(18,4),
            lo80 decimal(18,4), hi80 decimal(18,4), lo95 decimal(18,4), hi95 decimal(18,4),
            method string, pattern string, error decimal(18,4), naive_error decimal(18,4),
            reason string, reason_zh string, statistical decimal(18,4), base decimal(18,4),
            opportunities decimal(18,4), campaigns decimal(18,4), ordered decimal(18,4),
            override decimal(18,4), net decimal(18,4), calculated decimal(18,4),
            scale decimal(18,4), step int>,
          past struct<period date, actual decimal(18,4), forecast decimal(18,4)>,
          tested struct<lag int, periods int, actual_qty decimal(18,4),
            abs_error_qty decimal(18,4), error_qty decimal(18,4),
            naive_abs_error_qty decimal(18,4), scale_qty decimal(18,4), covered_periods int,
            inside80_periods int, inside95_periods int>,
          alert struct<kind string, severity string, units_qty decimal(18,4), text_en string,
            text_zh string>
          """);

  private static final List<BigDecimal> NO_INTERVALS = Collections.nCopies(4, null);

  private final LocalDate asOf;
  private final DemandForecaster forecaster;
  private final Map<String, ItemSignals> signals;
  private final Map<String, Likes> likes;

  DemandJobRows(
      LocalDate asOf,
      DemandForecaster forecaster,
      Map<String, ItemSignals> signals,
      Map<String, Likes> likes) {
    this.asOf = asOf;
    this.forecaster = forecaster;
    this.signals = signals;
    this.likes = likes;
  }

  /**
   * The rows of all items, each given as code, name, Mondays, quantities, units on hand, unit of
   * measure and spans of weeks with none on hand; an item without a complete week gets some only if
   * it sold and has likes, or if something is known of its weeks ahead.
   */
  Iterator<Row> of(Iterator<Row> items) {
    Iterable<Row> all = () -> items;
    return StreamSupport.stream(all.spliterator(), false).flatMap(this::rows).iterator();
  }

  private Stream<Row> rows(Row item) {
    List<String> mondays = item.getList(2);
    List<Double> units = item.getList(3);
    DemandSeries sold = series(item.getString(0), asOf, mondays, units);
    DemandSeries series =
        item.isNullAt(6) ? sold : sold.outOfStock(EmptyPeriodsJobRows.of(item.getList(6)));
    ItemSignals known = signals.getOrDefault(series.name(), ItemSignals.NONE);
    Optional<Likes> like =
        Optional.ofNullable(likes.get(item.isNullAt(5) ? "" : item.getString(5)));
    ItemHistory history = known.history(series.day(0), series.quantities());
    Seen seen = new Seen(series, known, history);
    if (!series.isEmpty()) {
      return rows(item, seen, forecaster.forecast(base(series, history), like)).stream();
    }
    double begun = sold(series.next(), mondays, units);
    if (begun > 0 && like.isPresent()) {
      return rows(item, seen, DemandForecaster.started(series, begun, like.get())).stream();
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

  private static double sold(LocalDate week, List<String> mondays, List<Double> units) {
    int place = mondays.indexOf(week.toString());
    return place < 0 ? 0 : units.get(place);
  }

  private static List<Row> rows(Row item, Seen seen, DemandForecast forecast) {
    List<Row> rows = new ArrayList<>();
    for (int step = 0; step < forecast.ahead().size(); step++) {
      rows.add(row(AHEAD, item, ahead(forecast, step, seen)));
    }
    forecast.past().forEach(week -> rows.add(row(PAST, item, past(seen, week))));
    for (int step = 0; step < forecast.tested().size(); step++) {
      rows.add(row(TESTED, item, tested(step + 1, forecast.tested().get(step))));
    }
    alerts(item, seen, forecast).forEach(each -> rows.add(row(ALERT, item, alert(each))));
    return rows;
  }

  /** The series of an item as of a day. */
  static DemandSeries series(
      String item, LocalDate asOf, List<String> mondays, List<Double> units) {
    DemandSeries.Sold[] sold = new DemandSeries.Sold[mondays.size()];
    for (int i = 0; i < sold.length; i++) {
      sold[i] = new DemandSeries.Sold(LocalDate.parse(mondays.get(i)), units.get(i));
    }
    return DemandSeries.ofSold(item, Grain.WEEK, asOf, sold);
  }

  /** The series without what came of campaigns and opportunities. */
  private static DemandSeries base(DemandSeries series, ItemHistory history) {
    return DemandSeries.of(series.name(), series.grain(), series.day(0), history.base())
        .outOfStock(series.outOfStock());
  }

  private static List<Alert> alerts(Row item, Seen seen, DemandForecast forecast) {
    List<Alerts.LastWeek> lastWeek = new ArrayList<>();
    if (!forecast.past().isEmpty()) {
      DemandForecast.Past last = forecast.past().get(forecast.past().size() - 1);
      last.within95()
          .filter(range -> last.period().equals(seen.series.day(seen.series.length() - 1)))
          .map(
              range ->
                  new Alerts.LastWeek(
                      seen.sold(last.period(), last.actual()),
                      seen.sold(last.period(), range.low()),
                      seen.sold(last.period(), range.high())))
          .ifPresent(lastWeek::add);
    }
    OptionalDouble onHand =
        item.isNullAt(4) ? OptionalDouble.empty() : OptionalDouble.of(item.getDouble(4));
    return Alerts.of(
        new Alerts.Facts(
            seen.series.quantities(), lastWeek, forecast.tested().get(0).errors(), onHand));
  }

  private static Row row(String part, Row item, Row content) {
    List<Object> values = new ArrayList<>(List.of(part, item.getString(0)));
    values.add(item.getString(1));
    for (String each : List.of(AHEAD, PAST, TESTED, ALERT)) {
      values.add(each.equals(part) ? content : null);
    }
    return RowFactory.create(values.toArray());
  }

  private static Row ahead(DemandForecast forecast, int step, Seen seen) {
    DemandForecast.Ahead week = forecast.ahead().get(step);
    DemandForecast.Choice choice = forecast.choice();
    ErrorSums first = forecast.tested().get(0).errors();
    PublishedDemand demand =
        seen.known.published(week.period(), week.forecast(), seen.history.wonAWeek());
    List<Object> values = new ArrayList<>();
    values.add(Date.valueOf(week.period()));
    values.add(rounded(demand.published()));
    values.add(rounded(week.naive()));
    values.addAll(choice.isUnsold() ? NO_INTERVALS : intervals(week, demand));
    values.add(choice.method());
    values.add(choice.pattern().word());
    values.add(rounded(choice.error()));
    values.add(rounded(choice.naiveError()));
    values.add(choice.reason().en());
    values.add(choice.reason().zh());
    values.add(rounded(week.forecast()));
    values.add(rounded(demand.base()));
    values.add(rounded(demand.opportunities()));
    values.add(rounded(demand.campaigns()));
    values.add(rounded(demand.ordered()));
    values.add(rounded(demand.override()));
    values.add(rounded(demand.beyondOrders()));
    values.add(rounded(demand.sum()));
    values.add(rounded(first.periods() == 0 ? 0 : first.scale() / first.periods()));
    values.add(step + 1);
    return RowFactory.create(values.toArray());
  }

  /** They go with the published figure; what is on order is certain. */
  private static List<BigDecimal> intervals(DemandForecast.Ahead week, PublishedDemand demand) {
    double moved = demand.published() - week.forecast();
    double certain = Math.min(demand.ordered(), demand.published());
    return List.of(
        rounded(Math.max(certain, week.within80().low() + moved)),
        rounded(week.within80().high() + moved),
        rounded(Math.max(certain, week.within95().low() + moved)),
        rounded(week.within95().high() + moved));
  }

  /**
   * What was sold in fact, campaigns and won opportunities included, beside what the method
   * expected with what these brought: of both only the method's part is in doubt.
   */
  private static Row past(Seen seen, DemandForecast.Past week) {
    return RowFactory.create(
        Date.valueOf(week.period()),
        rounded(seen.sold(week.period(), week.actual())),
        rounded(seen.sold(week.period(), week.forecast())));
  }

  private static Row tested(int lag, DemandForecast.Tested tested) {
    ErrorSums sums = tested.errors();
    Coverage coverage = tested.coverage();
    return RowFactory.create(
        lag,
        sums.periods(),
        rounded(sums.actual()),
        rounded(sums.absolute()),
        rounded(sums.signed()),
        rounded(sums.naiveAbsolute()),
        rounded(sums.scale()),
        coverage.periods(),
        coverage.inside80(),
        coverage.inside95());
  }

  private static Row alert(Alert alert) {
    return RowFactory.create(
        alert.kind().word(),
        alert.severity().word(),
        rounded(alert.units()),
        alert.en(),
        alert.zh());
  }

  private static @Nullable BigDecimal rounded(OptionalDouble value) {
    return value.isPresent() ? rounded(value.getAsDouble()) : null;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }
}
