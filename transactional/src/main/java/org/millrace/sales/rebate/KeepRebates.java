package org.millrace.sales.rebate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemGroup;
import org.millrace.item.ItemKind;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.master.SalesMasters;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.Taxes;

/** Agrees on rebates, and accrues what customers earn until it is credited or taken back. */
final class KeepRebates {
  private final Companies companies;
  private final Documents<RebateAgreement> agreements;
  private final Masters masters;
  private final EarnRebates earn;
  private final Rates rates;

  KeepRebates(
      Companies companies,
      Documents<RebateAgreement> agreements,
      Masters masters,
      EarnRebates earn,
      Rates rates) {
    this.companies = companies;
    this.agreements = agreements;
    this.masters = masters;
    this.earn = earn;
    this.rates = rates;
  }

  /** What agreements name. */
  record Masters(SalesMasters sales, Items items, Documents<ItemGroup> groups, Taxes taxes) {
    private Customer customer(
        CompanyCode company, PartyCode code, RebateAgreement.Terms terms, LocalDate day) {
      SalesMasters.Found found = sales.find(company, code, List.<NewInvoice.Line>of());
      Problems problems = new Problems();
      found.require(code, List.of(), problems);
      Item item = items.named(company, List.of(terms.creditItem())).get(terms.creditItem());
      problems
          .require(
              item != null && item.kind() == ItemKind.SERVICE,
              "creditItem",
              terms.creditItem(),
              "an item of kind service")
          .require(
              terms.itemGroup().isEmpty()
                  || !groups.find(company, List.of(terms.itemGroup().get())).isEmpty(),
              "itemGroup",
              terms.itemGroup().map(Object::toString).orElse(""),
              "an item group of the company");
      taxes
          .rules(company, terms.taxCode().stream().toList())
          .require(terms.taxCode(), day, "taxCode", problems);
      problems.refuse("The rebate agreement cannot be made so");
      return found.customer(code);
    }
  }

  Versioned<RebateAgreement> draft(
      CompanyCode company, PartyCode customer, RebateAgreement.Terms terms, Instant occurredAt) {
    Company books = companies.named(company);
    LocalDate day = books.dayOf(occurredAt);
    Customer of = masters.customer(company, customer, terms, day);
    RebateNumber number = new RebateNumber(agreements.nextNumber(company, day));
    RebateAgreement draft = RebateAgreement.drafted(number, of, terms, books.currency());
    return agreements.make(
        company, draft, occurredAt, (head, made) -> told(head, made, day, nothing(made)));
  }

  Versioned<RebateAgreement> change(
      Versioned<RebateAgreement> before,
      PartyCode customer,
      RebateAgreement.Terms terms,
      Instant occurredAt) {
    before.document().require(RebateStatus.Act.CHANGE);
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    Customer of = masters.customer(before.company(), customer, terms, day);
    return stored(before, before.document().changed(of, terms), occurredAt);
  }

  Versioned<RebateAgreement> activate(Versioned<RebateAgreement> before, Instant occurredAt) {
    return stored(before, before.document().activated(), occurredAt);
  }

  /** Accrues what is earned by the documents until a day, or takes back what is no longer. */
  Versioned<RebateAgreement> accrue(
      Versioned<RebateAgreement> before, Optional<LocalDate> date, Instant now) {
    RebateAgreement agreement = before.document();
    agreement.require(RebateStatus.Act.ACCRUE);
    Instant moment = happened(before, date, now);
    LocalDate day = agreement.dated(companies.dayOf(before.company(), moment));
    RebateAgreement.Earned earned = earn.turnover(before.company(), agreement, day).earned();
    Money worth =
        rates
            .rate(
                before.company(),
                new Rates.Wanted(agreement.agreedCurrency(), agreement.currency(), day))
            .of(earned.rebate(), agreement.currency());
    return stored(before, agreement.accrued(earned, worth), moment);
  }

  /** Takes back the last accrual. */
  Versioned<RebateAgreement> reverseAccrual(
      Versioned<RebateAgreement> before, Optional<LocalDate> date, Instant now) {
    RebateAgreement agreement = before.document();
    agreement.require(RebateStatus.Act.REVERSE_ACCRUAL);
    Instant moment = happened(before, date, now);
    LocalDate day = agreement.dated(companies.dayOf(before.company(), moment));
    return stored(before, agreement.accrualReversed(day), moment);
  }

  /** Gives the agreement up, with what is accrued for it. */
  Versioned<RebateAgreement> cancel(
      Versioned<RebateAgreement> before, String reason, Optional<LocalDate> date, Instant now) {
    RebateAgreement agreement = before.document();
    agreement.require(RebateStatus.Act.CANCEL);
    Instant moment = happened(before, date, now);
    LocalDate day = companies.dayOf(before.company(), moment);
    boolean isAccrued = !agreement.accruedAmount().isZero();
    return stored(
        before, agreement.cancelled(isAccrued ? agreement.dated(day) : day, reason), moment);
  }

  private Instant happened(Versioned<RebateAgreement> of, Optional<LocalDate> date, Instant now) {
    return companies.named(of.company()).happened(date, now);
  }

  /** Stores an agreement; what its act accrues is the difference to what was accrued. */
  private Versioned<RebateAgreement> stored(
      Versioned<RebateAgreement> before, RebateAgreement after, Instant occurredAt) {
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    Money more = after.accruedAmount().minus(before.document().accruedAmount());
    return agreements.change(before, after, occurredAt, (head, now) -> told(head, now, day, more));
  }

  private static Money nothing(RebateAgreement of) {
    return Money.zero(of.currency());
  }

  private static RebateAgreementChanged told(
      EventHead head, RebateAgreement agreement, LocalDate day, Money accrued) {
    return new RebateAgreementChanged(head, agreement, day, accrued, Optional.empty());
  }
}
