package org.millrace.einvoice.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The figures of an electronic invoice or credit note by the business terms of EN 16931; amounts in
 * its currency. Totals that are absent count as 0.
 */
public record Figures(
    List<Line> lines,
    List<Adjustment> allowances,
    List<Adjustment> charges,
    List<Vat> vat,
    Totals totals) {
  public Figures {
    lines = List.copyOf(lines);
    allowances = List.copyOf(allowances);
    charges = List.copyOf(charges);
    vat = List.copyOf(vat);
  }

  /**
   * BT-131 net, BT-151 category, BT-152 rate, BT-129 quantity, BT-146 price, BT-149 the units of
   * that price, BT-136 and BT-141 what is allowed and charged for the line.
   */
  public record Line(
      BigDecimal net,
      String category,
      Optional<BigDecimal> rate,
      Optional<BigDecimal> quantity,
      Optional<BigDecimal> price,
      Optional<BigDecimal> baseQuantity,
      Optional<BigDecimal> allowance,
      Optional<BigDecimal> charge) {}

  /** An allowance (BT-92) or charge (BT-99) of the document. */
  public record Adjustment(BigDecimal amount, String category, Optional<BigDecimal> rate) {}

  /** BT-118 category, BT-119 rate, BT-116 taxable amount, BT-117 tax. */
  public record Vat(String category, Optional<BigDecimal> rate, BigDecimal base, BigDecimal tax) {}

  /**
   * BT-106 lines, BT-107 allowances, BT-108 charges, BT-109 net, BT-110 tax, BT-112 gross, BT-113
   * paid before, BT-114 rounding, BT-115 amount due.
   */
  public record Totals(
      BigDecimal lines,
      Optional<BigDecimal> allowances,
      Optional<BigDecimal> charges,
      BigDecimal net,
      Optional<BigDecimal> tax,
      BigDecimal gross,
      Optional<BigDecimal> paid,
      Optional<BigDecimal> rounding,
      BigDecimal due) {}
}
