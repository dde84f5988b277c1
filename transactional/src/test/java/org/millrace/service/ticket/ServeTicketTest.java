package org.millrace.service.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.FITTING;
import static org.millrace.TestingMasters.SHOP;
import static org.millrace.TestingMasters.STEEL;
import static org.millrace.TestingMasters.WHEEL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.millrace.TestingMasters;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Recorded;
import org.millrace.party.PartyCode;
import org.millrace.service.PartUsed;
import org.millrace.service.PartsCostCorrected;
import org.millrace.service.Ticket;
import org.millrace.service.TicketReopened;
import org.millrace.service.TicketStatus;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.TestingStock;

/** What is done with tickets, on masters and documents in memory. */
class ServeTicketTest {
  private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");

  private final TestingMasters masters = new TestingMasters();
  private final TestingDocuments<Ticket> tickets = new TestingDocuments<>(Ticket.KIND);
  private final TestingStock stock =
      new TestingStock(TestingMasters.EURO).having(BELL, "1.50").having(WHEEL, "0.335");
  private final ServeTicket serve =
      new ServeTicket(tickets, masters.companies(), masters.parties(), masters.items(), stock);

  @Test
  void isOpenedForACustomerAndAnItemThatAreThere() {
    Ticket ticket = open(SHOP, Optional.of(BELL)).document();
    assertThat(ticket.customer().name()).isEqualTo("Bike shop");
    assertThat(ticket.partsCost()).isEqualTo(euros("0"));
    refused(
        () -> open(STEEL, Optional.empty()),
        "The ticket cannot be opened: customer is 'STEEL', expected a party with the role"
            + " customer");
    refused(() -> open(SHOP, Optional.of(new ItemCode("HORN"))), "There is no HORN");
    Versioned<Ticket> opened = open(SHOP, Optional.empty());
    Ticket.Request other = new Ticket.Request("Squeaks", Optional.of(new ItemCode("HORN")));
    refused(() -> serve.change(opened, other, NOW), "There is no HORN");
  }

  @Test
  void takesPartsOutOfTheStockWhomeverTheyWereReservedFor() {
    ServeTicket.Used used = use(open(SHOP, Optional.empty()), WHEEL, "3");
    assertThat(used.part().cost()).isEqualTo(euros("1.01"));
    assertThat(used.ticket().document().partsCost()).isEqualTo(euros("1.01"));
    GoodsMove move = stock.moves().get(0);
    assertThat(move.reason()).isEqualTo(MoveReason.ISSUE);
    assertThat(move.othersGoods()).isEqualTo(GoodsMove.OthersGoods.TAKEN);
    assertThat(move.lines().get(0).quantity()).isEqualTo(Quantity.of(-3));
    assertThat(tickets.told())
        .last()
        .isInstanceOfSatisfying(
            PartUsed.class, event -> assertThat(event.part()).isEqualTo(used.part()));
  }

  @Test
  void movesNothingForWhatIsNoPartOrATicketThatIsClosed() {
    Versioned<Ticket> ticket = open(SHOP, Optional.empty());
    refused(
        () -> use(ticket, FITTING, "0"),
        "Ticket ST-000001 cannot use the part: quantity is '0', expected more than 0; item is"
            + " 'FITTING', expected an item that is kept in stock");
    Versioned<Ticket> closed = serve.close(ticket, Optional.empty(), NOW);
    refused(() -> use(closed, BELL, "1"), "Ticket ST-000001 cannot use a part: it is closed.");
    assertThat(stock.moves()).isEmpty();
  }

  @Test
  void isOpenedAgainForAReason() {
    Versioned<Ticket> closed = serve.close(open(SHOP, Optional.empty()), Optional.empty(), NOW);
    refused(
        () -> serve.reopen(closed, "  ", NOW),
        "Ticket ST-000001 cannot be opened again: reason is '  ', expected why it is opened again");
    assertThat(serve.reopen(closed, " Slips again ", NOW).document().status())
        .isEqualTo(TicketStatus.OPEN);
    assertThat(tickets.told())
        .last()
        .isInstanceOfSatisfying(
            TicketReopened.class, e -> assertThat(e.reason()).isEqualTo("Slips again"));
  }

  @Test
  void tellsTheChangedPartsAloneWhenTheyTurnOutToCostMore() {
    Versioned<Ticket> ticket = use(open(SHOP, Optional.empty()), BELL, "2").ticket();
    Versioned<Ticket> closed = serve.close(use(ticket, WHEEL, "3").ticket(), Optional.empty(), NOW);
    DocumentRef ref = Ticket.KIND.ref(closed.document().number());
    handle(TestingStock.revalued(COMPANY, MoveReason.ISSUE, ref, BELL, euros("0.50")));
    Ticket after = tickets.stored().get(0);
    assertThat(after.partsCost()).isEqualTo(euros("4.51"));
    assertThat(after.status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(tickets.told())
        .last()
        .isInstanceOfSatisfying(
            PartsCostCorrected.class,
            event -> assertThat(event.parts()).containsExactly(after.parts().get(0)));
  }

  @Test
  void passesOverWhatOtherDocumentsMoved() {
    use(open(SHOP, Optional.empty()), BELL, "2");
    int told = tickets.told().size();
    DocumentRef delivery = new DocumentRef("sales", "delivery", "ST-000001");
    handle(TestingStock.revalued(COMPANY, MoveReason.ISSUE, delivery, BELL, euros("0.50")));
    assertThat(tickets.told()).hasSize(told);
  }

  private void handle(GoodsMoved moved) {
    new WhenPartsRevalued(tickets).handle(List.of(new Recorded<>(new UUID(0, 1), moved)));
  }

  private Versioned<Ticket> open(PartyCode customer, Optional<ItemCode> item) {
    return serve.open(COMPANY, customer, new Ticket.Request("Chain slips", item), NOW);
  }

  private ServeTicket.Used use(Versioned<Ticket> ticket, ItemCode item, String quantity) {
    return serve.use(
        ticket,
        new ServeTicket.Wanted(item, Quantity.of(quantity), LocationCode.MAIN, Optional.empty()),
        NOW);
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
