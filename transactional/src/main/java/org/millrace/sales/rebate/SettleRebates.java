package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ForeignLine;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problem;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCodeName;

/**
 * Gives customers what they earned, as a credit note of no invoice that theirs can be set off
 * against, and bills it back where that was wrong. An agreement is locked by its version and
 * settled in one state alone, so nobody is credited twice.
 */
final class SettleRebates {
  private static final Quantity ONE = Quantity.of("1");

  private final Companies companies;
  private final Documents<RebateAgreement> agreements;
  private final Documents<Invoice> invoices;
  private final Invoicing invoicing;
  private final EarnRebates earn;
  private final RebateTurnovers turnovers;

  SettleRebates(
      Companies companies,
      Documents<RebateAgreement> agreements,
      Documents<Invoice> invoices,
      Invoicing invoicing,
      EarnRebates earn,
      RebateTurnovers turnovers) {
    this.companies = companies;
    this.agreements = agreements;
    this.invoices = invoices;
    this.invoicing = invoicing;
    this.earn = earn;
    this.turnovers = turnovers;
  }

  /**
   * Credits what is earned by the documents until a day.
   *
   * @param confirmed that it is meant although the period is not over
   */
  record Asked(Optional<LocalDate> date, boolean confirmed) {}

  /**
   * Settles an agreement that is locked; no credit note is made where nothing is earned.
   *
   * @throws Refused as unconfirmed before the last day of the agreement
   */
  Versioned<RebateAgreement> settle(Versioned<RebateAgreement> before, Asked asked, Instant now) {
    RebateAgreement agreement = before.document();
    agreement.require(RebateStatus.Act.SETTLE);
    CompanyCode company = before.company();
    Instant moment = companies.named(company).happened(asked.date(), now);
    LocalDate day = agreement.dated(companies.dayOf(company, moment));
    if (day.isBefore(agreement.validTo()) && !asked.confirmed()) {
      throw Refused.unconfirmed(
          "Is %s meant to be settled on %s? It runs until %s."
              .formatted(RebateAgreement.KIND.titled(agreement.number()), day, agreement.validTo()),
          List.of(
              new Problem(
                  "date",
                  day.toString(),
                  "%s or later, or confirmed: true".formatted(agreement.validTo()))));
    }
    EarnRebates.Turnover turnover = earn.turnover(company, agreement, day);
    turnovers.keep(company, agreement.number(), turnover.documents());
    Optional<Invoice> note = credited(company, agreement, turnover, moment);
    Money net =
        note.map(made -> made.netAmount().negated())
            .orElseGet(() -> Money.zero(agreement.currency()));
    RebateAgreement after = agreement.settled(turnover.earned(), net, note.map(Invoice::number));
    Money more = net.minus(agreement.accruedAmount());
    return agreements.change(
        before,
        after,
        moment,
        (head, settled) -> new RebateAgreementChanged(head, settled, day, more, Optional.empty()));
  }

  private Optional<Invoice> credited(
      CompanyCode company,
      RebateAgreement agreement,
      EarnRebates.Turnover turnover,
      Instant occurredAt) {
    BigDecimal rebate = turnover.earned().rebate();
    if (rebate.signum() == 0) {
      return Optional.empty();
    }
    Map<Optional<TaxCodeName>, BigDecimal> shares =
        agreement.taxCode().isPresent()
            ? Map.of(agreement.taxCode(), rebate)
            : turnover.shared(rebate);
    List<NewInvoice.Line> lines = new ArrayList<>();
    shares.forEach(
        (code, share) ->
            lines.add(
                new NewInvoice.Line(
                    agreement.creditItem(), ONE.negated(), share, code, Optional.empty())));
    Optional<AskedCurrency> money =
        agreement.agreedCurrency().equals(agreement.currency())
            ? Optional.empty()
            : Optional.of(new AskedCurrency(agreement.agreedCurrency(), Optional.empty()));
    return Optional.of(
        post(
            company,
            NewInvoice.of(
                Invoice.Purpose.REBATE,
                Invoice.Kind.CREDIT_NOTE,
                agreement.customer().code(),
                occurredAt,
                lines,
                money)));
  }

  private Invoice post(CompanyCode company, NewInvoice document) {
    return invoicing.post(company, List.of(document)).get(0);
  }

  /**
   * Bills what was credited once more, at the rate of the credit note; what is accrued is as it was
   * before that. Both are set off as far as the credit note is not used.
   */
  Versioned<RebateAgreement> reopen(
      Versioned<RebateAgreement> before, String reason, Optional<LocalDate> date, Instant now) {
    RebateAgreement agreement = before.document();
    agreement.require(RebateStatus.Act.REOPEN);
    CompanyCode company = before.company();
    Instant moment = companies.named(company).happened(date, now);
    LocalDate day = agreement.dated(companies.dayOf(company, moment));
    Optional<InvoiceNumber> note = agreement.settled().flatMap(RebateAgreement.Settled::creditNote);
    Optional<Invoice> billed = note.map(number -> billedBack(company, number, moment));
    Money net = billed.map(Invoice::netAmount).orElseGet(() -> Money.zero(agreement.currency()));
    RebateAgreement after = agreement.reopened(day, reason, net, billed.map(Invoice::number));
    turnovers.forget(company, agreement.number());
    Optional<RebateAgreementChanged.Reopened> both =
        note.flatMap(
            number ->
                billed.map(
                    invoice -> new RebateAgreementChanged.Reopened(number, invoice.number())));
    return agreements.change(
        before,
        after,
        moment,
        (head, open) ->
            new RebateAgreementChanged(head, open, day, Money.zero(agreement.currency()), both));
  }

  private Invoice billedBack(CompanyCode company, InvoiceNumber number, Instant occurredAt) {
    Invoice note = invoices.named(company, number).document();
    List<NewInvoice.Line> lines =
        note.lines().stream()
            .map(
                line ->
                    new NewInvoice.Line(
                        line.item(),
                        line.quantity().negated(),
                        line.foreign()
                            .map(ForeignLine::unitPrice)
                            .orElse(line.unitPrice().amount()),
                        line.taxCode(),
                        Optional.empty()))
            .toList();
    return post(
        company,
        NewInvoice.of(
            Invoice.Purpose.REBATE,
            Invoice.Kind.INVOICE,
            note.customer().code(),
            occurredAt,
            lines,
            note.foreign().map(of -> new AskedCurrency(of.currency(), Optional.of(of.rate())))));
  }
}
