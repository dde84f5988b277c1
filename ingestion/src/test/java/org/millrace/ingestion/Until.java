package org.millrace.ingestion;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for something to become true and fails with what was awaited. */
public final class Until {

  private Until() {}

  public static void within(Duration limit, String awaited, Callable<Boolean> condition)
      throws Exception {
    Instant end = Instant.now().plus(limit);
    CountDownLatch never = new CountDownLatch(1);
    while (!condition.call()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Not within " + limit + ": " + awaited);
      }
      never.await(50, TimeUnit.MILLISECONDS);
    }
  }
}
