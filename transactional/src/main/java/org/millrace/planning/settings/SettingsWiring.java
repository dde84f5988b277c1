package org.millrace.planning.settings;

import org.millrace.outbox.Events;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsWiring {
  @Bean
  SetSettings setSettings(SettingsJdbc settings, Events events) {
    return new SetSettings(settings, events);
  }
}
