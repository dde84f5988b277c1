package org.millrace.sales;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * A bill, or a credit note with everything negative. Net amount = sum of the lines; open amount =
 * net amount less paid amount. The source number is the paper's number in the file it came from.
 */
public record Invoice(
    InvoiceNumber number,
    Kind kind,
    String sourceNumber,
    Optional<OrderNumber> order,
    Optional<InvoiceNumber> credits,
    Customer customer,
    LocalDate invoiceDate,
    LocalDate dueDate,
    Currency currency,
    List<Line> lines,
    Money netAmount,
    @Sensitive Money costAmount,
    Money paidAmount,
    Money openAmount) {
  public Invoice {
    lines = List.copyOf(lines);
  }

  /** Which of the two papers. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE
  }

  /** One item billed; net amount = quantity x unit price, rounded to the currency. */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      ItemKind itemKind,
      Quantity quantity,
      Money unitPrice,
      Money netAmount,
      @Sensitive Money costAmount) {
    private static final int SHARE_DECIMALS = 12;

    /**
     * What a part of the line was billed at, when so much of it is credited already. The parts add
     * up to the net amount: 1.01 for 3 is credited as 0.34, 0.33 and 0.34.
     */
    public Money share(Quantity credited, Quantity part) {
      return until(credited.plus(part)).minus(until(credited));
    }

    private Money until(Quantity some) {
      return netAmount.times(some).dividedBy(quantity, SHARE_DECIMALS).rounded();
    }
  }

  /** An invoice without its lines. */
  public record Header(
      InvoiceNumber number,
      Kind kind,
      String sourceNumber,
      Optional<OrderNumber> order,
      Optional<InvoiceNumber> credits,
      Customer customer,
      LocalDate invoiceDate,
      LocalDate dueDate,
      Currency currency,
      Money netAmount,
      @Sensitive Money costAmount,
      Money paidAmount,
      Money openAmount) {
    /** The header after that much more was paid; refunds are negative. */
    public Header paid(Money amount) {
      return with(costAmount, paidAmount.plus(amount));
    }

    /** The header after its goods turned out to cost that much more. */
    public Header costing(Money more) {
      return with(costAmount.plus(more), paidAmount);
    }

    private Header with(Money cost, Money paid) {
      return new Header(
          number,
          kind,
          sourceNumber,
          order,
          credits,
          customer,
          invoiceDate,
          dueDate,
          currency,
          netAmount,
          cost,
          paid,
          netAmount.minus(paid));
    }

    /** The whole paper again. */
    public Invoice with(List<Line> lines) {
      return new Invoice(
          number,
          kind,
          sourceNumber,
          order,
          credits,
          customer,
          invoiceDate,
          dueDate,
          currency,
          lines,
          netAmount,
          costAmount,
          paidAmount,
          openAmount);
    }
  }

  /** The paper without its lines. */
  public Header header() {
    return new Header(
        number,
        kind,
        sourceNumber,
        order,
        credits,
        customer,
        invoiceDate,
        dueDate,
        currency,
        netAmount,
        costAmount,
        paidAmount,
        openAmount);
  }

  /** The sum of one amount over lines. */
  public static Money sum(List<Line> lines, Function<Line, Money> amount, Currency currency) {
    return lines.stream().map(amount).reduce(Money.zero(currency), Money::plus);
  }
}
