package org.millrace.sales.master;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.PaymentTerms;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxTerms;

/**
 * When a customer pays: as the invoice says; where it says neither days nor a discount for early
 * payment, as was agreed with him; else within 30 days.
 */
public final class AgreedTerms {
  private static final PaymentTerms USUAL = PaymentTerms.net(30);

  private final Companies companies;
  private final Parties parties;

  AgreedTerms(Companies companies, Parties parties) {
    this.companies = companies;
    this.parties = parties;
  }

  /** The days until an invoice is due, and what holds for the whole of it. */
  public record Agreed(int daysToPay, TaxTerms terms) {}

  /** The terms of an invoice to a customer at a moment. */
  public Agreed of(
      CompanyCode company,
      PartyCode customer,
      Instant moment,
      Optional<Integer> daysToPay,
      TaxTerms asked) {
    if (daysToPay.isPresent() || asked.earlyPayment().isPresent()) {
      return new Agreed(daysToPay.orElse(USUAL.days()), asked);
    }
    PaymentTerms terms =
        parties.named(company, List.of(customer)).values().stream()
            .findFirst()
            .flatMap(Party::terms)
            .orElse(USUAL);
    LocalDate day = companies.dayOf(company, moment);
    return new Agreed(
        (int) ChronoUnit.DAYS.between(day, terms.due(day)),
        new TaxTerms(
            asked.pricesInclude(), asked.documentDiscount(), TaxTerms.Early.agreed(terms)));
  }
}
