package org.millrace.paper.received;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.paper.EInvoice;

/**
 * What is allowed or charged for the whole document belongs to what the goods cost: it is shared
 * over the lines of its tax by their amounts, as differences of rounded running totals. 100.00 and
 * 50.00 with a freight of 10.00 are 106.67 and 53.33.
 */
final class SharedAdjustments {
  private SharedAdjustments() {}

  /** The net amount of each line with its share; the shares of a tax add up to what is taxed. */
  static Map<Integer, BigDecimal> nets(EInvoice invoice) {
    Map<Integer, BigDecimal> nets = new TreeMap<>();
    for (EInvoice.Tax tax : invoice.taxes()) {
      List<EInvoice.Line> lines =
          invoice.lines().stream().filter(line -> isTaxedSo(line, tax)).toList();
      BigDecimal sum =
          lines.stream()
              .map(line -> line.netAmount().amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      share(lines, sum, tax.base().amount(), nets);
    }
    invoice.lines().forEach(line -> nets.putIfAbsent(line.line(), line.netAmount().amount()));
    return nets;
  }

  static boolean isTaxedSo(EInvoice.Line line, EInvoice.Tax tax) {
    return line.taxCategory().equals(tax.category())
        && plain(line.taxRate()).compareTo(plain(tax.rate())) == 0;
  }

  private static BigDecimal plain(Optional<BigDecimal> rate) {
    return rate.orElse(BigDecimal.ZERO);
  }

  private static void share(
      List<EInvoice.Line> lines, BigDecimal sum, BigDecimal base, Map<Integer, BigDecimal> nets) {
    if (sum.signum() == 0 || sum.compareTo(base) == 0) {
      lines.forEach(line -> nets.put(line.line(), line.netAmount().amount()));
      return;
    }
    BigDecimal until = BigDecimal.ZERO;
    BigDecimal before = BigDecimal.ZERO;
    for (EInvoice.Line line : lines) {
      until = until.add(line.netAmount().amount());
      BigDecimal total = base.multiply(until).divide(sum, 2, RoundingMode.HALF_UP);
      nets.put(line.line(), total.subtract(before));
      before = total;
    }
  }
}
