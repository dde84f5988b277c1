package org.millrace.web.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.millrace.database.Transactions;
import org.millrace.outbox.Events;
import org.millrace.settings.CoreSettings;
import org.millrace.web.AuditTrail;
import org.millrace.web.approval.Callers;
import org.millrace.web.approval.HeldCommands;
import org.millrace.web.approval.StoredCommands;
import org.millrace.web.part.Parts;
import org.millrace.web.problem.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class CommandWiring {
  private static final Logger LOG = LoggerFactory.getLogger(CommandWiring.class);

  @Bean
  static CommandTransaction commandTransaction(
      PlatformTransactionManager transactions, ObjectProvider<Events> events) {
    return new CommandTransaction(transactions, events);
  }

  @Bean
  static WebMvcRegistrations commandAdapter(
      CommandsJdbc commands,
      PlatformTransactionManager transactions,
      CommandTransaction transaction,
      AuditTrail audit,
      ObjectProvider<HeldCommands> held) {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new CommandAdapterHttp(
            commands,
            transactions,
            transaction,
            audit,
            new HoldingHttp(commands, transaction, held));
      }

      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new EndpointsHttp();
      }
    };
  }

  @Bean
  static Parts parts(
      CommandsJdbc commands,
      CommandTransaction transaction,
      ObjectProvider<RequestMappingHandlerAdapter> adapter,
      Failures failures,
      JsonMapper json) {
    return new PartsHttp(commands, transaction, adapter, failures, json);
  }

  @Bean
  static StoredCommands storedCommands(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> endpoints,
      ObjectProvider<RequestMappingHandlerAdapter> adapter,
      CommandTransaction transaction,
      ObjectProvider<Callers> callers,
      Failures failures) {
    return new StoredCommandsHttp(endpoints, adapter, transaction, callers, failures);
  }

  /** Looks once an hour for answers that nobody will ask for again. */
  @Bean(destroyMethod = "shutdownNow")
  static ScheduledExecutorService answersExpire(
      CommandsJdbc commands, Transactions transactions, CoreSettings settings, Clock clock) {
    Duration kept = Duration.ofDays(settings.commands().answersKeptDays());
    ScheduledExecutorService hourly =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "answers");
              thread.setDaemon(true);
              return thread;
            });
    ScheduledFuture<?> unused =
        hourly.scheduleWithFixedDelay(
            () -> expire(commands, transactions, clock.instant().minus(kept)),
            1,
            60,
            TimeUnit.MINUTES);
    return hourly;
  }

  private static void expire(CommandsJdbc commands, Transactions transactions, Instant before) {
    try {
      int gone = transactions.inOne(() -> commands.expire(before));
      LOG.debug("{} answers from before {} were forgotten", gone, before);
    } catch (RuntimeException failure) {
      LOG.warn("Old answers could not be forgotten; it is tried again in an hour", failure);
    }
  }
}
