package org.millrace.analytics.demand;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.part.Crossed;
import org.millrace.analytics.demand.part.Parts;
import org.millrace.analytics.demand.stockout.EmptyPeriodsJobRows;
import org.millrace.analytics.demand.stockout.StockOuts;

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
          inside80_periods int, inside95_periods int,
          naive decimal(18,4), scale decimal(18,4)
          """);

  /** Origins of the contest of parts, which are many. */
  private static final int ORIGINS = 3;

  /** So little of what was sold counts where nothing is expected, for something to share by. */
  private static final double HARDLY = 1e-6;

  private final Grain grain;
  private final LocalDate asOf;
  private final DemandForecaster forecaster = DemandForecaster.usual();
  private final DemandForecaster quick = DemandForecaster.withOrigins(ORIGINS);

  DemandSeriesJobRows(Grain grain, LocalDate asOf) {
    this.grain = grain;
    this.asOf = asOf;
  }

  /** A location, a group or both; both empty for the whole item. */
  private record Place(String location, String group) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::kind)
            .thenComparing(Place::location)
            .thenComparing(Place::group);

    Kind kind() {
      if (location.isEmpty()) {
        return group.isEmpty() ? Kind.ALL : Kind.GROUP;
      }
      return group.isEmpty() ? Kind.LOCATION : Kind.LOCATION_GROUP;
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** What a row forecasts of the item. */
  private enum Kind {
    ALL,
    LOCATION,
    GROUP,
    LOCATION_GROUP;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A place with its series and forecast. */
  private record Fitted(Place place, DemandSeries series, DemandForecast forecast) {

    double sold() {
      return Arrays.stream(series.quantities()).sum();
    }

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
      Map<Kind, List<Fitted>> fitted = fitted(item);
      if (!of(Kind.ALL, fitted).isEmpty()) {
        add(rows, item, fitted);
      }
    }
    return rows.iterator();
  }

  private static List<Fitted> of(Kind kind, Map<Kind, List<Fitted>> fitted) {
    return requireNonNull(fitted.get(kind));
  }

  private Map<Kind, List<Fitted>> fitted(Row item) {
    Map<Place, List<DemandSeries.Sold>> places = new TreeMap<>();
    List<Row> sold = item.getList(2);
    Map<String, List<StockOuts.Empty>> empty = empty(item);
    for (Row each : sold) {
      places
          .computeIfAbsent(
              new Place(each.getString(0), each.getString(1)), place -> new ArrayList<>())
          .add(new DemandSeries.Sold(LocalDate.parse(each.getString(2)), each.getDouble(3)));
    }
    Map<Kind, List<Fitted>> fitted = new EnumMap<>(Kind.class);
    Arrays.stream(Kind.values()).forEach(kind -> fitted.put(kind, new ArrayList<>()));
    places.forEach(
        (place, movements) -> {
          DemandSeries series =
              DemandSeries.ofSold(
                      item.getString(0), grain, asOf, movements.toArray(DemandSeries.Sold[]::new))
                  .outOfStock(empty.getOrDefault(place.location, List.of()));
          if (!series.isEmpty()) {
            of(place.kind(), fitted).add(fitted(place, series, fitted));
          }
        });
    return fitted;
  }

  /** When there was none on hand, by location; of all as of the one without a name. */
  private static Map<String, List<StockOuts.Empty>> empty(Row item) {
    Map<String, List<StockOuts.Empty>> empty = new TreeMap<>();
    if (!item.isNullAt(3)) {
      List<Row> places = item.getList(3);
      places.forEach(
          place -> empty.put(place.getString(0), EmptyPeriodsJobRows.of(place.getList(1))));
    }
    return empty;
  }

  /** What sells from the only location sells as the group does, so that is not fitted again. */
  private Fitted fitted(Place place, DemandSeries series, Map<Kind, List<Fitted>> before) {
    if (place.kind() == Kind.LOCATION_GROUP && of(Kind.LOCATION, before).size() == 1) {
      Optional<Fitted> group =
          of(Kind.GROUP, before).stream()
              .filter(each -> each.place.group.equals(place.group))
              .findFirst();
      if (group.isPresent()) {
        return new Fitted(place, series, group.get().forecast);
      }
    }
    DemandForecaster used = place.kind() == Kind.ALL ? forecaster : quick;
    return new Fitted(place, series, used.forecast(series));
  }

  private static void add(List<Row> rows, Row item, Map<Kind, List<Fitted>> fitted) {
    Fitted whole = of(Kind.ALL, fitted).get(0);
    Margin locations = new Margin(whole, of(Kind.LOCATION, fitted), Place::location);
    Margin groups = new Margin(whole, of(Kind.GROUP, fitted), Place::group);
    add(rows, item, List.of(whole), List.of(whole.ahead()));
    add(rows, item, locations.parts, locations.adjusted);
    add(rows, item, groups.parts, groups.adjusted);
    List<Fitted> cells =
        of(Kind.LOCATION_GROUP, fitted).stream()
            .filter(cell -> locations.placeOf(cell) >= 0 && groups.placeOf(cell) >= 0)
            .toList();
    add(rows, item, cells, crossed(cells, locations, groups));
  }

  /** The parts of the item by location or by group, adjusted to add up to it. */
  private static final class Margin {
    private final List<Fitted> parts;
    private final List<double[]> adjusted;
    private final Function<Place, String> name;
    private final List<String> names;

    Margin(Fitted whole, List<Fitted> parts, Function<Place, String> name) {
      this.parts = parts;
      this.name = name;
      this.names = parts.stream().map(part -> name.apply(part.place)).toList();
      this.adjusted =
          Parts.adjusted(
              whole.ahead(),
              parts.stream().map(each -> new Parts.Part(each.sold(), each.ahead())).toList());
    }

    int placeOf(Fitted cell) {
      return names.indexOf(name.apply(cell.place));
    }

    double[] at(int step) {
      return adjusted.stream().mapToDouble(each -> each[step]).toArray();
    }
  }

  private static List<double[]> crossed(List<Fitted> cells, Margin locations, Margin groups) {
    List<double[]> ahead = cells.stream().map(Fitted::ahead).toList();
    int steps = ahead.isEmpty() ? 0 : ahead.get(0).length;
    for (int step = 0; step < steps; step++) {
      List<Crossed.Cell> weights = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        Fitted cell = cells.get(i);
        double weight = ahead.get(i)[step] + HARDLY * cell.sold();
        weights.add(new Crossed.Cell(locations.placeOf(cell), groups.placeOf(cell), weight));
      }
      double[] crossed = Crossed.fitted(locations.at(step), groups.at(step), weights);
      for (int i = 0; i < crossed.length; i++) {
        ahead.get(i)[step] = crossed[i];
      }
    }
    return ahead;
  }

  private static void add(List<Row> rows, Row item, List<Fitted> fitted, List<double[]> adjusted) {
    for (int i = 0; i < fitted.size(); i++) {
      add(rows, item, fitted.get(i), adjusted.get(i));
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
    ErrorSums first = fitted.tested(0).errors();
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
        fitted.place.kind().word(),
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
        tested.coverage().inside95(),
        rounded(ahead.naive()),
        rounded(first.periods() == 0 ? 0 : first.scale() / first.periods()));
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }
}
