package org.millrace.ledger.period;

import java.time.Clock;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.shared.OpenPeriods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeriodWiring {
  @Bean
  ClosePeriod closePeriod(
      Companies companies, Periods periods, Checklist checklist, Events events, Clock clock) {
    WaiveLines lines = new WaiveLines(checklist, events, clock);
    return new ClosePeriod(companies, periods, lines, events, clock);
  }

  @Bean
  OpenPeriods openPeriods(Companies companies, Periods periods) {
    return new FirstOpenDay(companies::named, periods);
  }
}
