package org.millrace.analytics.forecast.file;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Says how far a run is, from the third second on. */
final class Progress implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 3;

  private final AtomicLong done = new AtomicLong();
  private final ScheduledExecutorService clock;
  private final Future<?> telling;

  Progress(int all, PrintStream screen) {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    telling =
        clock.scheduleAtFixedRate(
            () -> screen.printf("forecast: %,d of %,d series%n", done.get(), all),
            PATIENCE_SECONDS,
            PATIENCE_SECONDS,
            TimeUnit.SECONDS);
  }

  void add(int series) {
    done.addAndGet(series);
  }

  @Override
  public void close() {
    telling.cancel(false);
    clock.shutdownNow();
  }
}
