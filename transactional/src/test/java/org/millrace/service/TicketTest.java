package org.millrace.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** A ticket by itself: parts and their cost, closing, opening again, changing. */
class TicketTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void addsUpWhatItsPartsCost() {
    Ticket ticket = opened().used(part(1, "2", "12.50")).used(part(2, "0.5", "0.99"));
    assertThat(ticket.parts()).extracting(Ticket.Part::line).containsExactly(1, 2);
    assertThat(ticket.partsCost()).isEqualTo(Money.of("13.49", "EUR"));
    assertThat(ticket.nextLine()).isEqualTo(3);
  }

  @Test
  void takesNothingMoreWhenItIsClosed() {
    Ticket closed = opened().closed(OPENED.plusSeconds(60), Optional.of("  tightened "));
    assertThat(closed.resolution()).contains("tightened");
    assertThat(closed.closedAt()).contains(OPENED.plusSeconds(60));
    refusedAsConflict(() -> closed.used(part(1, "1", "1")));
    refusedAsConflict(() -> closed.changed(new Ticket.Request("other", Optional.empty())));
    refusedAsConflict(() -> closed.closed(OPENED.plusSeconds(90), Optional.empty()));
  }

  @Test
  void isNotClosedBeforeItWasOpened() {
    assertThatThrownBy(() -> opened().closed(OPENED.minusMillis(1), Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not before it was opened 2026-03-02T09:00:00Z");
    assertThat(opened().closed(OPENED, Optional.empty()).status()).isEqualTo(TicketStatus.CLOSED);
  }

  @Test
  void keepsItsPartsWhenTheTroubleComesBack() {
    Ticket closed = opened().used(part(1, "1", "7")).closed(OPENED, Optional.of("new chain"));
    Ticket again = closed.reopened();
    assertThat(again.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(again.closedAt()).isEmpty();
    assertThat(again.resolution()).isEmpty();
    assertThat(again.parts()).isEqualTo(closed.parts());
    assertThat(again.partsCost()).isEqualTo(Money.of("7", "EUR"));
    refusedAsConflict(again::reopened);
  }

  @Test
  void sharesWhatPartsCostMoreByTheirQuantity() {
    Ticket before =
        opened().used(part(1, "1", "7")).used(part(2, "2", "14")).closed(OPENED, Optional.empty());
    Ticket after = before.corrected(new ItemCode("CHAIN"), Money.of("0.05", "EUR"));
    assertThat(after.parts())
        .extracting(Ticket.Part::cost)
        .containsExactly(Money.of("7.02", "EUR"), Money.of("14.03", "EUR"));
    assertThat(after.partsCost()).isEqualTo(Money.of("21.05", "EUR"));
    assertThat(after.status()).isEqualTo(TicketStatus.CLOSED);
    Ticket cheaper = after.corrected(new ItemCode("CHAIN"), Money.of("-0.05", "EUR"));
    assertThat(cheaper.partsCost()).isEqualTo(before.partsCost());
    assertThat(cheaper.parts()).isEqualTo(before.parts());
    assertThat(before.corrected(new ItemCode("OTHER"), Money.of("1", "EUR"))).isEqualTo(before);
  }

  @Test
  void sharesInTheSmallestCoinEvenWhereACurrencyNamesNone() {
    Currency gold = Currency.getInstance("XAU");
    Ticket ticket =
        Ticket.opened(
            new TicketNumber("ST-000001"),
            opened().customer(),
            new Ticket.Request("Chain slips", Optional.empty()),
            OPENED,
            gold);
    Ticket used = ticket.used(goldPart(1, 1, gold)).used(goldPart(2, 2, gold));
    assertThat(used.corrected(new ItemCode("CHAIN"), Money.of(new BigDecimal("4"), gold)).parts())
        .extracting(part -> part.cost().amount())
        .containsExactly(new BigDecimal("8"), new BigDecimal("10"));
  }

  private static Ticket.Part goldPart(int line, int quantity, Currency gold) {
    return new Ticket.Part(
        line,
        new ItemCode("CHAIN"),
        "Chain",
        Quantity.of(quantity),
        Money.of(new BigDecimal("7"), gold));
  }

  @Test
  void isChangedInSubjectAndItemAlone() {
    Ticket before = opened().used(part(1, "1", "7"));
    Ticket after =
        before.changed(new Ticket.Request(" Brake  ", Optional.of(new ItemCode("BRAKE"))));
    assertThat(after.subject()).isEqualTo("Brake");
    assertThat(after.item()).contains(new ItemCode("BRAKE"));
    assertThat(after.number()).isEqualTo(before.number());
    assertThat(after.parts()).isEqualTo(before.parts());
  }

  @Test
  void hasASubject() {
    assertThatThrownBy(() -> new Ticket.Request("  ", Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("what is wrong");
  }

  @Test
  void holdsACopyOfItsParts() {
    List<Ticket.Part> parts = new ArrayList<>();
    Ticket ticket = opened();
    Ticket copied =
        new Ticket(
            ticket.number(),
            ticket.customer(),
            ticket.subject(),
            ticket.item(),
            ticket.status(),
            ticket.openedAt(),
            ticket.closedAt(),
            ticket.resolution(),
            parts,
            ticket.partsCost(),
            ticket.currency());
    parts.add(part(1, "1", "1"));
    assertThat(copied.parts()).isEmpty();
  }

  private static void refusedAsConflict(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.CONFLICT));
  }

  private static Ticket.Part part(int line, String quantity, String cost) {
    return new Ticket.Part(
        line,
        new ItemCode("CHAIN"),
        "Chain",
        Quantity.of(new BigDecimal(quantity)),
        Money.of(cost, "EUR"));
  }

  private static Ticket opened() {
    return Ticket.opened(
        new TicketNumber("ST-000001"),
        new Customer(new PartyCode("ACME"), "Acme Ltd", "GB"),
        new Ticket.Request("Chain slips", Optional.empty()),
        OPENED,
        EUR);
  }
}
