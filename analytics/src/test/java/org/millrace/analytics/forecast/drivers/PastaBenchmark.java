package org.millrace.analytics.forecast.drivers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.Pool;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.interval.SeriesForecast;
import org.millrace.analytics.forecast.interval.SeriesForecast.Step;
import org.millrace.analytics.forecast.smoothing.SeasonalNaive;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;

/**
 * Daily pasta of 118 items in four brands, the last 28 days held out several times: accuracy with
 * the drivers and without, coverage and CPU. Arguments: the file, how many windows of 28 days to
 * leave off at the end first (0), so that choices are made on other windows than they are shown on,
 * and how many windows to hold out (18).
 */
final class PastaBenchmark {

  private static final int STEPS = 28;
  private static final int DEFAULT_WINDOWS = 18;
  private static final int WEEK = 7;
  private static final double LIMIT = 0.85;
  private static final String NAIVE = "seasonal naive, season 7";
  private static final String POOL = "pool, season 7";
  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(1, 6),
          MonthDay.of(4, 25),
          MonthDay.of(5, 1),
          MonthDay.of(6, 2),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(12, 8),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));
  private static final List<LocalDate> EASTERS =
      List.of(
          LocalDate.of(2014, 4, 20),
          LocalDate.of(2015, 4, 5),
          LocalDate.of(2016, 3, 27),
          LocalDate.of(2017, 4, 16));

  private static final class Item {
    final String name;
    final double[] sold;
    final BitSet recorded = new BitSet();

    Item(String name, int days) {
      this.name = name;
      this.sold = new double[days];
      Arrays.fill(sold, Double.NaN);
    }

    double total() {
      return Arrays.stream(sold).filter(one -> one > 0).sum();
    }
  }

  private static final class Score {
    double absolute;
    double actual;
    double sum;
    int values;
    int within80;
    int within95;
    int forecasts;
    long nanos;

    void add(double[] forecast, double[] seen) {
      forecasts++;
      for (int i = 0; i < STEPS; i++) {
        if (!Double.isNaN(seen[i])) {
          absolute += Math.abs(forecast[i] - seen[i]);
          actual += seen[i];
          sum += forecast[i];
        }
      }
    }

    void addBands(List<Step> steps, double[] seen) {
      for (int i = 0; i < STEPS; i++) {
        if (!Double.isNaN(seen[i])) {
          values++;
          within80 += isWithin(steps.get(i).bands().get(0), seen[i]) ? 1 : 0;
          within95 += isWithin(steps.get(i).bands().get(1), seen[i]) ? 1 : 0;
        }
      }
    }

    private static boolean isWithin(SeriesForecast.Band band, double seen) {
      return seen >= band.low() && seen <= band.high();
    }

    double wape() {
      return absolute / actual;
    }

    void print(String name) {
      System.out.printf("%-48s %7.4f %+7.1f %%", name, wape(), 100 * (sum / actual - 1));
      System.out.printf(" %8.2f", nanos / 1e6 / forecasts);
      if (values > 0) {
        double many = values;
        System.out.printf("   %5.1f %% %5.1f %%", 100 * within80 / many, 100 * within95 / many);
      }
      System.out.println();
    }
  }

  private final LocalDate first;
  private final int days;
  private final Map<String, List<Item>> brands;
  private final Map<String, Score> scores = new LinkedHashMap<>();

  private PastaBenchmark(LocalDate first, int days, Map<String, List<Item>> brands) {
    this.first = first;
    this.days = days;
    this.brands = brands;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    PastaBenchmark benchmark = read(arguments[0]);
    int leftOff = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    int windows = arguments.length > 2 ? Integer.parseInt(arguments[2]) : DEFAULT_WINDOWS;
    for (int k = leftOff + 1; k <= leftOff + windows; k++) {
      benchmark.run(benchmark.days - k * STEPS);
      System.err.printf("window %d of %d%n", k - leftOff, windows);
    }
    benchmark.report();
  }

  private void run(int origin) {
    ForecastMethod pool = Pool.standard();
    for (List<Item> items : brands.values()) {
      for (Item item : items) {
        double[] history = carried(Arrays.copyOf(item.sold, origin));
        plain(NAIVE, new SeasonalNaive(), item, history);
        plain(POOL, pool, item, history);
      }
      withDrivers("without drivers", origin, items, items.stream().map(i -> closed()).toList());
      withDrivers("calendar only", origin, items, items.stream().map(i -> calendar()).toList());
      List<BitSet> plans =
          items.stream().map(item -> Promotions.plan(item.sold, item.recorded)).toList();
      withDrivers("flag of promotion and calendar", origin, items, flagged(plans));
      List<DriverFit> fits =
          withDrivers("promotion and calendar", origin, items, drivers(origin, plans));
      if (origin == days - STEPS) {
        say(items, fits);
      }
    }
  }

  private List<Drivers> flagged(List<BitSet> plans) {
    return plans.stream()
        .map(
            plan ->
                calendar()
                    .withFlag(
                        "promotion",
                        IntStream.range(0, days).mapToDouble(t -> plan.get(t) ? 1 : 0).toArray()))
        .toList();
  }

  private List<Drivers> drivers(int origin, List<BitSet> plans) {
    Promotions promotions = Promotions.planned(days, plans);
    List<Drivers> drivers = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      drivers.add(calendar().withAll(promotions.drivers(i, origin)));
    }
    return drivers;
  }

  private void plain(String name, ForecastMethod method, Item item, double... history) {
    long begun = cpu();
    double[] forecast = method.forecast(history, WEEK, STEPS);
    Score score = scores.computeIfAbsent(name, key -> new Score());
    score.nanos += cpu() - begun;
    score.add(forecast, future(item, history.length));
  }

  /** The effect of promotions on the item of a group that sells most, in words. */
  private static void say(List<Item> items, List<DriverFit> fits) {
    int most = 0;
    for (int i = 1; i < items.size(); i++) {
      most = items.get(i).total() > items.get(most).total() ? i : most;
    }
    DriverFit fit = fits.get(most);
    System.out.printf("%s: %s, ", fit.item(), fit.together("promotion").text());
    System.out.printf("%s%n", fit.effect("Sunday").text());
  }

  private List<DriverFit> withDrivers(
      String name, int origin, List<Item> items, List<Drivers> drivers) {
    long begun = cpu();
    List<ItemDemand> group = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      group.add(new ItemDemand(item.name, drivers.get(i), Arrays.copyOf(item.sold, origin)));
    }
    List<DriverFit> fits = DriverRegression.pooled(group);
    long fitting = cpu() - begun;
    for (ForecastMethod method : List.of(new SimpleSmoothing(), Pool.standard())) {
      Score score = scores.computeIfAbsent(name + ": " + method.title(), key -> new Score());
      score.nanos += fitting;
      for (int i = 0; i < items.size(); i++) {
        begun = cpu();
        double[] seen = future(items.get(i), origin);
        SeriesForecast forecast = fits.get(i).forecast(method, STEPS, Levels.DEFAULT);
        score.nanos += cpu() - begun;
        score.add(forecast.steps().stream().mapToDouble(Step::mean).toArray(), seen);
        score.addBands(forecast.steps(), seen);
      }
    }
    return fits;
  }

  private void report() {
    System.out.println(
        "method                                              WAPE     bias   CPU ms"
            + "   80 %    95 %");
    scores.forEach((name, score) -> score.print(name));
    System.out.println();
    double with = scores.get("promotion and calendar: Pool").wape();
    against(with, "without drivers: Pool");
    against(with, POOL);
    against(with, NAIVE);
  }

  private void against(double with, String other) {
    double ratio = with / scores.get(other).wape();
    System.out.printf(
        "Pool with promotion and calendar by %-26s WAPE ratio %.3f, limit %.2f: %s%n",
        other, ratio, LIMIT, ratio <= LIMIT ? "holds" : "MISSED");
  }

  private Drivers closed() {
    BitSet closed = new BitSet();
    List<Item> all = brands.values().iterator().next();
    for (int t = 0; t < days; t++) {
      closed.set(t, Double.isNaN(all.get(0).sold[t]));
    }
    return Drivers.over(days).withClosed(closed);
  }

  private Drivers calendar() {
    Set<LocalDate> holidays = new TreeSet<>();
    for (LocalDate easter : EASTERS) {
      holidays.add(easter);
      holidays.add(easter.plusDays(1));
    }
    double[] shopping = new double[days];
    double[] between = new double[days];
    for (int t = 0; t < days; t++) {
      LocalDate day = first.plusDays(t);
      MonthDay inYear = MonthDay.from(day);
      if (FIXED_HOLIDAYS.contains(inYear)) {
        holidays.add(day);
      }
      shopping[t] = isBetween(inYear, MonthDay.of(12, 20), MonthDay.of(12, 24)) ? 1 : 0;
      between[t] =
          isBetween(inYear, MonthDay.of(12, 27), MonthDay.of(12, 31))
                  || isBetween(inYear, MonthDay.of(1, 2), MonthDay.of(1, 5))
              ? 1
              : 0;
    }
    holidays.add(first.plusDays(days));
    return Calendar.daily(first, days, holidays)
        .withFlag("days before Christmas", shopping)
        .withFlag("between Christmas and Epiphany", between)
        .withAll(closed());
  }

  private static boolean isBetween(MonthDay day, MonthDay from, MonthDay to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static double[] future(Item item, int origin) {
    return Arrays.copyOfRange(item.sold, origin, origin + STEPS);
  }

  /** With the last value for the days closed, so that the weekdays stay in place. */
  private static double[] carried(double... values) {
    for (int t = 1; t < values.length; t++) {
      values[t] = Double.isNaN(values[t]) ? values[t - 1] : values[t];
    }
    return values;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static PastaBenchmark read(String file) throws IOException, InterruptedException {
    Process xz =
        new ProcessBuilder("xz", "-dc", file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(xz.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().skip(1).forEach(line -> rows.add(line.split(",")));
    }
    if (xz.waitFor() != 0) {
      throw new IOException("xz could not read " + file);
    }
    LocalDate first = LocalDate.parse(rows.get(0)[0]);
    LocalDate last = first;
    for (String[] row : rows) {
      LocalDate day = LocalDate.parse(row[0]);
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
    }
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    Map<String, Map<String, Item>> brands = new TreeMap<>();
    for (String[] row : rows) {
      Item item =
          brands
              .computeIfAbsent(row[1], brand -> new TreeMap<>())
              .computeIfAbsent(row[2], name -> new Item(row[1] + "/" + name, days));
      int t = (int) (LocalDate.parse(row[0]).toEpochDay() - first.toEpochDay());
      item.sold[t] = Double.parseDouble(row[3]);
      item.recorded.set(t, row[4].equals("1"));
    }
    Map<String, List<Item>> lists = new TreeMap<>();
    brands.forEach((brand, items) -> lists.put(brand, List.copyOf(items.values())));
    return new PastaBenchmark(first, days, lists);
  }
}
