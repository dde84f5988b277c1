package org.millrace.bank.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;

/**
 * What is still to be paid: by a customer positive, to a supplier negative; credit notes have the
 * other sign. {@code number} is what the partner knows it by ({@code ref} where there is none),
 * {@code reference} the structured one that was printed on it.
 */
public record OpenItem(
    String ref,
    Optional<String> number,
    Optional<String> reference,
    Partner partner,
    Money amount,
    LocalDate due,
    Optional<Discount> discount) {

  /** Who owes or is owed: his code, his name and his accounts. */
  public record Partner(String code, String name, List<String> ibans) {
    public Partner {
      ibans = List.copyOf(ibans);
    }
  }

  /** What may be left off when all is paid by a day, without sign. */
  public record Discount(Money amount, LocalDate until) {
    /** 2 % of 1,190.00 are 23.80, rounded half up. */
    public static Discount ofPercent(Money of, BigDecimal percent, LocalDate until) {
      Money left = of.times(percent.movePointLeft(2)).rounded();
      return new Discount(left.isNegative() ? left.negated() : left, until);
    }
  }

  /** What people call it. */
  String called() {
    return number.orElse(ref);
  }
}
