package org.millrace.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.shared.Refused;

class CampaignTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 1);

  @Test
  void endsTodayUnlessItWasToEndBeforeOrNeverBegan() {
    Campaign running = planned().started();
    assertThat(running.ended(START.plusDays(4)).endsOn()).isEqualTo(START.plusDays(4));
    assertThat(running.ended(START.plusDays(99)).endsOn()).isEqualTo(START.plusDays(30));
    assertThat(planned().ended(START.minusDays(9)).endsOn()).isEqualTo(START);
    assertThat(running.held().resumed().status()).isEqualTo(CampaignStatus.RUNNING);
  }

  @Test
  void namesEachItemOnceAndEndsNotBeforeItStarts() {
    assertThat(planned().items()).containsExactly(new ItemCode("BIKE"), new ItemCode("HELMET"));
    assertThatThrownBy(() -> campaign(START.minusDays(1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not before its start " + START);
  }

  private static Campaign planned() {
    return campaign(START.plusDays(30));
  }

  private static Campaign campaign(LocalDate end) {
    return new Campaign(
        new CampaignCode("SPRING"),
        "Spring",
        CampaignStatus.PLANNED,
        START,
        end,
        Currency.getInstance("EUR"),
        List.of(new ItemCode("HELMET"), new ItemCode("BIKE"), new ItemCode("HELMET")),
        Optional.empty());
  }
}
