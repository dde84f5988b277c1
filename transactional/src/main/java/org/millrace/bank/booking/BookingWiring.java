package org.millrace.bank.booking;

import org.millrace.bank.BankBooking;
import org.millrace.bank.BankStatement;
import org.millrace.bank.account.KeepAccounts;
import org.millrace.bank.rule.KeepRules;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.Taxes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookingWiring {
  @Bean
  Documents<BankBooking> bankBookings(DocumentStores stores) {
    return stores.of(BankBooking.KIND);
  }

  @Bean
  ProposeMatches proposeMatches(
      Documents<BankStatement> statements,
      KeepAccounts accounts,
      KeepRules rules,
      ProposeMatches.Sources sources,
      Taxes taxes) {
    return new ProposeMatches(statements, accounts, rules, sources, taxes);
  }

  @Bean
  ProposeMatches.Sources matchSources(PartyMoney money, EarlierLines earlier, RunDetails runs) {
    return new ProposeMatches.Sources(money, earlier, runs);
  }

  @Bean
  PayableItems payableItems(PartyMoney money) {
    return new PayableItems(money);
  }

  @Bean
  ExpenseTax expenseTax(Taxes taxes, TaxRegister register) {
    return new ExpenseTax(taxes, register);
  }

  @Bean
  BookLines bookLines(
      Documents<BankStatement> statements,
      Documents<BankBooking> bookings,
      PartyMoney money,
      Companies companies,
      ExpenseTax taxes,
      KeepAccounts accounts) {
    return new BookLines(statements, bookings, money, companies, taxes, accounts);
  }

  @Bean
  MatchStatements matchStatements(
      Documents<BankStatement> statements,
      ProposeMatches propose,
      BookLines book,
      KeepRules rules,
      Companies companies) {
    return new MatchStatements(statements, propose, book, rules, companies);
  }
}
