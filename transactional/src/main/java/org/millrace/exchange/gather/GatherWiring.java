package org.millrace.exchange.gather;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GatherWiring {
  @Bean
  RowsAside.Start rowsAside(DataSource database) {
    return () -> new RowsAsideJdbc(database);
  }
}
