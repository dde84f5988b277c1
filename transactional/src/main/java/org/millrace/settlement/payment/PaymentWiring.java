package org.millrace.settlement.payment;

import java.time.Clock;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.settlement.PartyPayment;
import org.millrace.settlement.item.OpenItems;
import org.millrace.settlement.item.SettleItems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "settlementPaymentWiring", proxyBeanMethods = false)
class PaymentWiring {
  @Bean
  PostPayments.Books booksOfPayments(
      Companies companies, Parties parties, Rates rates, Clock clock) {
    return new PostPayments.Books(companies, parties, rates, clock);
  }

  @Bean
  PostPayments postPayments(
      PostPayments.Books books,
      Documents<PartyPayment> payments,
      OpenItems open,
      SettleItems items) {
    return new PostPayments(books, payments, open, items);
  }
}
