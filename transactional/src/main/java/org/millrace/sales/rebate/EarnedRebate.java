package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.Money.Amount;

/**
 * What an agreement has earned by the documents until a day, in the agreed currency.
 *
 * @param percent of the highest tier that is reached
 * @param lackingTurnover until the next tier
 * @param late what came after it was settled
 */
record EarnedRebate(
    LocalDate until,
    @Amount(in = "agreedCurrency") BigDecimal turnover,
    Optional<BigDecimal> percent,
    @Amount(in = "agreedCurrency") BigDecimal rebate,
    @Amount(in = "agreedCurrency") Optional<BigDecimal> lackingTurnover,
    Optional<Late> late,
    Currency agreedCurrency) {
  /**
   * Documents that were posted after the agreement was settled, and what they change: below 0 where
   * the customer was credited too much. Reopening and settling again makes up for it.
   */
  record Late(
      List<InvoiceNumber> documents,
      @Amount(in = "agreedCurrency") BigDecimal turnover,
      @Amount(in = "agreedCurrency") BigDecimal rebate) {
    Late {
      documents = List.copyOf(documents);
    }
  }
}
