package org.millrace.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

class OpportunityTest {
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void keepsItsWayWhenItsOutlookChanges() {
    Opportunity moved = opened().moved(Stage.PROPOSAL, START.plusSeconds(60), Optional.of(" x "));
    Opportunity changed =
        moved.changed(
            new Opportunity.Outlook("Fewer", "mia", LocalDate.of(2026, 9, 1), Optional.empty()),
            List.of(line(2)));
    assertThat(changed.subject()).isEqualTo("Fewer");
    assertThat(changed.owner()).isEqualTo("mia");
    assertThat(changed.expectedCloseDate()).isEqualTo(LocalDate.of(2026, 9, 1));
    assertThat(changed.stage()).isEqualTo(Stage.PROPOSAL);
    assertThat(changed.stages()).isEqualTo(moved.stages());
    assertThat(changed.stages().get(1).note()).contains("x");
    assertThat(changed.lacking(moved)).containsExactly(1);
  }

  @Test
  void leavesItsStageWhenItIsWonOrLost() {
    Instant end = START.plusSeconds(90);
    OrderNumber order = new OrderNumber("SO-1");
    Opportunity won = opened().won(Optional.of(order), end);
    assertThat(won.orderNumber()).contains(order);
    assertThat(won.closedAt()).contains(end);
    assertThat(won.stages().get(0).leftAt()).contains(end);
    Opportunity lost = opened().lost(" Too dear ", end);
    assertThat(lost.lostReason()).contains("Too dear");
    assertThat(lost.outcome()).isEqualTo(Outcome.LOST);
    assertThatThrownBy(() -> lost.moved(Stage.PROPOSAL, end, Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("it is lost");
    assertThatThrownBy(() -> opened().lost(" ", end)).hasMessageContaining("lostReason");
  }

  @Test
  void entersNoStageBeforeTheOneItIsIn() {
    assertThatThrownBy(
            () -> opened().moved(Stage.PROPOSAL, START.minusSeconds(1), Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not before it entered qualification on " + START);
    assertThatThrownBy(() -> opened().moved(Stage.NEGOTIATION, START, Optional.empty()))
        .hasMessageContaining("It can go to proposal, or be closed");
  }

  static Opportunity.Line line(int number) {
    return new Opportunity.Line(
        number, new ItemCode("BIKE"), "Bike", Quantity.of(2), Money.of("400", "EUR"));
  }

  static Opportunity opened() {
    return Opportunity.opened(
        new OpportunityNumber("OP-1"),
        new Customer(new PartyCode("C-1"), "Shop", "Italy"),
        new Opportunity.Outlook("Bikes", "leo", LocalDate.of(2026, 6, 30), Optional.empty()),
        Currency.getInstance("EUR"),
        List.of(line(1), line(2)),
        START);
  }
}
