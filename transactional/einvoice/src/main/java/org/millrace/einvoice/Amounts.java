package org.millrace.einvoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The figures of the document: BG-20 and BG-21 adjustments, BG-23 tax, BG-22 totals. */
public record Amounts(List<Adjustment> adjustments, List<Vat> vat, Totals totals) {
  public Amounts {
    adjustments = List.copyOf(adjustments);
    vat = List.copyOf(vat);
  }

  public List<Adjustment> allowances() {
    return adjustments.stream().filter(a -> a.kind() == Adjustment.Kind.ALLOWANCE).toList();
  }

  public List<Adjustment> charges() {
    return adjustments.stream().filter(a -> a.kind() == Adjustment.Kind.CHARGE).toList();
  }

  /**
   * One row of the tax: BT-118 category and BT-119 rate in percent, BT-116 taxable amount, BT-117
   * tax, BT-120 reason of an exemption and BT-121 its code.
   */
  public record Vat(
      TaxCategory category,
      BigDecimal base,
      BigDecimal tax,
      Optional<String> reason,
      Optional<String> reasonCode) {}

  /** A category (UNTDID 5305) and its rate in percent. */
  public record TaxCategory(String code, Optional<BigDecimal> rate) {}

  /**
   * BT-106 lines, BT-107 allowances, BT-108 charges, BT-109 net, BT-110 tax, BT-111 tax in the
   * currency of BT-6, BT-112 gross, BT-113 paid before, BT-114 rounding, BT-115 amount due.
   */
  public record Totals(
      BigDecimal lines,
      Optional<BigDecimal> allowances,
      Optional<BigDecimal> charges,
      BigDecimal net,
      Optional<BigDecimal> tax,
      Optional<BigDecimal> taxInBooks,
      BigDecimal gross,
      Optional<BigDecimal> paid,
      Optional<BigDecimal> rounding,
      BigDecimal due) {}
}
