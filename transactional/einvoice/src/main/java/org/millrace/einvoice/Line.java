package org.millrace.einvoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * BG-25: BT-126 identifier, BT-129 quantity, BT-131 net amount, BG-29 price, BG-30 tax, BG-31 what
 * is invoiced, BG-27 and BG-28 adjustments.
 */
public record Line(
    String id,
    Amount quantity,
    BigDecimal net,
    Price price,
    Amounts.TaxCategory tax,
    Product product,
    List<Adjustment> adjustments,
    Details details) {
  public Line {
    adjustments = List.copyOf(adjustments);
  }

  /** A number of units (UN/ECE recommendation 20). */
  public record Amount(BigDecimal number, Optional<String> unit) {}

  /**
   * BT-146 net price of BT-149 units (1 where nothing is said), BT-147 discount from BT-148 gross
   * price, each told by the other where it is not said.
   */
  public record Price(
      BigDecimal net,
      Optional<BigDecimal> discount,
      Optional<BigDecimal> gross,
      Optional<Amount> per) {
    public Price {
      BigDecimal paid = net;
      Optional<BigDecimal> full = gross;
      Optional<BigDecimal> off =
          discount.or(() -> full.map(one -> one.subtract(paid)).filter(one -> one.signum() >= 0));
      discount = off;
      gross = full.or(() -> off.map(paid::add));
    }
  }

  /**
   * BT-153 name, BT-154 description, BT-155 number of the seller, BT-156 of the buyer, BT-157 of a
   * standard, BT-158 classes, BT-159 country it comes from, BG-32 attributes.
   */
  public record Product(
      String name,
      Optional<String> description,
      Optional<String> sellerNumber,
      Optional<String> buyerNumber,
      Optional<Identifier> standardNumber,
      List<Classification> classes,
      Optional<String> origin,
      List<Attribute> attributes) {
    public Product {
      classes = List.copyOf(classes);
      attributes = List.copyOf(attributes);
    }
  }

  /** BT-158 with the list and its version. */
  public record Classification(Identifier code, Optional<String> version) {}

  /** BT-160 name, BT-161 value. */
  public record Attribute(String name, String value) {}

  /**
   * BT-127 note, BT-128 object, BT-132 line of the order, BT-133 accounting of the buyer, BG-26
   * time.
   */
  public record Details(
      Optional<String> note,
      Optional<Identifier> object,
      Optional<String> orderLine,
      Optional<String> buyerAccounting,
      Optional<Delivery.Span> period) {
    public static final Details NONE =
        new Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
