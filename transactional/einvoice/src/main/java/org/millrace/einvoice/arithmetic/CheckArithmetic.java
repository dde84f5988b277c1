package org.millrace.einvoice.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.millrace.einvoice.arithmetic.Figures.Adjustment;
import org.millrace.einvoice.arithmetic.Figures.Line;
import org.millrace.einvoice.arithmetic.Figures.Totals;
import org.millrace.einvoice.arithmetic.Figures.Vat;

/**
 * Names the rules of EN 16931 that the figures of an invoice break. The check is exact, where the
 * official one lets a tax be one unit off: what is read in is warned of, what is written out never
 * breaks a rule. 3,986.34 at 19 % is 757.40; 757.41 breaks BR-CO-17.
 */
public final class CheckArithmetic {
  private static final int DECIMALS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String LINE = "line: quantity x price";

  /** The rule on the taxable amount of each category. */
  private static final Map<String, String> OF_CATEGORY =
      Map.of(
          "S", "BR-S-08",
          "Z", "BR-Z-08",
          "E", "BR-E-08",
          "AE", "BR-AE-08",
          "K", "BR-IC-08",
          "G", "BR-G-08",
          "O", "BR-O-08",
          "L", "BR-AF-08",
          "M", "BR-AG-08");

  private final Figures invoice;
  private final Set<String> broken = new LinkedHashSet<>();

  private CheckArithmetic(Figures invoice) {
    this.invoice = invoice;
  }

  /** The broken rules, each once, in the order of the figures. */
  public static List<String> broken(Figures invoice) {
    CheckArithmetic check = new CheckArithmetic(invoice);
    check.lines();
    check.totals();
    check.taxes();
    return List.copyOf(check.broken);
  }

  private void lines() {
    invoice
        .lines()
        .forEach(
            line -> {
              if (line.quantity().isPresent() && line.price().isPresent()) {
                BigDecimal units = line.baseQuantity().orElse(BigDecimal.ONE);
                BigDecimal priced =
                    line.quantity()
                        .get()
                        .multiply(line.price().get())
                        .divide(units, DECIMALS, RoundingMode.HALF_UP)
                        .subtract(orZero(line.allowance()))
                        .add(orZero(line.charge()));
                require(LINE, priced, line.net());
              }
            });
  }

  private void totals() {
    Totals totals = invoice.totals();
    BigDecimal allowances = orZero(totals.allowances());
    BigDecimal charges = orZero(totals.charges());
    BigDecimal tax = orZero(totals.tax());
    require("BR-CO-10", sum(invoice.lines(), Line::net), totals.lines());
    require("BR-CO-11", sum(invoice.allowances(), Adjustment::amount), allowances);
    require("BR-CO-12", sum(invoice.charges(), Adjustment::amount), charges);
    require("BR-CO-13", totals.lines().subtract(allowances).add(charges), totals.net());
    require("BR-CO-14", sum(invoice.vat(), Vat::tax), tax);
    require("BR-CO-15", totals.net().add(tax), totals.gross());
    BigDecimal left = totals.gross().subtract(orZero(totals.paid()));
    require("BR-CO-16", left.add(orZero(totals.rounding())), totals.due());
  }

  private void taxes() {
    Set<Bucket> told = new LinkedHashSet<>();
    for (Vat row : invoice.vat()) {
      BigDecimal tax = row.base().multiply(orZero(row.rate()));
      require("BR-CO-17", tax.divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP), row.tax());
      Bucket bucket = new Bucket(row.category(), row.rate());
      told.add(bucket);
      require(rule(bucket), taxable(bucket), row.base());
    }
    buckets()
        .filter(bucket -> !told.contains(bucket))
        .forEach(
            bucket ->
                broken.add(
                    told.stream().anyMatch(one -> one.category().equals(bucket.category()))
                        ? rule(bucket)
                        : rule(bucket).replace("-08", "-01")));
  }

  private static String rule(Bucket bucket) {
    return OF_CATEGORY.getOrDefault(bucket.category(), "BR-CL-17");
  }

  private BigDecimal taxable(Bucket bucket) {
    BigDecimal net =
        sum(invoice.lines().stream().filter(l -> bucket.takes(l.category(), l.rate())), Line::net);
    return net.subtract(of(invoice.allowances(), bucket)).add(of(invoice.charges(), bucket));
  }

  private static BigDecimal of(List<Adjustment> adjustments, Bucket bucket) {
    return sum(
        adjustments.stream().filter(a -> bucket.takes(a.category(), a.rate())), Adjustment::amount);
  }

  private Stream<Bucket> buckets() {
    List<Bucket> found = new ArrayList<>();
    invoice.lines().forEach(l -> found.add(new Bucket(l.category(), l.rate())));
    invoice.allowances().forEach(a -> found.add(new Bucket(a.category(), a.rate())));
    invoice.charges().forEach(c -> found.add(new Bucket(c.category(), c.rate())));
    return found.stream().distinct();
  }

  /** What is summed for one row of the tax: a category, and where tax is charged its rate. */
  private record Bucket(String category, Optional<BigDecimal> rate) {
    private static final Set<String> BY_RATE = Set.of("S", "L", "M");

    Bucket {
      rate =
          BY_RATE.contains(category) ? rate.map(BigDecimal::stripTrailingZeros) : Optional.empty();
    }

    boolean takes(String otherCategory, Optional<BigDecimal> otherRate) {
      return equals(new Bucket(otherCategory, otherRate));
    }
  }

  private void require(String rule, BigDecimal expected, BigDecimal said) {
    if (expected.compareTo(said) != 0) {
      broken.add(rule);
    }
  }

  private static BigDecimal orZero(Optional<BigDecimal> amount) {
    return amount.orElse(BigDecimal.ZERO);
  }

  private static <T> BigDecimal sum(List<T> rows, Function<T, BigDecimal> amount) {
    return sum(rows.stream(), amount);
  }

  private static <T> BigDecimal sum(Stream<T> rows, Function<T, BigDecimal> amount) {
    return rows.map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
