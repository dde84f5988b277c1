package org.millrace.tax.settings;

import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaxSettingsWiring {
  @Bean
  SetTaxSettings setTaxSettings(TaxSettingsJdbc settings, Events events) {
    return new SetTaxSettings(settings, events);
  }
}
