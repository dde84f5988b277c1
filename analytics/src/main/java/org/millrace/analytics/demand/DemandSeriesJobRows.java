package org.millrace.analytics.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;

/** Turns an item with all it sold by part into rows of forecasts; for {@link DemandSeriesJob}. */
final class DemandSeriesJobRows {

  static final StructType COLUMNS =
      StructType.fromDDL(
          """
          item string, item_name string, location string, customer_group string, period date,
          forecast decimal(18,4), lo80 decimal(18,4), hi80 decimal(18,4), method string,
          series string, lo95 decimal(18,4), hi95 decimal(18,4), reason string, reason_zh string,
          periods int,
          actual_qty decimal(18,4), abs_error_qty decimal(18,4), error_qty decimal(18,4),
          naive_abs_error_qty decimal(18,4), scale_qty decimal(18,4), covered_periods int,
          inside80_periods int, inside95_periods int
          """);

  /** Origins of the contest of parts, which are many. */
  private static final int ORIGINS = 3;

  private final Grain grain;
  private final LocalDate asOf;
  private final DemandForecaster forecaster = DemandForecaster.usual();
  private final DemandForecaster quick = DemandForecaster.withOrigins(ORIGINS);

  DemandSeriesJobRows(Grain grain, LocalDate asOf) {
    this.grain = grain;
    this.asOf = asOf;
  }

  /** A location or a group; both empty for the whole item. */
  private record Place(String location, String group) implements Comparable<Place> {

    boolean isWhole() {
      return location.isEmpty() && group.isEmpty();
    }

    String series() {
      return isWhole() ? "all" : location.isEmpty() ? "group" : "location";
    }

    @Override
    public int compareTo(Place other) {
      int first = location.compareTo(other.location);
      return first != 0 ? first : group.compareTo(other.group);
    }
  }

  /** A place with its series and forecast. */
  private record Fitted(Place place, DemandSeries series, DemandForecast forecast) {

    double[] ahead() {
      return forecast.ahead().stream().mapToDouble(DemandForecast.Ahead::forecast).toArray();
    }

    /** How its own forecast did so many steps ahead; nothing so far ahead as is not tested. */
    DemandForecast.Tested tested(int step) {
      return step < forecast.tested().size()
          ? forecast.tested().get(step)
          : new DemandForecast.Tested(ErrorSums.NONE, Coverage.NONE);
    }
  }

  /** The rows of all items; an item without a complete period yet gets none. */
  Iterator<Row> of(Iterator<Row> items) {
    List<Row> rows = new ArrayList<>();
    while (items.hasNext()) {
      Row item = items.next();
      List<Fitted> fitted = fitted(item);
      fitted.stream()
          .filter(each -> each.place.isWhole())
          .findFirst()
          .ifPresent(whole -> add(rows, item, whole, fitted));
    }
    return rows.iterator();
  }

  private List<Fitted> fitted(Row item) {
    Map<Place, List<DemandSeries.Sold>> places = new TreeMap<>();
    List<Row> sold = item.getList(2);
    for (Row each : sold) {
      places
          .computeIfAbsent(
              new Place(each.getString(0), each.getString(1)), place -> new ArrayList<>())
          .add(new DemandSeries.Sold(LocalDate.parse(each.getString(2)), each.getDouble(3)));
    }
    List<Fitted> fitted = new ArrayList<>();
    places.forEach(
        (place, movements) -> {
          DemandSeries series =
              DemandSeries.ofSold(
                  item.getString(0), grain, asOf, movements.toArray(DemandSeries.Sold[]::new));
          if (!series.isEmpty()) {
            DemandForecaster used = place.isWhole() ? forecaster : quick;
            fitted.add(new Fitted(place, series, used.forecast(series)));
          }
        });
    return fitted;
  }

  private static void add(List<Row> rows, Row item, Fitted whole, List<Fitted> fitted) {
    double[] total = whole.ahead();
    add(rows, item, whole, total);
    List<Fitted> locations =
        fitted.stream().filter(each -> !each.place.location.isEmpty()).toList();
    List<Fitted> groups = fitted.stream().filter(each -> !each.place.group.isEmpty()).toList();
    for (List<Fitted> parts : List.of(locations, groups)) {
      List<double[]> adjusted =
          Parts.adjusted(
              total,
              parts.stream()
                  .map(each -> new Parts.Part(Parts.sold(each.series), each.ahead()))
                  .toList());
      for (int i = 0; i < parts.size(); i++) {
        add(rows, item, parts.get(i), adjusted.get(i));
      }
    }
  }

  private static void add(List<Row> rows, Row item, Fitted fitted, double... adjusted) {
    for (int step = 0; step < adjusted.length; step++) {
      rows.add(row(item, fitted, step, adjusted[step]));
    }
  }

  private static Row row(Row item, Fitted fitted, int step, double adjusted) {
    DemandForecast.Ahead ahead = fitted.forecast.ahead().get(step);
    DemandForecast.Choice choice = fitted.forecast.choice();
    DemandForecast.Tested tested = fitted.tested(step);
    double moved = adjusted - ahead.forecast();
    return RowFactory.create(
        item.getString(0),
        item.getString(1),
        fitted.place.location,
        fitted.place.group,
        Date.valueOf(ahead.period()),
        rounded(adjusted),
        rounded(Math.max(0, ahead.within80().low() + moved)),
        rounded(ahead.within80().high() + moved),
        choice.method(),
        fitted.place.series(),
        rounded(Math.max(0, ahead.within95().low() + moved)),
        rounded(ahead.within95().high() + moved),
        choice.reason().en(),
        choice.reason().zh(),
        tested.errors().periods(),
        rounded(tested.errors().actual()),
        rounded(tested.errors().absolute()),
        rounded(tested.errors().signed()),
        rounded(tested.errors().naiveAbsolute()),
        rounded(tested.errors().scale()),
        tested.coverage().periods(),
        tested.coverage().inside80(),
        tested.coverage().inside95());
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }
}
