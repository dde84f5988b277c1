package org.millrace.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.millrace.settings.CoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The pools are handed out only after every schema is up to date. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
  private static final int CONNECTIONS = 10;

  @Bean(destroyMethod = "close")
  CommandDataSourceJdbc dataSource(CoreSettings settings) {
    HikariDataSource writing = new HikariDataSource(config(settings, "core"));
    new Migrations(writing).run();
    HikariConfig readOnly = config(settings, "core reads");
    // A plan for any value is wrong for rare ones: lists are planned for what is asked.
    readOnly.addDataSourceProperty(
        "options", "-c default_transaction_read_only=on -c plan_cache_mode=force_custom_plan");
    return new CommandDataSourceJdbc(writing, new HikariDataSource(readOnly));
  }

  @Bean
  PlatformTransactionManager transactionManager(CommandDataSourceJdbc database) {
    return new BeginningJdbc(database);
  }

  private static HikariConfig config(CoreSettings settings, String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.databaseUrl());
    config.setUsername(settings.databaseUser());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName(name);
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "millrace " + name);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return config;
  }
}
