package org.millrace.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.millrace.settings.CoreSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The pools are handed out only after every schema is up to date, which is the work of the owner of
 * the tables; the core itself runs as a role that can change rows only.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
  private static final int CONNECTIONS = 10;
  private static final int FEW_CONNECTIONS = 4;
  private static final int OWNER_CONNECTIONS = 2; // Flyway wants a second one
  private static final String READ_ONLY = "-c default_transaction_read_only=on ";

  /** A command finds its rows by their keys: one plan fits all values. */
  private static final String PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan ";

  /** A plan for any value is wrong for rare ones: lists are planned for what is asked. */
  private static final String PLANNED_FOR_VALUES = "-c plan_cache_mode=force_custom_plan ";

  @Bean(destroyMethod = "close")
  CommandDataSourceJdbc dataSource(CoreSettings settings) {
    HikariConfig owner = config(settings, "core owner", PLANNED_FOR_VALUES);
    owner.setUsername(settings.databaseOwner());
    owner.setPassword(settings.ownerPassword());
    owner.setMaximumPoolSize(OWNER_CONNECTIONS);
    HikariDataSource owning = new HikariDataSource(owner);
    new Migrations(owning).run();
    new Grants(owning, settings.databaseUser()).give(Migrations.inOrder());
    HikariDataSource writing = new HikariDataSource(config(settings, "core", PLANNED_ONCE));
    HikariConfig readOnly = config(settings, "core reads", READ_ONLY + PLANNED_FOR_VALUES);
    return new CommandDataSourceJdbc(owning, writing, new HikariDataSource(readOnly));
  }

  /** For the one question that each request asks: who comes with its token. */
  @Bean(destroyMethod = "close", defaultCandidate = false)
  @Qualifier("visitors")
  HikariDataSource visitors(CoreSettings settings, CommandDataSourceJdbc upToDate) {
    HikariConfig readOnly = config(settings, "core visitors", READ_ONLY + PLANNED_ONCE);
    readOnly.setMaximumPoolSize(FEW_CONNECTIONS);
    return new HikariDataSource(readOnly);
  }

  @Bean
  PlatformTransactionManager transactionManager(CommandDataSourceJdbc database) {
    return new BeginningJdbc(database);
  }

  private static HikariConfig config(CoreSettings settings, String name, String options) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.databaseUrl());
    config.setUsername(settings.databaseUser());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName(name);
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "millrace " + name);
    config.addDataSourceProperty("options", options.strip());
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return config;
  }
}
