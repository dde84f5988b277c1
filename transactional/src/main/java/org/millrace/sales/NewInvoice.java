package org.millrace.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.dimension.DimensionValues;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.price.PriceListCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;
import org.millrace.shared.UnitPrice;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.determination.TaxRuleCode;

/**
 * A sale without an order, or a credit note of one: what is billed is what leaves (or comes back
 * to) stock. Quantities of a credit note are negative. Without a number the next of the series is
 * taken; without a country the party's counts. The goods leave, or come back to, one location.
 *
 * @param money the currency of the document, where it is not the company's
 * @param purpose what it is for, where it sells nothing
 */
public record NewInvoice(
    Invoice.Kind kind,
    Optional<InvoiceNumber> number,
    Optional<String> sourceNumber,
    PartyCode customer,
    Optional<String> country,
    Instant occurredAt,
    int daysToPay,
    Optional<InvoiceNumber> credits,
    List<Line> lines,
    TaxTerms terms,
    LocationCode location,
    Optional<AskedCurrency> money,
    Optional<Invoice.Purpose> purpose) {
  public NewInvoice {
    lines = List.copyOf(lines);
    requireDaysToPay(new Problems(), daysToPay)
        .require(!lines.isEmpty(), "lines", "none", "at least one line")
        .refuse(
            "The " + (kind == Invoice.Kind.INVOICE ? "invoice" : "credit note") + " is refused");
  }

  /** One of services that is due at once and sells nothing. */
  public static NewInvoice of(
      Invoice.Purpose purpose,
      Invoice.Kind kind,
      PartyCode customer,
      Instant occurredAt,
      List<Line> lines,
      Optional<AskedCurrency> money) {
    return new NewInvoice(
        kind,
        Optional.empty(),
        Optional.empty(),
        customer,
        Optional.empty(),
        occurredAt,
        0,
        Optional.empty(),
        lines,
        TaxTerms.NONE,
        LocationCode.MAIN,
        money,
        Optional.of(purpose));
  }

  /** Notes a problem unless a customer can be given so many days to pay. */
  public static Problems requireDaysToPay(Problems problems, int days) {
    return problems.require(
        days >= 0 && days <= 3650, "daysToPay", days, "a number from 0 to 3650");
  }

  /**
   * Where a line came from: the rule of a price list in its version, counted from 1; the unit and
   * quantity that were asked for where that is not the item's own; the item's revision; the rule
   * that proposed the tax code, where the line named none.
   */
  public record Origin(
      Optional<PriceListCode> priceList,
      Optional<Long> priceVersion,
      Optional<Integer> priceRule,
      Optional<Unit> unit,
      Optional<Quantity> unitQuantity,
      Optional<String> itemRevision,
      Optional<TaxRuleCode> taxRule) {
    /** Of a line whose price was named, in the item's own unit. */
    public static final Origin NONE =
        new Origin(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same with the rule that proposed the tax code. */
    public Origin taxedBy(TaxRuleCode rule) {
      return new Origin(
          priceList, priceVersion, priceRule, unit, unitQuantity, itemRevision, Optional.of(rule));
    }

    /** The same of an item as it is now. */
    public Origin of(Item item) {
      return new Origin(
          priceList, priceVersion, priceRule, unit, unitQuantity, item.revision(), taxRule);
    }
  }

  /**
   * Units of an item at a price of one unit, which is net unless the document says otherwise, less
   * a discount in percent.
   */
  public record Line(
      ItemCode item,
      Quantity quantity,
      BigDecimal unitPrice,
      Optional<TaxCodeName> taxCode,
      Optional<BigDecimal> discountPercent,
      Origin origin,
      Optional<LotCode> lot,
      Optional<DimensionValues> dimensions) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 4;

    public Line {
      UnitPrice.require(new Problems(), "unitPrice", unitPrice)
          .require(!quantity.isZero(), "quantity", quantity, "not 0")
          .require(
              discountPercent.filter(percent -> !isDiscount(percent)).isEmpty(),
              "discountPercent",
              discountPercent.map(BigDecimal::toPlainString).orElse(""),
              "0 to 100 with at most " + PERCENT_DECIMALS + " decimals")
          .refuse("Item " + item + " cannot be billed");
    }

    /** Of no lot and no dimension. */
    public Line(
        ItemCode item,
        Quantity quantity,
        BigDecimal unitPrice,
        Optional<TaxCodeName> taxCode,
        Optional<BigDecimal> discountPercent,
        Origin origin) {
      this(
          item,
          quantity,
          unitPrice,
          taxCode,
          discountPercent,
          origin,
          Optional.empty(),
          Optional.empty());
    }

    /** The same goods, of a lot. */
    public Line of(Optional<LotCode> named) {
      return new Line(
          item, quantity, unitPrice, taxCode, discountPercent, origin, named, dimensions);
    }

    /** The same of these dimensions. */
    public Line with(Optional<DimensionValues> named) {
      return new Line(item, quantity, unitPrice, taxCode, discountPercent, origin, lot, named);
    }

    /** At a price that was named. */
    public Line(
        ItemCode item,
        Quantity quantity,
        BigDecimal unitPrice,
        Optional<TaxCodeName> taxCode,
        Optional<BigDecimal> discountPercent) {
      this(item, quantity, unitPrice, taxCode, discountPercent, Origin.NONE);
    }

    /** Without tax and discount. */
    public Line(ItemCode item, Quantity quantity, BigDecimal unitPrice) {
      this(item, quantity, unitPrice, Optional.empty(), Optional.empty());
    }

    /** The same of a tax code that a rule proposed. */
    public Line taxed(TaxCodeName code, TaxRuleCode by) {
      return new Line(
          item,
          quantity,
          unitPrice,
          Optional.of(code),
          discountPercent,
          origin.taxedBy(by),
          lot,
          dimensions);
    }

    private static boolean isDiscount(BigDecimal percent) {
      return percent.signum() >= 0
          && percent.compareTo(HUNDRED) <= 0
          && percent.stripTrailingZeros().scale() <= PERCENT_DECIMALS;
    }

    /** Price of all units less the discount, rounded: 3 x 19.99 less 7.5 % are 55.47. */
    public Money amount(Currency currency) {
      return discounted(Money.of(unitPrice, currency).times(quantity), discountPercent).rounded();
    }

    /** An amount less a discount in percent, not rounded. */
    public static Money discounted(Money amount, Optional<BigDecimal> percent) {
      return percent
          .map(off -> amount.times(HUNDRED.subtract(off).movePointLeft(2)))
          .orElse(amount);
    }
  }
}
