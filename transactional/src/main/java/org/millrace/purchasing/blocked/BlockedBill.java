package org.millrace.purchasing.blocked;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.document.number.DocumentNumber;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.CostAccount;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.blocked.BlockedBillState.Act;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Quantity;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;

/**
 * A bill of a supplier that does not fit its order and receipts, as it is written; nothing of it is
 * booked. Amounts are in the currency in which it is held against the order. Billed amount = what
 * its lines come to without tax; expected amount = what came and is not billed, at the ordered
 * prices; the differences of quantity and price add up from the one to the other: 95 of 100 came at
 * 10.00 and 100 are billed at 10.40, 1,040.00 for 950.00, of which 38.00 are price and 52.00
 * quantity.
 */
public record BlockedBill(
    DocumentNumber number,
    BlockedBillState status,
    @Stored("order_number") PurchaseOrderNumber order,
    Supplier supplier,
    Optional<String> supplierReference,
    LocalDate invoiceDate,
    Optional<LocalDate> dueDate,
    Currency currency,
    @Amount(in = "currency") Money billedAmount,
    @Amount(in = "currency") Money expectedAmount,
    Terms terms,
    List<Line> lines,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Charge> charges,
    List<Difference> differences,
    Optional<SupplierInvoiceNumber> invoice,
    Optional<String> reason) {
  /** Stored in purchasing.blocked_bill with its lines; numbered BB-000001. */
  public static final DocumentKind<BlockedBill> KIND =
      DocumentKind.of(BlockedBill.class, "purchasing", "blocked-bill")
          .numbered("BB")
          .lines("lines", "purchasing.blocked_bill_line", "blocked_bill")
          .lines("charges", "purchasing.blocked_bill_charge", "blocked_bill")
          .lines("differences", "purchasing.blocked_bill_difference", "blocked_bill")
          .searched("number", "order", "supplier", "supplier.name", "supplierReference")
          .sorted("-number")
          .steps(BlockedBill::status, Act.values())
          .build();

  public BlockedBill {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    differences = List.copyOf(differences);
  }

  /**
   * What holds for all of the bill, as it is written.
   *
   * @param currency of its prices, where that is not the company's, with the rate if it was told
   */
  public record Terms(
      boolean pricesInclude,
      @Amount(in = "terms.currency") Optional<BigDecimal> documentDiscount,
      Optional<BigDecimal> earlyPercent,
      Optional<Integer> earlyDays,
      Optional<TaxTerms.Mode> earlyMode,
      @Amount(in = "terms.currency") Optional<BigDecimal> printedTax,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate) {
    public Terms {
      documentDiscount = documentDiscount.map(PlainNumber::of);
      earlyPercent = earlyPercent.map(PlainNumber::of);
      printedTax = printedTax.map(PlainNumber::of);
    }
  }

  /** So much of a line of the order at a price of one unit. */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      @Amount(in = "terms.currency") BigDecimal unitPrice,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent) {
    public Line {
      unitPrice = PlainNumber.of(unitPrice);
      discountPercent = discountPercent.map(PlainNumber::of);
    }
  }

  /** What is billed beside the goods. */
  public record Charge(
      int line,
      String text,
      @Amount(in = "terms.currency") BigDecimal amount,
      Optional<CostAccount> account,
      boolean onGoods,
      Optional<TaxCodeName> taxCode) {
    public Charge {
      amount = PlainNumber.of(amount);
    }
  }

  /**
   * What of a line of the order, or of the tax of the bill, is billed otherwise than expected:
   * difference = billed less expected, value = what that comes to, without tax.
   *
   * @param orderLine none for the tax of the bill
   * @param most what is tolerated: the largest quantity; the largest price or amount as far as it
   *     is above the ordered one
   * @param exceeded whether it is outside of the tolerance
   */
  public record Difference(
      int line,
      Optional<Integer> orderLine,
      MatchTolerance.Difference kind,
      BigDecimal billed,
      BigDecimal expected,
      BigDecimal most,
      BigDecimal difference,
      @Amount(in = "currency") Money value,
      boolean exceeded) {
    public Difference {
      billed = PlainNumber.of(billed);
      expected = PlainNumber.of(expected);
      most = PlainNumber.of(most);
      difference = PlainNumber.of(difference);
    }
  }

  /**
   * The same after it became that invoice.
   *
   * @throws org.millrace.shared.Refused as conflict when it was decided about before
   */
  BlockedBill accepted(SupplierInvoiceNumber posted, String why) {
    status.require(Act.ACCEPT, KIND.titled(number));
    return in(BlockedBillState.ACCEPTED, Optional.of(posted), why);
  }

  /** The same after the supplier was asked for a credit note. */
  BlockedBill awaitingCredit(String why) {
    status.require(Act.ASK_CREDIT_NOTE, KIND.titled(number));
    return in(BlockedBillState.WAITING, invoice, why);
  }

  /** The same, which nobody will pay. */
  BlockedBill refused(String why) {
    status.require(Act.REFUSE, KIND.titled(number));
    return in(BlockedBillState.REFUSED, invoice, why);
  }

  private BlockedBill in(
      BlockedBillState next, Optional<SupplierInvoiceNumber> posted, String why) {
    return new BlockedBill(
        number,
        next,
        order,
        supplier,
        supplierReference,
        invoiceDate,
        dueDate,
        currency,
        billedAmount,
        expectedAmount,
        terms,
        lines,
        charges,
        differences,
        posted,
        Optional.of(why));
  }
}
