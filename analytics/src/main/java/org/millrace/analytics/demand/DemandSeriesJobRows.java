package org.millrace.analytics.demand;

import static java.util.Objects.requireNonNull;

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
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.part.Crossed;
import org.millrace.analytics.demand.part.Parts;
import org.millrace.analytics.demand.stockout.EmptyPeriodsJobRows;
import org.millrace.analytics.demand.stockout.StockOuts;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.RowWriter.Draft;
import org.millrace.warehouse.row.TableRow;

/** Turns an item with all it sold by part into rows of forecasts; for {@link DemandSeriesJob}. */
final class DemandSeriesJobRows {

  private static final List<String> OF_THE_RUN = List.of("company", "grain", "as_of");

  /** Origins of the selection of parts, which are many. */
  private static final int ORIGINS = 3;

  /** So little of what was sold counts where nothing is expected, for something to share by. */
  private static final double HARDLY = 1e-6;

  private final RowWriter writer;
  private final Grain grain;
  private final LocalDate asOf;
  private final DemandForecaster forecaster = DemandForecaster.standard();
  private final DemandForecaster quick = DemandForecaster.withOrigins(ORIGINS);

  DemandSeriesJobRows(RowWriter writer, Grain grain, LocalDate asOf) {
    this.writer = writer;
    this.grain = grain;
    this.asOf = asOf;
  }

  /** What writes the rows, without what all of a run have in common. */
  static RowWriter writer(Table series) {
    return RowWriter.of(series.sql(), RowWriter.columnsBut(series, OF_THE_RUN));
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
      TableRow item = TableRow.of(items.next());
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

  private Map<Kind, List<Fitted>> fitted(TableRow item) {
    Map<Place, List<DemandSeries.Sold>> places = new TreeMap<>();
    Map<String, List<StockOuts.Empty>> empty = empty(item);
    for (TableRow each : item.rows("sold")) {
      places
          .computeIfAbsent(
              new Place(each.text("location"), each.text("customer_group")),
              place -> new ArrayList<>())
          .add(new DemandSeries.Sold(each.day("period"), each.number("quantity")));
    }
    Map<Kind, List<Fitted>> fitted = new EnumMap<>(Kind.class);
    Arrays.stream(Kind.values()).forEach(kind -> fitted.put(kind, new ArrayList<>()));
    places.forEach(
        (place, movements) -> {
          DemandSeries series =
              DemandSeries.ofSold(
                      item.text("item"), grain, asOf, movements.toArray(DemandSeries.Sold[]::new))
                  .outOfStock(empty.getOrDefault(place.location, List.of()));
          if (!series.isEmpty()) {
            of(place.kind(), fitted).add(fitted(place, series, fitted));
          }
        });
    return fitted;
  }

  /** When there was none on hand, by location; of all as of the one without a name. */
  private static Map<String, List<StockOuts.Empty>> empty(TableRow item) {
    Map<String, List<StockOuts.Empty>> empty = new TreeMap<>();
    if (item.has("places")) {
      item.rows("places")
          .forEach(place -> empty.put(place.text("place"), EmptyPeriodsJobRows.of(place)));
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

  private void add(List<Row> rows, TableRow item, Map<Kind, List<Fitted>> fitted) {
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

  private void add(List<Row> rows, TableRow item, List<Fitted> fitted, List<double[]> adjusted) {
    for (int i = 0; i < fitted.size(); i++) {
      add(rows, item, fitted.get(i), adjusted.get(i));
    }
  }

  private void add(List<Row> rows, TableRow item, Fitted fitted, double... adjusted) {
    for (int step = 0; step < adjusted.length; step++) {
      rows.add(row(item, fitted, step, adjusted[step]));
    }
  }

  private Row row(TableRow item, Fitted fitted, int step, double adjusted) {
    DemandForecast.Ahead ahead = fitted.forecast.ahead().get(step);
    DemandForecast.Choice choice = fitted.forecast.choice();
    ErrorSums first = fitted.tested(0).errors();
    double moved = adjusted - ahead.forecast();
    Draft draft =
        writer
            .row()
            .set("item", item.text("item"))
            .set("item_name", item.maybeText("item_name"))
            .set("location", fitted.place.location)
            .set("customer_group", fitted.place.group)
            .set("series", fitted.place.kind().word())
            .set("period", ahead.period())
            .set("forecast", adjusted)
            .set("lo80", Math.max(0, ahead.within80().low() + moved))
            .set("hi80", ahead.within80().high() + moved)
            .set("lo95", Math.max(0, ahead.within95().low() + moved))
            .set("hi95", ahead.within95().high() + moved)
            .set("naive", ahead.naive())
            .set("scale", first.periods() == 0 ? 0 : first.scale() / first.periods())
            .set("method", choice.method())
            .set("reason", choice.reason().en())
            .set("reason_zh", choice.reason().zh());
    test(draft, fitted.tested(step));
    return draft.done();
  }

  private static void test(Draft draft, DemandForecast.Tested tested) {
    ErrorSums errors = tested.errors();
    Coverage coverage = tested.coverage();
    draft
        .set("periods", errors.periods())
        .set("actual_qty", errors.actual())
        .set("abs_error_qty", errors.absolute())
        .set("error_qty", errors.signed())
        .set("naive_abs_error_qty", errors.naiveAbsolute())
        .set("scale_qty", errors.scale())
        .set("covered_periods", coverage.periods())
        .set("inside80_periods", coverage.inside80())
        .set("inside95_periods", coverage.inside95());
  }
}
