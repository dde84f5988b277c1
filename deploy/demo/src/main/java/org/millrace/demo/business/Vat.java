package org.millrace.demo.business;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.demo.business.BusinessYear.Founding;
import org.millrace.demo.business.Day.Phase;

/**
 * Value added tax as a German firm has it: 19 % at home, none on what goes to or comes from other
 * countries of the Union, where the buyer owes it, and none on imports, whose tax customs collects.
 * Adds up each month's tax, in EUR, for the return.
 */
final class Vat {
  private static final String HOME = "Germany";
  private static final String OVERSEAS = "Japan";
  private static final String STANDARD = "VAT-19";
  private static final String SUPPLY = "EU-SUPPLY";
  private static final String ACQUISITION = "EU-ACQUISITION";
  private static final String IMPORT = "IMPORT";
  private static final int RATE = 19;

  private final Founding founding;
  private final Map<YearMonth, Month> months = new TreeMap<>();

  /** What is owed and what is deducted of a month. */
  record Month(BigDecimal output, BigDecimal input) {
    static final Month NONE = new Month(BigDecimal.ZERO, BigDecimal.ZERO);

    private Month plus(BigDecimal owed, BigDecimal deducted) {
      return new Month(output.add(owed), input.add(deducted));
    }
  }

  Vat(Founding founding) {
    this.founding = founding;
  }

  void open(Day day) {
    if (isKept()) {
      LocalDate from = day.date().withDayOfMonth(1);
      add(day, MoneyActs.taxCode(STANDARD, "VAT 19 %", "standard", "", from, RATE));
      add(
          day,
          MoneyActs.taxCode(
              SUPPLY,
              "Supply within the European Union",
              "intra-community",
              "Intra-community supply, article 138 of directive 2006/112/EC",
              from,
              0));
      add(
          day,
          MoneyActs.taxCode(
              ACQUISITION,
              "Acquisition within the European Union, the buyer owes 19 %",
              "reverse-charge",
              "Reverse charge",
              from,
              RATE));
      add(
          day,
          MoneyActs.taxCode(
              IMPORT,
              "Import, taxed by customs",
              "out-of-scope",
              "Not within the scope of the tax",
              from,
              0));
    }
  }

  private static void add(Day day, Act code) {
    day.add(Phase.TAX_CODES, code);
  }

  boolean isKept() {
    return founding.hasTaxes();
  }

  /** Whether goods are sold there without tax. */
  boolean isFree(String country) {
    return !isKept() || !country.equals(HOME);
  }

  Optional<String> sold(String country) {
    return isKept() ? Optional.of(isFree(country) ? SUPPLY : STANDARD) : Optional.empty();
  }

  Optional<String> bought(String country) {
    if (!isKept()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (country) {
          case HOME -> STANDARD;
          case OVERSEAS -> IMPORT;
          default -> ACQUISITION;
        });
  }

  /** What a customer there pays for these lines, which are invoiced that day. */
  BigDecimal invoiced(LocalDate day, String country, List<Acts.Line> lines) {
    BigDecimal net = Acts.total(lines);
    BigDecimal tax = isFree(country) ? BigDecimal.ZERO : tax(net);
    note(day, tax, BigDecimal.ZERO);
    return net.add(tax);
  }

  /** One piece came back that day. */
  void credited(LocalDate day, String country, BigDecimal price) {
    if (!isFree(country)) {
      note(day, tax(price).negate(), BigDecimal.ZERO);
    }
  }

  /**
   * What a supplier there gets for these lines, which are billed that day.
   *
   * @param rate what one unit of the currency of the bill is worth in EUR
   */
  BigDecimal billed(LocalDate day, String country, List<Acts.Line> lines, BigDecimal rate) {
    BigDecimal net = Acts.total(lines);
    if (!isKept() || country.equals(OVERSEAS)) {
      return net;
    }
    boolean isHome = country.equals(HOME);
    BigDecimal tax = tax(net.multiply(rate));
    note(day, isHome ? BigDecimal.ZERO : tax, tax);
    return isHome ? net.add(tax) : net;
  }

  Month of(YearMonth month) {
    return months.getOrDefault(month, Month.NONE);
  }

  private void note(LocalDate day, BigDecimal output, BigDecimal input) {
    months.merge(
        YearMonth.from(day), Month.NONE.plus(output, input), (a, b) -> a.plus(b.output, b.input));
  }

  private static BigDecimal tax(BigDecimal net) {
    return net.multiply(BigDecimal.valueOf(RATE, 2)).setScale(2, RoundingMode.HALF_UP);
  }
}
