package org.millrace.party;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * When a party pays, or is paid: so many days from the invoice date or from the end of its month,
 * and what may be kept in percent by who pays within some days of the invoice date. 30 days from
 * the end of the month, invoiced on 12 March: due on 30 April.
 */
public record PaymentTerms(
    int days,
    Optional<DueFrom> dueFrom,
    Optional<Integer> discountDays,
    Optional<BigDecimal> discountPercent) {
  private static final int LONGEST = 3650;
  private static final int PERCENT_DECIMALS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** From when the days count. */
  public enum DueFrom {
    INVOICE_DATE,
    END_OF_MONTH
  }

  public PaymentTerms {
    discountPercent = discountPercent.map(PlainNumber::of);
    boolean isPercent = discountPercent.filter(percent -> !isDiscount(percent)).isEmpty();
    new Problems()
        .require(isDays(days), "days", days, "a number from 0 to " + LONGEST)
        .require(
            discountDays.filter(some -> !isDays(some)).isEmpty(),
            "discountDays",
            discountDays.map(String::valueOf).orElse(""),
            "a number from 0 to " + LONGEST)
        .require(
            isPercent,
            "discountPercent",
            discountPercent.map(BigDecimal::toPlainString).orElse(""),
            "more than 0 and less than 100, with at most " + PERCENT_DECIMALS + " decimals")
        .require(
            discountDays.isPresent() == discountPercent.isPresent(),
            discountDays.isPresent() ? "discountPercent" : "discountDays",
            "",
            "days and percent of the early payment discount together, or neither")
        .refuse("The terms of payment cannot be used");
  }

  /** So many days from the invoice date, without a discount. */
  public static PaymentTerms net(int days) {
    return new PaymentTerms(days, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static boolean isDays(int days) {
    return days >= 0 && days <= LONGEST;
  }

  private static boolean isDiscount(BigDecimal percent) {
    return percent.signum() > 0
        && percent.compareTo(HUNDRED) < 0
        && percent.scale() <= PERCENT_DECIMALS;
  }

  /** The day on which an invoice of that day is due. */
  public LocalDate due(LocalDate invoiceDate) {
    boolean isFromEnd = dueFrom.filter(DueFrom.END_OF_MONTH::equals).isPresent();
    LocalDate from = isFromEnd ? invoiceDate.with(TemporalAdjusters.lastDayOfMonth()) : invoiceDate;
    return from.plusDays(days);
  }
}
