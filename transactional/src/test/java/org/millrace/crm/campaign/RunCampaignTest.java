package org.millrace.crm.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.millrace.TestingMasters;
import org.millrace.crm.Campaign;
import org.millrace.crm.CampaignCode;
import org.millrace.crm.CampaignEnded;
import org.millrace.crm.CampaignStatus;
import org.millrace.crm.CampaignStatus.Act;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/** Campaigns from their plan to their end, on masters and documents in memory. */
class RunCampaignTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  private final TestingMasters masters = new TestingMasters();
  private final TestingDocuments<Campaign> campaigns = new TestingDocuments<>(Campaign.KIND);
  private final RunCampaign run = new RunCampaign(masters.companies(), campaigns, masters.items());

  @Example
  void isForRegisteredItemsUnderACodeOfItsOwn() {
    planned(BELL);
    assertThatThrownBy(() -> planned(BELL))
        .isInstanceOf(Refused.class)
        .hasMessage("There is a campaign SPRING in company BIKES already. Choose another code.");
    assertThatThrownBy(() -> planned(new ItemCode("HORN"), BELL, new ItemCode("LAMP")))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "Campaign SPRING cannot be planned: items is 'HORN', expected registered items; items"
                + " is 'LAMP', expected registered items");
  }

  /** Midnight in Shanghai ends the day there, eight hours before it does in Greenwich. */
  @Example
  void endsOnTheDayOfTheCompany() {
    Versioned<Campaign> running = run.change(planned(BELL), Campaign::started, at("2026-03-03"));
    Campaign ended = run.end(running, Instant.parse("2026-03-10T17:00:00Z")).document();
    assertThat(ended.endsOn()).isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(campaigns.told()).last().isInstanceOf(CampaignEnded.class);
  }

  @Example
  void spendsNothingBelowNothing() {
    assertThatThrownBy(
            () ->
                new Campaign(
                    new CampaignCode("SPRING"),
                    "Spring",
                    CampaignStatus.PLANNED,
                    FIRST,
                    LAST,
                    TestingMasters.EURO,
                    List.of(),
                    Optional.of(Money.of("-0.01", "EUR"))))
        .hasMessageContaining("items is 'none', expected at least one item")
        .hasMessageContaining("budget is 'EUR -0.01', expected 0 or more");
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    return Arbitraries.frequency(
            Tuple.of(2, Act.START),
            Tuple.of(6, Act.HOLD),
            Tuple.of(6, Act.RESUME),
            Tuple.of(3, Act.END))
        .list()
        .ofMaxSize(10);
  }

  /** Whatever is done in whatever order, its steps foretell it and its days stay in order. */
  @Property
  void doesWhatItsStepsAllow(@ForAll("acts") List<Act> acts) {
    Campaign campaign = campaign(BELL);
    for (Act act : acts) {
      boolean isForetold =
          Campaign.KIND.steps(campaign).stream()
              .anyMatch(step -> step.act().equals(act.word()) && step.allowed());
      Optional<Campaign> after = tried(campaign, act);
      Statistics.label("accepted").collect(after.isPresent());
      assertThat(after.isPresent()).as("%s when %s", act, campaign.status()).isEqualTo(isForetold);
      assertThat(after.orElse(campaign).status())
          .isEqualTo(after.isPresent() ? stateAfter(act) : campaign.status());
      campaign = after.filter(c -> c.status() != CampaignStatus.ENDED).orElse(campaign);
    }
    Statistics.label("accepted").coverage(c -> c.check(true).percentage(p -> p >= 50));
  }

  private static CampaignStatus stateAfter(Act act) {
    return switch (act) {
      case START, RESUME -> CampaignStatus.RUNNING;
      case HOLD -> CampaignStatus.HELD;
      case END -> CampaignStatus.ENDED;
    };
  }

  private static Optional<Campaign> tried(Campaign campaign, Act act) {
    try {
      return Optional.of(
          switch (act) {
            case START -> campaign.started();
            case HOLD -> campaign.held();
            case RESUME -> campaign.resumed();
            case END -> campaign.ended(FIRST);
          });
    } catch (Refused refused) {
      return Optional.empty();
    }
  }

  private Versioned<Campaign> planned(ItemCode... items) {
    return run.plan(COMPANY, campaign(items), at("2026-03-01"));
  }

  private static Campaign campaign(ItemCode... items) {
    return new Campaign(
        new CampaignCode("SPRING"),
        "Spring",
        CampaignStatus.PLANNED,
        FIRST,
        LAST,
        TestingMasters.EURO,
        Arrays.asList(items),
        Optional.empty());
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T04:00:00Z");
  }
}
