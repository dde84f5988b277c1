package org.millrace.analytics.forecast;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.millrace.analytics.forecast.intermittent.DemandPattern;
import org.millrace.analytics.forecast.intermittent.IntermittentPool;
import org.millrace.analytics.forecast.smoothing.SeasonalNaive;

/**
 * Simulated weekly series over two years, each tried from three past origins by the pool (the one
 * for intermittent demand where it is) and by seasonal naive, the better of which forecasts 13
 * weeks. Arguments: numbers of series, smallest first. Prints wall and CPU time and the heap held
 * most.
 */
final class ScaleBenchmark {

  private static final int YEAR = SimulatedWeeks.YEAR;
  private static final int STEPS = 13;
  private static final int ORIGINS = 3;
  private static final int LEAST_KNOWN = 40;
  private static final int CORES = 2;
  private static final int LIMIT_SERIES = 100_000;
  private static final double LIMIT_SECONDS = 600;
  private static final double LIMIT_GIB = 4;

  private final ForecastMethod naive = new SeasonalNaive();
  private final ForecastMethod regular = Pool.standard();
  private final ForecastMethod intermittent = new IntermittentPool();
  private final LongAdder champions = new LongAdder();
  private final LongAdder intermittents = new LongAdder();

  public static void main(String[] arguments) throws Exception {
    new ScaleBenchmark().run(2_000);
    System.out.println(
        "  series   wall s    CPU s  CPU ms a series  pool better  intermittent  heap GiB");
    for (String size : arguments) {
      new ScaleBenchmark().report(Integer.parseInt(size));
    }
  }

  private void report(int size) throws Exception {
    Spent spent = Spent.fromNow();
    run(size);
    double seconds = spent.seconds();
    double cpuSeconds = spent.cpuSeconds();
    double heap = spent.heapGib();
    System.out.printf(
        "%8d %8.1f %8.1f %16.3f %10.1f %% %5.1f %% %9.2f%n",
        size,
        seconds,
        cpuSeconds,
        1000 * cpuSeconds / size,
        100.0 * champions.sum() / size,
        100.0 * intermittents.sum() / size,
        heap);
    double limit = LIMIT_SECONDS * size / LIMIT_SERIES;
    System.out.printf(
        "         wall by limit (%.0f s on %d cores) %.2f, CPU by limit %.2f,"
            + " heap by limit (%.0f GiB) %.2f%n",
        limit, CORES, seconds / limit, cpuSeconds / CORES / limit, LIMIT_GIB, heap / LIMIT_GIB);
  }

  /** Forecasts them all and keeps the forecasts, as a job would. */
  private void run(int size) throws Exception {
    double[][] forecasts = new double[size][];
    ForkJoinPool workers = new ForkJoinPool(CORES);
    workers
        .submit(() -> IntStream.range(0, size).parallel().forEach(i -> forecasts[i] = forecast(i)))
        .get(1, TimeUnit.DAYS);
    workers.shutdown();
    for (double[] forecast : forecasts) {
      if (!Arrays.stream(forecast).allMatch(Double::isFinite)) {
        throw new IllegalStateException("A forecast is no number: " + Arrays.toString(forecast));
      }
    }
  }

  private double[] forecast(int seed) {
    double[] history = SimulatedWeeks.of(seed);
    boolean isIntermittent = DemandPattern.isIntermittent(history, YEAR);
    ForecastMethod pool = isIntermittent ? intermittent : regular;
    RollingOrigin origins = new RollingOrigin(ORIGINS, LEAST_KNOWN);
    boolean isBetter =
        missed(origins.errors(pool, history, YEAR, STEPS))
            <= missed(origins.errors(naive, history, YEAR, STEPS));
    champions.add(isBetter ? 1 : 0);
    intermittents.add(isIntermittent ? 1 : 0);
    return (isBetter ? pool : naive).forecast(history, YEAR, STEPS);
  }

  private static double missed(double[][] errors) {
    return Arrays.stream(errors).flatMapToDouble(Arrays::stream).map(Math::abs).sum();
  }
}
