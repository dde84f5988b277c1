package org.millrace.currency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.UnitPrice;

/**
 * The one currency that the prices of a document are in, and what they are worth in the currency of
 * the company.
 *
 * @param home the currency of the company
 * @param abroad the currency of the document with its rate, where that is another one
 */
public record DocumentCurrency(Currency home, Optional<AskedCurrency> abroad) {
  /** Of a document in the currency of the company. */
  public static DocumentCurrency of(Currency home) {
    return new DocumentCurrency(home, Optional.empty());
  }

  /** What stands on the document. */
  public Currency paper() {
    return abroad.map(AskedCurrency::currency).orElse(home);
  }

  /** Units of the company's currency for one of the document's. */
  public ExchangeRate rate() {
    return abroad.flatMap(AskedCurrency::rate).orElse(ExchangeRate.ONE);
  }

  /** What the price of one unit is worth, half up to the decimals of a price. */
  public Money priceAtHome(BigDecimal price) {
    return Money.of(
        abroad.isEmpty()
            ? price
            : rate().unrounded(price).setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP),
        home);
  }

  /** What an amount of the document is worth, in the decimals of the company's currency. */
  public Money atHome(Money amount) {
    return abroad.isEmpty() ? amount : rate().of(amount.amount(), home);
  }

  /** What stands on a line of the document, where that is not in the currency of the company. */
  public Optional<ForeignLine> line(BigDecimal price, Money net) {
    return abroad.map(of -> new ForeignLine(price, net.amount(), Optional.empty()));
  }

  /** What stands on the document with these lines. */
  public Optional<ForeignOrder> order(List<Optional<ForeignLine>> lines) {
    return abroad.map(
        of ->
            new ForeignOrder(
                of.currency(),
                rate(),
                lines.stream()
                    .flatMap(Optional::stream)
                    .map(ForeignLine::netAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  /** Of a document that tells what stands on it. */
  public static DocumentCurrency of(Currency home, Optional<ForeignOrder> foreign) {
    return new DocumentCurrency(
        home, foreign.map(told -> new AskedCurrency(told.currency(), Optional.of(told.rate()))));
  }

  /** How people read it: EUR, or USD at 0.90. */
  @Override
  public String toString() {
    return abroad.isEmpty() ? home.getCurrencyCode() : paper() + " at " + rate();
  }
}
