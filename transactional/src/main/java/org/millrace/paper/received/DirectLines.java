package org.millrace.paper.received;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.paper.EInvoice;

/**
 * What an electronic invoice without an order comes to, line by line: its lines, each with its
 * share of what is allowed or charged for the whole document, and what is allowed or charged under
 * a tax that no line has. Those of a tax add up to what the file says is taxed. A credit note has
 * amounts below 0.
 */
final class DirectLines {
  private DirectLines() {}

  /** A text with a net amount, the category of its tax, and the rate of that in percent. */
  record Line(
      int line, String text, BigDecimal amount, String category, Optional<BigDecimal> rate) {}

  static List<Line> of(EInvoice invoice) {
    Map<Integer, BigDecimal> nets = SharedAdjustments.nets(invoice);
    List<Line> lines = new ArrayList<>();
    for (EInvoice.Line line : invoice.lines()) {
      BigDecimal net = nets.getOrDefault(line.line(), BigDecimal.ZERO);
      lines.add(
          new Line(
              line.line(),
              line.itemName(),
              signed(invoice, net),
              line.taxCategory(),
              line.taxRate()));
    }
    for (EInvoice.Tax tax : invoice.taxes()) {
      BigDecimal sum =
          invoice.lines().stream()
              .filter(line -> SharedAdjustments.isTaxedSo(line, tax))
              .map(line -> nets.getOrDefault(line.line(), BigDecimal.ZERO))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal rest = tax.base().amount().subtract(sum);
      if (rest.signum() != 0) {
        lines.add(
            new Line(
                lines.size() + 1,
                "Allowances and charges",
                signed(invoice, rest),
                tax.category(),
                tax.rate()));
      }
    }
    return lines;
  }

  /** The amount as it is owed: below 0 where a credit note says it above. */
  static BigDecimal signed(EInvoice invoice, BigDecimal amount) {
    return invoice.type() == EInvoice.Type.CREDIT_NOTE ? amount.negate() : amount;
  }
}
