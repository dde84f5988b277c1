package org.millrace.bank.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.millrace.bank.match.BankLine.Counterparty;
import org.millrace.bank.match.BankLine.Remittance;
import org.millrace.bank.match.OpenItem.Discount;
import org.millrace.bank.match.OpenItem.Partner;
import org.millrace.shared.Money;

/** Made-up open items and lines that pay them, well and badly, from a seed. */
final class RandomBank {
  static final Currency EUR = Currency.getInstance("EUR");
  static final LocalDate START = LocalDate.of(2026, 1, 1);

  private final Random random;
  private final List<OpenItem> items = new ArrayList<>();
  private final List<BankLine> lines = new ArrayList<>();

  RandomBank(long seed, int itemCount, int lineCount, int partners) {
    random = new Random(seed);
    for (int i = 0; i < itemCount; i++) {
      items.add(item(i, random.nextInt(partners)));
    }
    for (int i = 0; i < lineCount; i++) {
      lines.add(line(i));
    }
  }

  List<OpenItem> items() {
    return items;
  }

  List<BankLine> lines() {
    return lines;
  }

  private OpenItem item(int i, int partner) {
    boolean isPayable = partner % 3 == 0;
    boolean isCredit = random.nextInt(20) == 0;
    BigDecimal cents = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
    Money amount = Money.of(isPayable ^ isCredit ? cents.negate() : cents, EUR);
    LocalDate due = START.plusDays(random.nextInt(120));
    return new OpenItem(
        "ITEM-" + i,
        Optional.of(String.format(Locale.ROOT, "2026/%06d", i)),
        random.nextInt(5) == 0 ? Optional.of("REF" + (900_000 + i)) : Optional.empty(),
        new Partner("P" + partner, "Partner " + word(partner), List.of("DE00" + partner)),
        amount,
        due,
        random.nextInt(6) == 0
            ? Optional.of(Discount.ofPercent(amount, BigDecimal.valueOf(2), due.minusDays(5)))
            : Optional.empty());
  }

  private static String word(int number) {
    return Integer.toString(number + 36 * 36, 36).replaceAll("\\d", "x") + " " + number;
  }

  private BankLine line(int i) {
    OpenItem item = items.get(random.nextInt(items.size()));
    String number = item.number().orElseThrow();
    Money amount = item.amount();
    String text = "payment";
    Optional<String> name = Optional.of(item.partner().name());
    Optional<String> iban = Optional.empty();
    switch (random.nextInt(10)) {
      case 0 -> text = "invoice " + number.replace('/', '-');
      case 1 -> text = "2026 " + TextOf.bare(number);
      case 2 -> iban = Optional.of(item.partner().ibans().get(0));
      case 3 -> amount = amount.minus(discount(item));
      case 4 -> amount = Money.of(amount.amount().movePointLeft(1), EUR).rounded();
      case 5 -> {
        OpenItem other = items.get(random.nextInt(items.size()));
        amount = amount.plus(other.amount());
        text = number + " and " + other.number().orElseThrow();
      }
      case 6 -> name = Optional.empty();
      case 7 -> {
        text = "return of direct debit " + number;
        amount = amount.negated();
      }
      case 8 -> amount = Money.of(BigDecimal.valueOf(1 + random.nextInt(500_000), 2), EUR);
      default -> {}
    }
    return new BankLine(
        "L" + i,
        START.plusDays(random.nextInt(150)),
        amount.isZero() ? Money.of("0.01", "EUR") : amount,
        Remittance.of(text),
        new Counterparty(name, iban),
        random.nextInt(3) == 0 ? Optional.of("B" + random.nextInt(1_000)) : Optional.empty(),
        List.of());
  }

  private static Money discount(OpenItem item) {
    Money left = item.discount().map(Discount::amount).orElse(Money.zero(EUR));
    return item.amount().isNegative() ? left.negated() : left;
  }

  private interface TextOf {
    static String bare(String number) {
      return number.substring(5).replaceFirst("^0+(?=.)", "");
    }
  }
}
