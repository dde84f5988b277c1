package org.millrace.analytics.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.alert.Alert;
import org.millrace.analytics.demand.alert.Alerts;

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
            reason string, reason_zh string, scale decimal(18,4), lag int>,
          past struct<period date, actual decimal(18,4), forecast decimal(18,4)>,
          tested struct<lag int, periods int, actual_qty decimal(18,4),
            abs_error_qty decimal(18,4), error_qty decimal(18,4),
            naive_abs_error_qty decimal(18,4), scale_qty decimal(18,4), covered_periods int,
            inside80_periods int, inside95_periods int>,
          alert struct<kind string, severity string, units_qty decimal(18,4), text_en string,
            text_zh string>
          """);

  private final LocalDate asOf;
  private final DemandForecaster forecaster;

  DemandJobRows(LocalDate asOf, DemandForecaster forecaster) {
    this.asOf = asOf;
    this.forecaster = forecaster;
  }

  /**
   * The rows of all items, each given as code, name, Mondays, quantities and units on hand; an item
   * without a complete week yet gets none.
   */
  Iterator<Row> of(Iterator<Row> items) {
    List<Row> rows = new ArrayList<>();
    while (items.hasNext()) {
      Row item = items.next();
      DemandSeries series = series(item);
      if (!series.isEmpty()) {
        DemandForecast forecast = forecaster.forecast(series);
        for (int step = 0; step < forecast.ahead().size(); step++) {
          rows.add(row(AHEAD, item, ahead(forecast, step)));
        }
        forecast.past().forEach(week -> rows.add(row(PAST, item, past(week))));
        for (int step = 0; step < forecast.tested().size(); step++) {
          rows.add(row(TESTED, item, tested(step + 1, forecast.tested().get(step))));
        }
        alerts(item, series, forecast).forEach(each -> rows.add(row(ALERT, item, alert(each))));
      }
    }
    return rows.iterator();
  }

  private DemandSeries series(Row item) {
    List<String> mondays = item.getList(2);
    List<Double> units = item.getList(3);
    DemandSeries.Sold[] sold = new DemandSeries.Sold[mondays.size()];
    for (int i = 0; i < sold.length; i++) {
      sold[i] = new DemandSeries.Sold(LocalDate.parse(mondays.get(i)), units.get(i));
    }
    return DemandSeries.ofSold(item.getString(0), Grain.WEEK, asOf, sold);
  }

  private static List<Alert> alerts(Row item, DemandSeries series, DemandForecast forecast) {
    List<Alerts.LastWeek> lastWeek = new ArrayList<>();
    if (!forecast.past().isEmpty()) {
      DemandForecast.Past last = forecast.past().get(forecast.past().size() - 1);
      last.within95()
          .map(range -> new Alerts.LastWeek(last.actual(), range.low(), range.high()))
          .ifPresent(lastWeek::add);
    }
    OptionalDouble onHand =
        item.isNullAt(4) ? OptionalDouble.empty() : OptionalDouble.of(item.getDouble(4));
    return Alerts.of(
        new Alerts.Facts(series.quantities(), lastWeek, forecast.tested().get(0).errors(), onHand));
  }

  private static Row row(String part, Row item, Row content) {
    List<Object> values = new ArrayList<>(List.of(part, item.getString(0)));
    values.add(item.getString(1));
    for (String each : List.of(AHEAD, PAST, TESTED, ALERT)) {
      values.add(each.equals(part) ? content : null);
    }
    return RowFactory.create(values.toArray());
  }

  private static Row ahead(DemandForecast forecast, int step) {
    DemandForecast.Ahead week = forecast.ahead().get(step);
    DemandForecast.Choice choice = forecast.choice();
    ErrorSums first = forecast.tested().get(0).errors();
    return RowFactory.create(
        Date.valueOf(week.period()),
        rounded(week.forecast()),
        rounded(week.naive()),
        rounded(week.within80().low()),
        rounded(week.within80().high()),
        rounded(week.within95().low()),
        rounded(week.within95().high()),
        choice.method(),
        choice.pattern().word(),
        rounded(choice.error()),
        rounded(choice.naiveError()),
        choice.reason().en(),
        choice.reason().zh(),
        rounded(first.periods() == 0 ? 0 : first.scale() / first.periods()),
        step + 1);
  }

  private static Row past(DemandForecast.Past week) {
    return RowFactory.create(
        Date.valueOf(week.period()), rounded(week.actual()), rounded(week.forecast()));
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

  private static BigDecimal rounded(OptionalDouble value) {
    return value.isPresent() ? rounded(value.getAsDouble()) : null;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }
}
