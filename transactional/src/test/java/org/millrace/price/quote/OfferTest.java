package org.millrace.price.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.price.PriceListCode;
import org.millrace.price.Prices;
import org.millrace.price.quote.Offer.Reach;
import org.millrace.shared.Quantity;

/** Which of several prices counts. */
class OfferTest {
  private static final ItemCode BELL = new ItemCode("BELL");
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

  private static Offer offer(
      String list, Reach reach, LocalDate listFrom, int quantity, LocalDate from, int price) {
    return new Offer(
        BELL,
        reach,
        listFrom,
        Quantity.of(quantity),
        from,
        new Prices.Quote(
            BigDecimal.valueOf(price),
            Optional.empty(),
            new Prices.Source(new PriceListCode(list), 1, price)));
  }

  private static int best(int quantity, Offer... offers) {
    return Offer.best(List.of(offers), new Prices.Asked(BELL, Quantity.of(quantity)))
        .map(quote -> quote.unitPrice().intValueExact())
        .orElse(-1);
  }

  @Test
  void isThatOfThePartnerThenOfHisGroupThenOfAll() {
    Offer all = offer("A", Reach.ALL, MARCH, 0, MARCH, 1);
    Offer group = offer("B", Reach.GROUP, JANUARY, 0, JANUARY, 2);
    Offer party = offer("C", Reach.PARTY, LocalDate.MIN, 0, LocalDate.MIN, 3);
    assertThat(best(1, all, group, party)).isEqualTo(3);
    assertThat(best(1, all, group)).isEqualTo(2);
    assertThat(best(1, all)).isEqualTo(1);
    assertThat(best(1)).isEqualTo(-1);
  }

  @Test
  void isOfTheListThatIsValidFromTheLatestDayThenTheFirstByCode() {
    assertThat(
            best(
                1,
                offer("A", Reach.ALL, JANUARY, 0, JANUARY, 1),
                offer("B", Reach.ALL, MARCH, 0, LocalDate.MIN, 2)))
        .isEqualTo(2);
    assertThat(
            best(
                1,
                offer("B", Reach.ALL, JANUARY, 0, MARCH, 1),
                offer("A", Reach.ALL, JANUARY, 0, JANUARY, 2)))
        .isEqualTo(2);
  }

  @Test
  void isThatOfTheLargestQuantityReachedThenOfTheLatestDay() {
    Offer one = offer("A", Reach.ALL, JANUARY, 0, MARCH, 1);
    Offer ten = offer("A", Reach.ALL, JANUARY, 10, JANUARY, 2);
    Offer tenLater = offer("A", Reach.ALL, JANUARY, 10, MARCH, 3);
    Offer hundred = offer("A", Reach.ALL, JANUARY, 100, MARCH, 4);
    assertThat(best(9, one, ten, tenLater, hundred)).isEqualTo(1);
    assertThat(best(10, one, ten, hundred)).isEqualTo(2);
    assertThat(best(99, one, ten, tenLater, hundred)).isEqualTo(3);
    assertThat(best(100, one, ten, tenLater, hundred)).isEqualTo(4);
  }

  @Test
  void fallsBackToAWiderListBelowTheQuantityOfANarrowerOne() {
    Offer all = offer("A", Reach.ALL, JANUARY, 0, JANUARY, 1);
    Offer party = offer("B", Reach.PARTY, JANUARY, 10, JANUARY, 2);
    assertThat(best(9, all, party)).isEqualTo(1);
    assertThat(best(10, all, party)).isEqualTo(2);
  }

  /** Whatever the order in which rules are read, the same one counts. */
  @Property(tries = 500)
  void doesNotHangOnTheOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      offers.add(
          offer(
              "L" + i,
              Reach.values()[random.nextInt(3)],
              JANUARY.plusDays(random.nextInt(3)),
              random.nextInt(3) * 5,
              JANUARY.plusDays(random.nextInt(3)),
              i));
    }
    Prices.Asked asked = new Prices.Asked(BELL, Quantity.of(7));
    Optional<Prices.Quote> before = Offer.best(offers, asked);
    Collections.shuffle(offers, random);
    assertThat(Offer.best(offers, asked)).isEqualTo(before);
  }
}
