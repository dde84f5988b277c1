package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.sales.InvoiceNumber;

/**
 * What an agreement has earned by the documents until a day, in the agreed currency.
 *
 * @param percent of the highest tier that is reached
 * @param lackingTurnover until the next tier
 * @param late what came after it was settled
 */
record EarnedRebate(
    LocalDate until,
    BigDecimal turnover,
    Optional<BigDecimal> percent,
    BigDecimal rebate,
    Optional<BigDecimal> lackingTurnover,
    Optional<Late> late) {
  /**
   * Documents that were posted after the agreement was settled, and what they change: below 0 where
   * the customer was credited too much. Reopening and settling again makes up for it.
   */
  record Late(List<InvoiceNumber> documents, BigDecimal turnover, BigDecimal rebate) {
    Late {
      documents = List.copyOf(documents);
    }
  }
}
