package org.millrace.analytics.demand.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.signal.PublishedDemand.Expected;

class PublishedDemandTest {

  private static final OptionalDouble NOBODY = OptionalDouble.empty();

  private static PublishedDemand demand(double ordered, OptionalDouble override) {
    return PublishedDemand.of(new Expected(100, 20, 15), ordered, override);
  }

  @Test
  void openOrdersTakeThePlaceOfWhatWasExpected() {
    assertThat(demand(110, NOBODY)).isEqualTo(new PublishedDemand(110, 0, 10, 15, NOBODY));
    assertThat(demand(110, NOBODY).published()).isEqualTo(135);
    assertThat(demand(0, NOBODY).published()).isEqualTo(135);
    assertThat(demand(200, NOBODY).published()).isEqualTo(200);
    assertThat(demand(200, NOBODY).beyondOrders()).isZero();
  }

  @Test
  void thePlannersWordIsPublishedAndThePartsStay() {
    PublishedDemand demand = demand(30, OptionalDouble.of(120));

    assertThat(demand.published()).isEqualTo(120);
    assertThat(demand.sum()).isEqualTo(135);
    assertThat(demand.beyondOrders()).isEqualTo(90);
  }

  @Test
  void aCampaignMayLowerDemandButNotOrders() {
    PublishedDemand demand = PublishedDemand.of(new Expected(100, -40, 15), 30, NOBODY);

    assertThat(demand).isEqualTo(new PublishedDemand(30, 70, -40, 15, NOBODY));
    assertThat(demand.published()).isEqualTo(75);
    assertThat(PublishedDemand.of(new Expected(100, -40, 15), 80, NOBODY))
        .isEqualTo(new PublishedDemand(80, 20, -20, 0, NOBODY));
    assertThat(PublishedDemand.of(new Expected(100, -40, 15), 110, NOBODY))
        .isEqualTo(new PublishedDemand(110, 0, 0, 0, NOBODY));
    assertThat(PublishedDemand.of(new Expected(100, -100, 0), 30, NOBODY).published())
        .isEqualTo(30);
  }

  @Property
  void isNeverBelowOrdersAndTheLargerOfOrdersAndExpected(
      @ForAll @IntRange(min = 0, max = 500) int ordered,
      @ForAll @IntRange(min = 0, max = 200) int statistical,
      @ForAll @IntRange(min = -200, max = 100) int campaigns,
      @ForAll @IntRange(min = 0, max = 100) int opportunities) {
    PublishedDemand demand =
        PublishedDemand.of(new Expected(statistical, campaigns, opportunities), ordered, NOBODY);

    assertThat(demand.published())
        .isCloseTo(
            Math.max(ordered, Math.max(0, statistical + campaigns) + opportunities), within(1e-9));
    assertThat(demand.base()).isNotNegative();
    assertThat(demand.campaigns())
        .isBetween((double) Math.min(0, campaigns), (double) Math.max(0, campaigns));
    assertThat(demand.opportunities()).isNotNegative();
  }
}
