package org.millrace.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;

/**
 * Money that came from a party or went to it, and what it settles; the rest stays on account.
 *
 * @param side on whose account the rest stays; that of customers for money in, else of suppliers
 * @param money what the bank booked: of money in after its fee, of money out with it
 * @param account of the ledger that holds the money; cash and bank when absent
 * @param items in their order; those without an amount are settled as far as the money reaches
 */
public record NewSettlement(
    Direction direction,
    Optional<Side> side,
    PartyCode party,
    Optional<LocalDate> date,
    Cash money,
    Optional<String> account,
    Optional<String> reference,
    List<Item> items) {
  public NewSettlement {
    items = List.copyOf(items);
  }

  /**
   * The money in its own currency, the company's when absent.
   *
   * @param rate of a foreign one, where it is not the one of the day
   * @param homeAmount what the bank booked in the currency of the company, where that is known
   */
  public record Cash(
      BigDecimal amount,
      Optional<BigDecimal> bankFee,
      Optional<Currency> currency,
      Optional<ExchangeRate> rate,
      Optional<BigDecimal> homeAmount) {
    /** So much in that currency. */
    public static Cash of(Money money) {
      return new Cash(
          money.amount(),
          Optional.empty(),
          Optional.of(money.currency()),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * An open item to be settled.
   *
   * @param amount of money, in the currency of the item and without its sign
   * @param discount settles the item beside the money
   * @param writeOff settles the item beside the money
   */
  public record Item(
      ItemKind kind,
      String number,
      @Amount(in = "currency") Optional<BigDecimal> amount,
      @Amount(in = "currency") Optional<BigDecimal> discount,
      @Amount(in = "currency") Optional<BigDecimal> writeOff) {
    /** All of an item that the money reaches. */
    public static Item of(ItemRef item) {
      return new Item(
          item.kind(), item.number(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Its name. */
    public ItemRef ref() {
      return new ItemRef(kind, number);
    }
  }
}
