package org.millrace.settlement.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.Reversal;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Direction;
import org.millrace.settlement.NewSettlement;
import org.millrace.settlement.PartyPayment;
import org.millrace.settlement.Side;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("settlementPaymentsHttp")
@RequiresPermission("settlement.read")
@RequestMapping("/api/companies/{company}/settlement/payments")
class PaymentsHttp extends DocumentEndpoints<PartyPayment, DocumentNumber> {
  /** Who may send money, by whichever door. */
  private static final String SENDING = "purchasing.pay";

  private final PostPayments post;
  private final BusinessTime time;

  PaymentsHttp(
      Documents<PartyPayment> payments,
      DocumentHistory history,
      PostPayments post,
      BusinessTime time) {
    super(payments, history);
    this.post = post;
    this.time = time;
  }

  /**
   * Money in or out as the bank booked it, and what it settles; the rest stays on account. Amounts
   * are in the currency, the company's when none is named; a foreign one is worth what the rate
   * says, else that of the day, or what the bank booked.
   */
  record Paying(
      Direction direction,
      PartyCode party,
      @Amount(in = "currency") BigDecimal amount,
      @Amount(in = "currency") Optional<BigDecimal> bankFee,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      @Amount Optional<BigDecimal> homeAmount,
      Optional<String> account,
      Optional<Side> side,
      Optional<String> reference,
      Optional<List<NewSettlement.Item>> items,
      Optional<LocalDate> date,
      Optional<Instant> occurredAt) {
    NewSettlement settlement() {
      return new NewSettlement(
          direction,
          side,
          party,
          date,
          new NewSettlement.Cash(amount, bankFee, currency, rate, homeAmount),
          account,
          reference,
          items.orElse(List.of()));
    }
  }

  @PostMapping
  @RequiresPermission("settlement.write")
  ResponseEntity<DocumentAnswer<PartyPayment>> pay(
      @PathVariable CompanyCode company, @RequestBody Paying asked) {
    requireSending(company, asked.direction());
    Instant moment = time.occurredAt(asked.date(), asked.occurredAt());
    return created(post.post(company, List.of(asked.settlement()), moment).get(0));
  }

  /** The payment that takes this one back. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("settlement.write")
  ResponseEntity<DocumentAnswer<PartyPayment>> reverse(
      Versioned<PartyPayment> payment, @RequestBody Reversal asked) {
    requireSending(payment.company(), payment.document().direction());
    return created(post.reverse(payment, asked, time.occurredAt(Optional.empty())));
  }

  private static void requireSending(CompanyCode company, Direction direction) {
    if (direction == Direction.OUT && !Caller.current().may(company.value(), SENDING)) {
      throw Refused.forbidden(Caller.missing(SENDING, company.value()));
    }
  }
}
