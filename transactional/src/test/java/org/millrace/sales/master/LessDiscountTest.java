package org.millrace.sales.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.DocumentCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.price.DocumentDiscount;
import org.millrace.shared.Money;
import org.millrace.tax.calculation.RoundingUnit;

/** A discount in percent of a whole document, by its lines and by its parts. */
class LessDiscountTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");

  private static LessDiscount less(String percent, DocumentCurrency money, String... amounts) {
    return new LessDiscount(
        Optional.of(new BigDecimal(percent)),
        Arrays.stream(amounts)
            .map(amount -> Money.of(new BigDecimal(amount), money.paper()))
            .toList(),
        money);
  }

  @Test
  void isSharedByTheLinesToTheCent() {
    LessDiscount less = less("3", DocumentCurrency.of(EUR), "10.10", "10.10", "10.10");
    assertThat(less.nets())
        .containsExactly(Money.of("9.80", "EUR"), Money.of("9.79", "EUR"), Money.of("9.80", "EUR"));
    assertThat(less.told().orElseThrow().amount()).isEqualTo(Money.of("0.91", "EUR"));
    assertThat(less.told().orElseThrow().foreignAmount()).isEmpty();
  }

  @Test
  void isToldInBothCurrenciesOfADocumentAbroad() {
    DocumentCurrency abroad =
        new DocumentCurrency(
            EUR, Optional.of(new AskedCurrency(USD, Optional.of(new ExchangeRate("0.90")))));
    DocumentDiscount told = less("3", abroad, "30.30").told().orElseThrow();
    assertThat(told.foreignAmount()).contains(new BigDecimal("0.91"));
    assertThat(told.amount()).isEqualTo(Money.of("0.82", "EUR"));
  }

  @Test
  void leavesTheLinesAloneWhereThereIsNone() {
    List<Money> amounts = List.of(Money.of("10.10", "EUR"));
    LessDiscount less = new LessDiscount(Optional.empty(), amounts, DocumentCurrency.of(EUR));
    assertThat(less.nets()).isEqualTo(amounts);
    assertThat(less.told()).isEmpty();
  }

  /** Any parts of any order are together less what the whole is less, and never below nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"0.0001", "2.5", "3", "33.3333", "50", "99.9999", "100"})
  void isTheSameInPartsAsInTheWhole(String percent) {
    RoundingUnit unit = RoundingUnit.of(EUR);
    BigDecimal off = new BigDecimal(percent);
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      BigDecimal before = BigDecimal.ZERO;
      BigDecimal taken = BigDecimal.ZERO;
      for (int part = 0; part < 12; part++) {
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(300), 2);
        BigDecimal next = LessDiscount.next(unit, off, before, amount);
        assertThat(next).isBetween(BigDecimal.ZERO, amount);
        taken = taken.add(next);
        before = before.add(amount);
      }
      assertThat(taken).isEqualByComparingTo(LessDiscount.next(unit, off, BigDecimal.ZERO, before));
    }
  }

  @Test
  void isOneWithTheDiscountOfALine() {
    assertThat(DocumentDiscount.together(BigDecimal.TEN, new BigDecimal("5")))
        .isEqualTo(new BigDecimal("14.5"));
    assertThat(DocumentDiscount.together(BigDecimal.ZERO, BigDecimal.ZERO))
        .isEqualTo(BigDecimal.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "100.1", "1.23456"})
  void isRefusedWhereItIsNoPercentage(String percent) {
    assertThatThrownBy(() -> DocumentDiscount.asked(Optional.of(new BigDecimal(percent)), "Not so"))
        .hasMessage(
            "Not so: documentDiscountPercent is '%s', expected 0 to 100 with at most 4 decimals"
                .formatted(percent));
  }

  @Test
  void isNoneAtZero() {
    assertThat(DocumentDiscount.asked(Optional.of(new BigDecimal("0.00")), "Not so")).isEmpty();
    assertThat(DocumentDiscount.asked(Optional.of(new BigDecimal("2.50")), "Not so"))
        .contains(new BigDecimal("2.5"));
  }
}
