package org.millrace.paper.sent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.einvoice.Adjustment;
import org.millrace.einvoice.Amounts.TaxCategory;
import org.millrace.einvoice.Line;
import org.millrace.sales.Invoice;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.tax.TaxShare;

/**
 * The lines of an invoice. Credit notes, which we keep with everything negative, are written
 * positive. What a line is discounted is written as its allowance, so that quantity x price less
 * the allowance is its net amount to the cent; prices with the tax in them are written as the net
 * amount for the whole quantity.
 */
final class WrittenLines {
  /** Codes of UN/ECE recommendation 20 for the units that are usual; C62 is one of anything. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("pcs", "H87"),
          Map.entry("g", "GRM"),
          Map.entry("kg", "KGM"),
          Map.entry("t", "TNE"),
          Map.entry("mm", "MMT"),
          Map.entry("cm", "CMT"),
          Map.entry("m", "MTR"),
          Map.entry("km", "KMT"),
          Map.entry("m2", "MTK"),
          Map.entry("m3", "MTQ"),
          Map.entry("l", "LTR"),
          Map.entry("ml", "MLT"),
          Map.entry("h", "HUR"),
          Map.entry("min", "MIN"),
          Map.entry("day", "DAY"),
          Map.entry("month", "MON"),
          Map.entry("kwh", "KWH"),
          Map.entry("set", "SET"),
          Map.entry("pair", "PR"),
          Map.entry("box", "XBX"));

  static final TaxCategory OUT_OF_SCOPE = new TaxCategory("O", Optional.empty());

  private final InvoiceFacts facts;
  private final Problems problems;
  private final int decimals;

  WrittenLines(InvoiceFacts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
    decimals = Money.digits(facts.currency());
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    facts.invoice().lines().forEach(line -> lines.add(line(line)));
    for (InvoiceFacts.Prepaid part : facts.prepaidParts()) {
      lines.add(prepayment(part, lines.size() + 1));
    }
    return lines;
  }

  /** An amount as it is written: positive in a credit note as well. */
  BigDecimal amount(BigDecimal amount) {
    BigDecimal written = facts.isCreditNote() ? amount.negate() : amount;
    return written.setScale(Math.max(decimals, 0), RoundingMode.HALF_UP);
  }

  private Line line(Invoice.Line line) {
    BigDecimal quantity = line.quantity().value();
    BigDecimal units = facts.isCreditNote() ? quantity.negate() : quantity;
    BigDecimal net = amount(facts.net(line));
    BigDecimal price = facts.unitPrice(line);
    Line.Amount number = new Line.Amount(units, Optional.of(unit(line)));
    boolean pricesInclude = facts.invoice().tax().filter(tax -> tax.pricesInclude()).isPresent();
    BigDecimal full = price.multiply(units).setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal off = full.subtract(net);
    boolean isPriced = !pricesInclude && off.signum() >= 0;
    return new Line(
        String.valueOf(line.line()),
        number,
        net,
        isPriced
            ? new Line.Price(price, Optional.empty(), Optional.empty(), Optional.empty())
            : new Line.Price(net, Optional.empty(), Optional.empty(), Optional.of(number)),
        category(line),
        product(line.itemName(), Optional.of(line.item().value())),
        isPriced && off.signum() > 0 ? List.of(allowance(off)) : List.of(),
        Line.Details.NONE);
  }

  /** One piece of what is to be delivered later. */
  private Line prepayment(InvoiceFacts.Prepaid part, int line) {
    BigDecimal net = amount(part.net());
    String order = facts.invoice().order().map(named -> " " + named).orElse("");
    return new Line(
        String.valueOf(line),
        new Line.Amount(BigDecimal.ONE, Optional.of("C62")),
        net,
        new Line.Price(net, Optional.empty(), Optional.empty(), Optional.empty()),
        part.share().map(this::category).orElse(OUT_OF_SCOPE),
        product("Prepayment for order" + order, Optional.empty()),
        List.of(),
        Line.Details.NONE);
  }

  private static Adjustment allowance(BigDecimal off) {
    return new Adjustment(
        Adjustment.Kind.ALLOWANCE,
        off,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Discount"),
        Optional.of("95"));
  }

  private String unit(Invoice.Line line) {
    return Optional.ofNullable(facts.items().get(line.item()))
        .map(item -> item.unit().value().toLowerCase(Locale.ROOT))
        .map(UNITS::get)
        .orElse("C62");
  }

  private static Line.Product product(String name, Optional<String> code) {
    return new Line.Product(
        name,
        Optional.empty(),
        code,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private TaxCategory category(Invoice.Line line) {
    if (line.taxCode().isEmpty()) {
      problems.require(
          facts.invoice().taxes().isEmpty(),
          "lines." + line.line() + ".taxCode",
          line.item(),
          "a tax code, as other lines have one");
      return OUT_OF_SCOPE;
    }
    return facts.invoice().taxes().stream()
        .filter(share -> line.taxCode().filter(share.code()::equals).isPresent())
        .findFirst()
        .map(this::category)
        .orElse(OUT_OF_SCOPE);
  }

  TaxCategory category(TaxShare share) {
    String code = share.category().code();
    if (code.equals("O")) {
      return OUT_OF_SCOPE;
    }
    if (!share.category().isCharged()) {
      return new TaxCategory(code, Optional.of(BigDecimal.ZERO));
    }
    problems.require(
        share.rate().isPresent(), "taxes." + share.code(), share.code(), "one percentage");
    return new TaxCategory(code, Optional.of(share.rate().orElse(BigDecimal.ZERO)));
  }
}
