package org.millrace.exchange.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.millrace.database.Transactions;
import org.millrace.exchange.event.CompanyEvents;
import org.millrace.settings.CoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebhookWiring {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookWiring.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int SECONDS = 1;
  private static final int THREADS = 4;

  @Bean
  static Receivers receivers(CoreSettings settings) {
    return new Receivers(settings.webhooks());
  }

  @Bean
  static SendEvents sendEvents(
      Webhooks webhooks,
      CompanyEvents events,
      Receivers receivers,
      Transactions transactions,
      JsonMapper json,
      Clock clock) {
    SenderHttp sender = new SenderHttp(json, clock);
    return new SendEvents(webhooks, events, receivers, sender, transactions, clock);
  }

  /** Looks each second which webhooks lack events; a slow receiver holds up only its own. */
  @Bean(destroyMethod = "shutdownNow")
  static ScheduledExecutorService webhooksAreSent(
      Webhooks webhooks, SendEvents sendEvents, Transactions transactions, Clock clock) {
    ScheduledExecutorService threads =
        Executors.newScheduledThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "webhooks");
              thread.setDaemon(true);
              return thread;
            });
    Set<UUID> running = ConcurrentHashMap.newKeySet();
    ScheduledFuture<?> unused =
        threads.scheduleWithFixedDelay(
            () -> quietly(() -> begin(due(webhooks, clock), running, threads, sendEvents)),
            SECONDS,
            SECONDS,
            TimeUnit.SECONDS);
    ScheduledFuture<?> unusedToo =
        threads.scheduleWithFixedDelay(
            () -> quietly(() -> forget(webhooks, transactions, clock)), 1, 1, TimeUnit.HOURS);
    return threads;
  }

  private static void forget(Webhooks webhooks, Transactions transactions, Clock clock) {
    transactions.inOne(
        () -> {
          webhooks.forget(clock.instant().minus(KEPT));
          return true;
        });
  }

  private static List<Webhook> due(Webhooks webhooks, Clock clock) {
    Instant now = clock.instant();
    return webhooks.due(now);
  }

  private static void begin(
      List<Webhook> due,
      Set<UUID> running,
      ScheduledExecutorService threads,
      SendEvents sendEvents) {
    for (Webhook webhook : due) {
      if (running.add(webhook.id())) {
        threads.execute(
            () -> {
              try {
                quietly(() -> sendEvents.send(webhook));
              } finally {
                running.remove(webhook.id());
              }
            });
      }
    }
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.warn("Webhooks could not be sent; it is tried again", failure);
    }
  }
}
