package org.millrace.ledger.posting;

import org.millrace.asset.AssetChanged;
import org.millrace.bank.BankBookingChanged;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.OpeningChanged;
import org.millrace.outbox.EventHandler;
import org.millrace.production.WorkOrderCosted;
import org.millrace.purchasing.BillsWaived;
import org.millrace.purchasing.OrderReceived;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.sales.CreditNotePosted;
import org.millrace.sales.InvoicePosted;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.rebate.RebateAgreementChanged;
import org.millrace.settlement.AllocationChanged;
import org.millrace.settlement.OpeningItemChanged;
import org.millrace.settlement.PaymentChanged;
import org.millrace.settlement.RevaluationPosted;
import org.millrace.stock.GoodsMoved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One handler a rule, so that the outbox finds them by event. */
@Configuration(proxyBeanMethods = false)
class PostingWiring {
  @Bean
  EventHandler<InvoicePosted> ruleOfInvoice(Ledger ledger) {
    return new PostByRule<>(PostingRules.INVOICE, ledger);
  }

  @Bean
  EventHandler<CreditNotePosted> ruleOfCreditNote(Ledger ledger) {
    return new PostByRule<>(PostingRules.CREDIT_NOTE, ledger);
  }

  @Bean
  EventHandler<PaymentReceived> ruleOfPayment(Ledger ledger) {
    return new PostByRule<>(PostingRules.PAYMENT, ledger);
  }

  @Bean
  EventHandler<RebateAgreementChanged> ruleOfRebate(Ledger ledger) {
    return new PostByRule<>(RebateRule.AGREEMENT, ledger);
  }

  @Bean
  EventHandler<GoodsMoved> ruleOfGoods(Ledger ledger) {
    return new PostGoods(ledger);
  }

  @Bean
  EventHandler<SupplierInvoicePosted> ruleOfSupplierInvoice(Ledger ledger) {
    return new PostByRule<>(PostingRules.SUPPLIER_INVOICE, ledger);
  }

  @Bean
  EventHandler<OrderReceived> ruleOfBilledGoods(Ledger ledger) {
    return new PostByRule<>(PostingRules.BILLED_GOODS, ledger);
  }

  @Bean
  EventHandler<BillsWaived> ruleOfWaivedBills(Ledger ledger) {
    return new PostByRule<>(PostingRules.BILLS_WAIVED, ledger);
  }

  @Bean
  EventHandler<SupplierPaid> ruleOfSupplierPayment(Ledger ledger) {
    return new PostByRule<>(PostingRules.SUPPLIER_PAYMENT, ledger);
  }

  @Bean
  EventHandler<WorkOrderCosted> ruleOfWorkOrder(Ledger ledger) {
    return new PostByRule<>(ProductionRule.COSTED, ledger);
  }

  @Bean
  EventHandler<AssetChanged> ruleOfAsset(Ledger ledger) {
    return new PostByRule<>(AssetRule.ASSET, ledger);
  }

  @Bean
  EventHandler<PaymentChanged> ruleOfSettlementPayment(Ledger ledger) {
    return new PostByRule<>(SettlementRule.PAYMENT, ledger);
  }

  @Bean
  EventHandler<AllocationChanged> ruleOfAllocation(Ledger ledger) {
    return new PostByRule<>(SettlementRule.ALLOCATION, ledger);
  }

  @Bean
  EventHandler<OpeningItemChanged> ruleOfOpeningItem(Ledger ledger) {
    return new PostByRule<>(SettlementRule.OPENING_ITEM, ledger);
  }

  @Bean
  EventHandler<OpeningChanged> ruleOfOpening(Ledger ledger) {
    return new PostByRule<>(OpeningRule.OPENING, ledger);
  }

  @Bean
  EventHandler<BankBookingChanged> ruleOfBankBooking(Ledger ledger) {
    return new PostByRule<>(BankRule.BOOKING, ledger);
  }

  @Bean
  EventHandler<RevaluationPosted> ruleOfRevaluation(Ledger ledger) {
    return new PostByRule<>(SettlementRule.REVALUATION, ledger);
  }
}
