package org.millrace.analytics.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Turns rows of collected weeks into rows of forecasts; part of the job, for {@link DemandJob}. */
final class DemandJobRows {

  static final StructType COLUMNS =
      StructType.fromDDL(
          "is_ahead boolean, item string, item_name string, period date, forecast decimal(18,4),"
              + " lo80 decimal(18,4), hi80 decimal(18,4), method string, error decimal(18,4),"
              + " reason string, actual decimal(18,4)");

  private final LocalDate asOf;
  private final DemandForecaster forecaster = DemandForecaster.weekly(DemandForecaster.QUARTER);

  DemandJobRows(LocalDate asOf) {
    this.asOf = asOf;
  }

  /** The rows of all items; an item without a complete week yet gets none. */
  Iterator<Row> of(Iterator<Row> items) {
    List<Row> rows = new ArrayList<>();
    while (items.hasNext()) {
      Row item = items.next();
      WeeklySeries series = series(item);
      if (!series.isEmpty()) {
        ItemForecast forecast = forecaster.forecast(series);
        forecast.weeks().forEach(week -> rows.add(ahead(item, forecast, week)));
        forecast.past().forEach(week -> rows.add(past(item, week)));
      }
    }
    return rows.iterator();
  }

  private WeeklySeries series(Row item) {
    List<String> mondays = item.getList(2);
    List<Double> units = item.getList(3);
    return WeeklySeries.ofWeeks(
        item.getString(0),
        mondays.stream().map(LocalDate::parse).toArray(LocalDate[]::new),
        units.stream().mapToDouble(Double::doubleValue).toArray(),
        asOf);
  }

  private static Row ahead(Row item, ItemForecast forecast, ItemForecast.Week week) {
    ItemForecast.Choice choice = forecast.choice();
    return RowFactory.create(
        true,
        item.getString(0),
        item.getString(1),
        Date.valueOf(week.monday()),
        rounded(week.forecast()),
        rounded(week.low80()),
        rounded(week.high80()),
        choice.method(),
        choice.error().isPresent() ? rounded(choice.error().getAsDouble()) : null,
        choice.reason(),
        null);
  }

  private static Row past(Row item, ItemForecast.PastWeek week) {
    return RowFactory.create(
        false,
        item.getString(0),
        item.getString(1),
        Date.valueOf(week.monday()),
        rounded(week.forecast()),
        null,
        null,
        null,
        null,
        null,
        rounded(week.actual()));
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }
}
