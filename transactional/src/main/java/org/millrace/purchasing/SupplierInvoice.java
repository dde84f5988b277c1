package org.millrace.purchasing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.Carried;
import org.millrace.currency.ForeignAmounts;
import org.millrace.dimension.DimensionValues;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxShare;

/**
 * What a supplier billed: lines of goods of an order, and charges that were not ordered. A credit
 * note has the same with amounts below 0. Received amount = value of the same goods at the ordered
 * price; net amount less received amount is the price variance; open amount = gross amount less
 * paid amount, where paid is what payments settled with what they deducted. Not received amount =
 * what is billed for goods that had not come. Exchange difference = what the goods are dearer by
 * the rate of the bill than by that of their receipt. Return variance = what a credit note credits
 * less than goods cost that went back. A wrong one is taken back by another one of the negative
 * amounts, which settles both.
 */
public record SupplierInvoice(
    SupplierInvoiceNumber number,
    Kind kind,
    @Stored("order_number") Optional<PurchaseOrderNumber> order,
    Supplier supplier,
    Optional<String> supplierReference,
    LocalDate invoiceDate,
    LocalDate dueDate,
    Currency currency,
    Money netAmount,
    Money receivedAmount,
    Money paidAmount,
    Money openAmount,
    List<Line> lines,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Charge> charges,
    Optional<DocumentTax> tax,
    Optional<PurchaseTax> purchaseTax,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TaxShare> taxes,
    Optional<ForeignAmounts> foreign,
    Optional<Money> notReceivedAmount,
    Optional<Money> exchangeDifference,
    Optional<Money> returnVariance,
    Optional<SupplierInvoiceNumber> credits,
    Optional<SupplierInvoiceNumber> reverses,
    Optional<SupplierInvoiceNumber> reversedBy,
    Optional<String> reason) {
  /** Stored in purchasing.supplier_invoice with its lines; numbered SI-000001. */
  public static final DocumentKind<SupplierInvoice> KIND =
      DocumentKind.of(SupplierInvoice.class, "purchasing", "supplier-invoice")
          .numbered("SI")
          .lines("lines", "purchasing.supplier_invoice_line", "invoice_number")
          .lines("charges", "purchasing.supplier_invoice_charge", "invoice_number")
          .lines("taxes", "purchasing.supplier_invoice_tax", "invoice_number")
          .searched("number", "order", "supplier", "supplier.name", "supplierReference")
          .sorted("-invoiceDate")
          .steps(InvoiceState.Act.values(), SupplierInvoice::refusal)
          .build();

  public SupplierInvoice {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    taxes = List.copyOf(taxes);
    new Problems()
        .require(
            !dueDate.isBefore(invoiceDate),
            "dueDate",
            dueDate,
            "not before the invoice date " + invoiceDate)
        .refuse("Supplier invoice " + number + " cannot be posted");
  }

  /** Which of the two documents of a supplier it is. */
  public enum Kind {
    INVOICE,
    /** It owes us: its amounts are below 0. */
    CREDIT_NOTE
  }

  /**
   * What the buyer makes of the tax. Computed = by our arithmetic; difference = as printed less
   * computed; input = got back from the authority; cost = what is not; self-assessed = owed in the
   * supplier's place.
   */
  public record PurchaseTax(
      Money computed, Money difference, Money input, Money cost, Money selfAssessed) {
    private PurchaseTax negated() {
      return new PurchaseTax(
          computed.negated(),
          difference.negated(),
          input.negated(),
          cost.negated(),
          selfAssessed.negated());
    }
  }

  /** One billed line of the order; its net amount is without tax and after all discounts. */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      Money unitPrice,
      Money netAmount,
      Money receivedAmount,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Optional<Money> taxAmount,
      Optional<DimensionValues> dimensions) {
    private Line negated() {
      return new Line(
          line,
          item,
          itemName,
          quantity.negated(),
          unitPrice,
          netAmount.negated(),
          receivedAmount.negated(),
          taxCode,
          discountPercent,
          taxAmount.map(Money::negated),
          dimensions);
    }
  }

  /**
   * What was billed beside the goods of an order, without tax and after all discounts. Its cost is
   * the net amount and the tax on it that is not got back.
   *
   * @param account where its cost is booked; none where it belongs to the cost of the goods
   */
  public record Charge(
      int line,
      String text,
      Optional<CostAccount> account,
      Money netAmount,
      Money costAmount,
      Optional<TaxCodeName> taxCode,
      Optional<Money> taxAmount) {
    /** The same with so much tax that is not got back. */
    public Charge costing(Money tax) {
      return new Charge(line, text, account, netAmount, netAmount.plus(tax), taxCode, taxAmount);
    }

    private Charge negated() {
      return new Charge(
          line,
          text,
          account,
          netAmount.negated(),
          costAmount.negated(),
          taxCode,
          taxAmount.map(Money::negated));
    }
  }

  /** What of it is an expense at once and no cost of goods. */
  public Money expenseAmount() {
    return charges.stream()
        .filter(charge -> charge.account().isPresent())
        .map(Charge::costAmount)
        .reduce(Money.zero(currency), Money::plus);
  }

  /** What is to be paid: net amount and tax. */
  public Money grossAmount() {
    return tax.map(DocumentTax::gross).orElse(netAmount);
  }

  /**
   * What of the printed tax is neither got back nor cost of the goods, but stands alone: as printed
   * and as owed by us, less what is got back and what is cost.
   */
  public Money taxDifference() {
    Money none = Money.zero(currency);
    return purchaseTax
        .map(
            own ->
                tax.map(DocumentTax::amount)
                    .orElse(none)
                    .plus(own.selfAssessed())
                    .minus(own.input())
                    .minus(own.cost()))
        .orElse(none);
  }

  /** Where it stands by what is open. */
  public InvoiceState state() {
    if (reverses.isPresent()) {
      return InvoiceState.REVERSING;
    }
    if (reversedBy.isPresent()) {
      return InvoiceState.REVERSED;
    }
    return documentOpen().isZero() ? InvoiceState.PAID : InvoiceState.OPEN;
  }

  /** What is still to be paid, in the currency of the document. */
  public Money documentOpen() {
    return foreign.map(ForeignAmounts::open).orElse(openAmount);
  }

  /** The discount that a payment on that day may keep, in the currency of the document. */
  public Optional<Money> earlyDiscount(LocalDate day) {
    return tax.flatMap(DocumentTax::earlyPayment)
        .filter(early -> paidAmount.isZero() && !day.isAfter(early.until()))
        .map(
            early ->
                foreign
                    .flatMap(ForeignAmounts::earlyDiscount)
                    .map(kept -> Money.of(kept, documentOpen().currency()))
                    .orElse(early.discount()));
  }

  /** What an amount in the currency of the document is worth in the books. */
  public Money worth(Money amount) {
    return foreign.map(of -> of.worth(amount.amount(), grossAmount(), openAmount)).orElse(amount);
  }

  /**
   * What a part of the open amount is worth in the books.
   *
   * @throws Refused as conflict when nothing or less than that is open
   */
  public Carried carried(Money amount) {
    state().require(InvoiceState.Act.PAY, KIND.titled(number));
    Money open = documentOpen();
    boolean isRefund = open.isNegative();
    new Problems()
        .require(
            (isRefund ? amount.isNegative() : amount.isPositive())
                && amount.currency().equals(open.currency())
                && amount.equals(amount.rounded()),
            "amount",
            amount.amount(),
            (isRefund ? "a refund: less than 0" : "more than 0")
                + ", with the decimals of "
                + open.currency())
        .refuse("Supplier invoice " + number + " cannot be paid");
    if (isRefund ? amount.compareTo(open) < 0 : amount.compareTo(open) > 0) {
      throw Refused.conflict(
          "Supplier invoice %s cannot be paid with %s: %s of %s is open. Pay at most that."
              .formatted(
                  number,
                  amount,
                  open,
                  foreign
                      .map(of -> Money.of(of.grossAmount(), of.currency()))
                      .orElse(grossAmount())));
    }
    return new Carried(amount, worth(amount));
  }

  /** Why an act is not possible: by the state, or because it is paid. */
  public Optional<String> refusal(InvoiceState.Act act) {
    Optional<String> byState = state().refusal(act, KIND.titled(number));
    if (byState.isEmpty() && act == InvoiceState.Act.REVERSE && !paidAmount.isZero()) {
      return Optional.of(
          "%s cannot be reversed: %s of it is settled. Reverse its payments first."
              .formatted(KIND.titled(number), paidAmount));
    }
    boolean isOfGoods = kind == Kind.INVOICE && order.isPresent();
    if (byState.isEmpty() && act == InvoiceState.Act.CREDIT && !isOfGoods) {
      return Optional.of(
          "%s cannot be credited: it is no bill of an order. Enter a credit note alone."
              .formatted(KIND.titled(number)));
    }
    return byState;
  }

  /**
   * The same invoice, of which so much is for goods that have not come, and so much is due to the
   * rate of the day.
   */
  public SupplierInvoice noting(Money toCome, Money exchange) {
    return noting(
        Optional.of(toCome).filter(some -> !some.isZero()),
        Optional.of(exchange).filter(some -> !some.isZero()));
  }

  /**
   * The invoice that takes this one back, of negative amounts.
   *
   * @param toCome what of it is for goods that have not come yet
   * @throws Refused as conflict when it is paid or taken back already
   */
  public SupplierInvoice reversal(
      SupplierInvoiceNumber by, LocalDate day, Money toCome, String why) {
    Refused.conflictIf(refusal(InvoiceState.Act.REVERSE));
    return new SupplierInvoice(
        by,
        kind,
        order,
        supplier,
        supplierReference,
        day,
        day,
        currency,
        netAmount.negated(),
        receivedAmount.negated(),
        grossAmount().negated(),
        Money.zero(currency),
        lines.stream().map(Line::negated).toList(),
        charges.stream().map(Charge::negated).toList(),
        tax.map(DocumentTax::negated),
        purchaseTax.map(PurchaseTax::negated),
        taxes.stream().map(TaxShare::negated).toList(),
        foreign.map(ForeignAmounts::takenBack),
        Optional.of(toCome.negated()).filter(some -> !some.isZero()),
        exchangeDifference.map(Money::negated),
        returnVariance.map(Money::negated),
        credits,
        Optional.of(number),
        Optional.empty(),
        Optional.of(why));
  }

  /** This invoice after that one took it back: nothing of it is open. */
  public SupplierInvoice reversed(SupplierInvoiceNumber by) {
    Refused.conflictIf(refusal(InvoiceState.Act.REVERSE));
    SupplierInvoice settled = with(new Carried(documentOpen(), openAmount), Money.zero(currency));
    return new SupplierInvoice(
        number,
        kind,
        order,
        supplier,
        supplierReference,
        invoiceDate,
        dueDate,
        currency,
        netAmount,
        receivedAmount,
        settled.paidAmount,
        settled.openAmount,
        lines,
        charges,
        tax,
        purchaseTax,
        taxes,
        settled.foreign,
        notReceivedAmount,
        exchangeDifference,
        returnVariance,
        credits,
        reverses,
        Optional.of(by),
        reason);
  }

  /** The invoice after a payment of nothing but money. */
  public SupplierInvoice paid(Money amount) {
    return paid(amount, Money.zero(amount.currency()));
  }

  /** The invoice after a payment of nothing but money was taken back. */
  public SupplierInvoice unpaid(Money amount) {
    return unpaid(Carried.of(amount), Money.zero(currency));
  }

  /**
   * The invoice after that much was settled, of which so much was let off, in its own currency.
   *
   * @throws Refused as conflict when nothing or less than that is open
   */
  public SupplierInvoice paid(Money amount, Money letOff) {
    return paid(carried(amount), worth(letOff));
  }

  /** The invoice after so much was settled, of which so much was let off in the books. */
  public SupplierInvoice paid(Carried amount, Money letOff) {
    return with(amount, letOff);
  }

  /** The invoice after a payment that settled so much, and let so much off, was taken back. */
  public SupplierInvoice unpaid(Carried amount, Money letOff) {
    return with(amount.negated(), letOff.negated());
  }

  private SupplierInvoice with(Carried settled, Money letOff) {
    Money paid = paidAmount.plus(settled.home());
    return new SupplierInvoice(
        number,
        kind,
        order,
        supplier,
        supplierReference,
        invoiceDate,
        dueDate,
        currency,
        netAmount,
        receivedAmount,
        paid,
        grossAmount().minus(paid),
        lines,
        charges,
        tax.map(before -> before.lettingOff(letOff)),
        purchaseTax,
        taxes,
        foreign.map(of -> of.settled(settled.amount().amount())),
        notReceivedAmount,
        exchangeDifference,
        returnVariance,
        credits,
        reverses,
        reversedBy,
        reason);
  }

  /** The same credit note, which credits so much less than goods cost that went back. */
  public SupplierInvoice returning(Money variance) {
    return telling(Optional.of(variance).filter(some -> !some.isZero()), credits);
  }

  /** The same as a credit note to that bill. */
  public SupplierInvoice crediting(SupplierInvoiceNumber bill) {
    return telling(returnVariance, Optional.of(bill));
  }

  private SupplierInvoice telling(
      Optional<Money> variance, Optional<SupplierInvoiceNumber> credited) {
    return new SupplierInvoice(
        number,
        kind,
        order,
        supplier,
        supplierReference,
        invoiceDate,
        dueDate,
        currency,
        netAmount,
        receivedAmount,
        paidAmount,
        openAmount,
        lines,
        charges,
        tax,
        purchaseTax,
        taxes,
        foreign,
        notReceivedAmount,
        exchangeDifference,
        variance,
        credited,
        reverses,
        reversedBy,
        reason);
  }

  private SupplierInvoice noting(Optional<Money> notReceived, Optional<Money> exchange) {
    return new SupplierInvoice(
        number,
        kind,
        order,
        supplier,
        supplierReference,
        invoiceDate,
        dueDate,
        currency,
        netAmount,
        receivedAmount,
        paidAmount,
        openAmount,
        lines,
        charges,
        tax,
        purchaseTax,
        taxes,
        foreign,
        notReceived,
        exchange,
        returnVariance,
        credits,
        reverses,
        reversedBy,
        reason);
  }
}
