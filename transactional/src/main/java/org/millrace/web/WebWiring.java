package org.millrace.web;

import java.time.Clock;
import org.millrace.json.Json;
import org.millrace.shared.Period;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebWiring implements WebMvcConfigurer {
  @Bean
  static JsonMapper jsonMapper() {
    return Json.mapper();
  }

  @Bean
  static BusinessTime businessTime(Clock clock) {
    return new BusinessTime(clock);
  }

  /** After the security filters, so that the actor is known. */
  @Bean
  static FilterRegistrationBean<CommandFilterHttp> commandFilter(
      CommandsJdbc commands, PlatformTransactionManager transactions, JsonMapper json) {
    var filter = new CommandFilterHttp(commands, new TransactionTemplate(transactions), json);
    FilterRegistrationBean<CommandFilterHttp> registered = new FilterRegistrationBean<>(filter);
    registered.addUrlPatterns("/api/*");
    registered.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registered;
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(new ReadPeriod());
  }

  private static final class ReadPeriod implements Converter<String, Period> {
    @Override
    public Period convert(String month) {
      return Period.of(month);
    }
  }
}
