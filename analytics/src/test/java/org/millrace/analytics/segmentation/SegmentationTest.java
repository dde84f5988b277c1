package org.millrace.analytics.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millrace.analytics.segmentation.TwentyCustomers.AS_OF;
import static org.millrace.analytics.segmentation.TwentyCustomers.purchase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SegmentationTest {

  private final Segmentation segmentation = Segmentation.asOf(AS_OF);

  @Test
  void scoresTwentyCustomersAsWorkedByHand() {
    assertThat(segmentation.score(TwentyCustomers.purchases()))
        .extracting(TwentyCustomers::described)
        .containsExactlyElementsOf(TwentyCustomers.expected());
  }

  @Test
  void doesNotDependOnTheOrderOfPurchases() {
    List<Purchase> shuffled = new ArrayList<>(TwentyCustomers.purchases());
    Collections.shuffle(shuffled, new Random(7));

    assertThat(segmentation.score(shuffled))
        .isEqualTo(segmentation.score(TwentyCustomers.purchases()));
  }

  @Test
  void countsADocumentPostedInTwoPiecesOnce() {
    List<CustomerScore> scores =
        segmentation.score(List.of(purchase("A", "1", 3, "10"), purchase("A", "1", 3, "5")));

    assertThat(scores.get(0).behaviour()).isEqualTo(new Behaviour(3, 1, new BigDecimal("15")));
  }

  @Test
  void leavesOutPurchasesBeforeTheWindowAndAfterTheDay() {
    int yearAgo = (int) (AS_OF.toEpochDay() - segmentation.windowStartExclusive().toEpochDay());
    List<Purchase> purchases =
        List.of(
            purchase("edge-out", "1", yearAgo, "10"),
            purchase("edge-in", "2", yearAgo - 1, "10"),
            purchase("tomorrow", "3", -1, "10"),
            purchase("today", "4", 0, "10"));

    assertThat(segmentation.score(purchases))
        .extracting(score -> score.customer().code())
        .containsExactly("edge-in", "today");
  }

  @Test
  void doesNotScoreACustomerWithCreditNotesOnly() {
    assertThat(segmentation.score(List.of(purchase("A", "1", 3, "-10")))).isEmpty();
  }

  @Test
  void takesNameAndCountryFromTheLatestDocument() {
    Purchase moved =
        new Purchase(
            new Customer("A", "Anna & Co", "France"),
            Purchase.Kind.INVOICE,
            "2",
            AS_OF,
            new Purchase.Amount(BigDecimal.TEN, "GBP"));

    List<CustomerScore> scores = segmentation.score(List.of(moved, purchase("A", "1", 9, "10")));

    assertThat(scores.get(0).customer().name()).isEqualTo("Anna & Co");
    assertThat(scores.get(0).customer().country()).isEqualTo("France");
  }

  @Test
  void refusesTwoCurrencies() {
    Purchase inEuro =
        new Purchase(
            new Customer("B", "B", "France"),
            Purchase.Kind.INVOICE,
            "2",
            AS_OF,
            new Purchase.Amount(BigDecimal.TEN, "EUR"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> segmentation.score(List.of(inEuro, purchase("A", "1", 9, "10"))))
        .withMessage(
            "Purchases in [EUR, GBP] cannot be ranked together; score one currency at a time");
  }

  @Test
  void scoresNobodyWhenNobodyBought() {
    assertThat(segmentation.score(List.of())).isEmpty();
  }

  @Test
  void anEarlierDayIsNotTouchedByLaterPurchases() {
    Segmentation before = Segmentation.asOf(AS_OF.minusMonths(1));
    List<Purchase> withLater = new ArrayList<>(TwentyCustomers.purchases());
    withLater.add(purchase("C20", "late", 0, "9999"));

    assertThat(before.score(withLater)).isEqualTo(before.score(TwentyCustomers.purchases()));
  }

  @Property(tries = 200)
  void equalValuesGetEqualScoresAndMoreIsNeverWorse(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -5, max = 12) Integer> values) {
    Quintiles<Integer> quintiles = Quintiles.of(values, Integer::compare);

    List<Integer> sorted = values.stream().sorted().toList();
    List<Integer> scores = sorted.stream().map(quintiles::score).toList();
    assertThat(scores).isSorted().allMatch(score -> score >= 1 && score <= 5);
  }

  @Test
  void allLevelIsTheMiddle() {
    assertThat(Quintiles.of(List.of(4, 4, 4), Integer::compare).score(4)).isEqualTo(3);
  }
}
