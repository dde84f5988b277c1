package org.millrace.deploy.terminal;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says every few seconds, on standard error, that a long piece of work goes on. */
public final class Waiting {

  private Waiting() {}

  public static <T> T with(String what, Supplier<T> work) {
    long began = System.nanoTime();
    ScheduledExecutorService ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "waiting");
              thread.setDaemon(true);
              return thread;
            });
    Future<?> ticks =
        ticker.scheduleAtFixedRate(
            () -> {
              long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
              System.err.println("  ... " + what + " (" + seconds + " s)");
            },
            3,
            5,
            TimeUnit.SECONDS);
    try {
      return work.get();
    } finally {
      ticks.cancel(false);
      ticker.shutdownNow();
    }
  }
}
