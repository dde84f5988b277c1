package org.millrace.ledger.seal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealWiring {
  private static final Logger LOG = LoggerFactory.getLogger(SealWiring.class);
  private static final int BLOCK = 1_000;
  private static final int SECONDS = 30;

  /** Seals what was posted twice a minute, beside the postings and not within them. */
  @Bean(destroyMethod = "shutdownNow")
  static ScheduledExecutorService entriesAreSealed(Seals seals) {
    ScheduledExecutorService sealing =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "seals");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        sealing.scheduleWithFixedDelay(() -> seal(seals), SECONDS, SECONDS, TimeUnit.SECONDS);
    return sealing;
  }

  private static void seal(Seals seals) {
    try {
      seals.seal(BLOCK);
    } catch (RuntimeException failure) {
      LOG.warn("Entries could not be sealed; it is tried again in {} seconds", SECONDS, failure);
    }
  }
}
