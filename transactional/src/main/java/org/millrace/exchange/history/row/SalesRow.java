package org.millrace.exchange.history.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.shared.Money;
import org.millrace.shared.Unit;

/**
 * A row of a sales history as read: one line of a document. Equal rows of a document are different
 * sales; the hash says which rows are equal, whatever file or form they came in.
 */
public record SalesRow(
    Row source,
    String number,
    Goods goods,
    BigDecimal quantity,
    LocalDateTime date,
    Price price,
    Optional<String> customer,
    String country) {

  /** What was sold. */
  public record Goods(String item, String description, Unit unit) {}

  /**
   * The net price of one unit, and what the line comes to when the file says that instead. 3 for
   * 10.00 are 3.333333 each.
   */
  public record Price(BigDecimal ofUnit, Optional<BigDecimal> ofLine) {
    /** Whether nothing is to be paid. */
    public boolean isFree() {
      return ofUnit.signum() == 0;
    }
  }

  /** Where it stands in its file. */
  public long line() {
    return source.line();
  }

  public String item() {
    return goods.item();
  }

  public BigDecimal unitPrice() {
    return price.ofUnit();
  }

  /** Equal for equal rows. */
  public UUID hash() {
    List<String> whole =
        new ArrayList<>(
            List.of(
                number,
                goods.item(),
                goods.description(),
                bare(quantity),
                date.toString(),
                bare(price.ofUnit()),
                customer.orElse(""),
                country));
    price.ofLine().ifPresent(amount -> whole.add(bare(amount)));
    return UUID.nameUUIDFromBytes(String.join("\u001f", whole).getBytes(StandardCharsets.UTF_8));
  }

  /** What the file says the line comes to, with all its decimals: 3 x 0.335 = 1.005. */
  public BigDecimal exactAmount() {
    return price.ofLine().orElseGet(() -> quantity.multiply(price.ofUnit()));
  }

  /** Half up to the digits of the currency, as it is booked: 3 x 0.335 = 1.01. */
  public BigDecimal amount(Currency currency) {
    return rounded(exactAmount(), currency);
  }

  static BigDecimal rounded(BigDecimal amount, Currency currency) {
    return amount.setScale(Money.digits(currency), RoundingMode.HALF_UP);
  }

  /** The row as one that does not fit. */
  public NewReject rejected(String field, String value, String reason, String expected) {
    return new NewReject(source.line(), source.cells(), field, value, reason, expected);
  }

  private static String bare(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
