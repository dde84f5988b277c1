package org.millrace.crm.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.BIKE;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.SHOP;
import static org.millrace.TestingMasters.STEEL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.TestingMasters;
import org.millrace.crm.Opportunity;
import org.millrace.crm.OpportunityChanged;
import org.millrace.crm.OpportunityClosed;
import org.millrace.crm.Outcome;
import org.millrace.crm.Stage;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** What is done with opportunities, on masters and documents in memory. */
class PursueOpportunityTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Opportunity.Outlook OUTLOOK =
      new Opportunity.Outlook("Fleet", "anna", LocalDate.of(2026, 6, 1), Optional.empty());

  private final TestingMasters masters = new TestingMasters();
  private final TestingDocuments<Opportunity> opportunities =
      new TestingDocuments<>(Opportunity.KIND);
  private final PursueOpportunity pursue =
      new PursueOpportunity(
          opportunities,
          masters.companies(),
          masters.parties(),
          masters.items(),
          (company, number) -> orderOf(number.value().equals("SO-1") ? SHOP : STEEL, number));

  @Test
  void numbersItsLinesAndKeepsTheNumbersWhenLinesComeAndGo() {
    Versioned<Opportunity> opened = open(SHOP, line(BELL), line(BIKE));
    assertThat(lines(opened.document())).containsExactly("1 BELL", "2 BIKE");
    Versioned<Opportunity> changed =
        pursue.change(opened, OUTLOOK, List.of(line(2, BIKE), line(BELL)), NOW);
    assertThat(lines(changed.document())).containsExactly("2 BIKE", "3 BELL");
    assertThat(opportunities.told())
        .last()
        .isInstanceOfSatisfying(
            OpportunityChanged.class, e -> assertThat(e.dropped()).containsExactly(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 100_001, Integer.MAX_VALUE})
  void refusesANumberThatNoLineCanHave(int number) {
    refused(
        () -> open(SHOP, line(number, BELL)),
        "lines.line is '%d', expected a number from 1 to 100000, each once".formatted(number));
  }

  @Test
  void namesEachLineThatCannotBeUsed() {
    refused(
        () -> open(SHOP, line(1, BELL), line(1, BIKE), line(2, new ItemCode("HORN"))),
        "The lines of the opportunity cannot be used: lines.line is '1', expected a number from 1"
            + " to 100000, each once; lines.2.item is 'HORN', expected a registered item");
    refused(() -> open(STEEL, line(BELL)), "expected a party with the role customer");
    refused(() -> open(SHOP), "lines is 'none', expected at least one line");
    assertThat(opportunities.stored()).isEmpty();
  }

  @Test
  void offersNoMoreThanAnInvoiceCouldBill() {
    assertThat(wanted("1000", "999999999.99").quantity()).isEqualTo(Quantity.of("1000"));
    refused(
        () -> wanted("1000.0001", "1000000000"),
        "Item BELL cannot be offered: quantity is '1000.0001', expected at most 999999999999.99"
            + " when multiplied by the price");
    refused(() -> wanted("1", "-1"), "unitPrice is '-1', expected 0 to 1000000000");
  }

  @Test
  void isWonWithAnOrderOfTheSameCustomerAlone() {
    Versioned<Opportunity> opened = open(SHOP, line(BELL));
    refused(
        () -> pursue.win(opened, Optional.of(new OrderNumber("SO-2")), NOW),
        "Opportunity OP-000001 cannot be closed: orderNumber is 'SO-2 of STEEL', expected an order"
            + " of SHOP");
    Opportunity won = pursue.win(opened, Optional.of(new OrderNumber("SO-1")), NOW).document();
    assertThat(won.outcome()).isEqualTo(Outcome.WON);
    assertThat(won.orderNumber()).contains(new OrderNumber("SO-1"));
    assertThat(opportunities.told()).last().isInstanceOf(OpportunityClosed.class);
  }

  @Test
  void isLostForAReasonAndLeavesItsStages() {
    Versioned<Opportunity> moved =
        pursue.move(open(SHOP, line(BELL)), Stage.PROPOSAL, Optional.of(" "), NOW);
    assertThat(moved.document().stages()).last().extracting("note").isEqualTo(Optional.empty());
    refused(
        () -> pursue.move(moved, Stage.QUALIFICATION, Optional.empty(), NOW),
        "Opportunity OP-000001 cannot go from proposal to qualification. It can go to negotiation,"
            + " or be closed.");
    refused(() -> pursue.lose(moved, " ", NOW), "lostReason is ' ', expected why it was lost");
    Opportunity lost = pursue.lose(moved, " Too dear ", NOW).document();
    assertThat(lost.lostReason()).contains("Too dear");
    assertThat(lost.closedAt()).contains(NOW);
  }

  private Versioned<Opportunity> open(PartyCode customer, PursueOpportunity.WantedLine... lines) {
    return pursue.open(COMPANY, customer, OUTLOOK, Arrays.asList(lines), NOW);
  }

  private static List<String> lines(Opportunity opportunity) {
    return opportunity.lines().stream().map(line -> line.line() + " " + line.item()).toList();
  }

  private static PursueOpportunity.WantedLine line(ItemCode item) {
    return new PursueOpportunity.WantedLine(Optional.empty(), item, Quantity.of(1), BigDecimal.TEN);
  }

  private static PursueOpportunity.WantedLine line(int number, ItemCode item) {
    return new PursueOpportunity.WantedLine(
        Optional.of(number), item, Quantity.of(1), BigDecimal.TEN);
  }

  private static PursueOpportunity.WantedLine wanted(String quantity, String price) {
    return new PursueOpportunity.WantedLine(
        Optional.empty(), BELL, Quantity.of(quantity), new BigDecimal(price));
  }

  private static SalesOrder orderOf(PartyCode customer, OrderNumber number) {
    return new SalesOrder(
        number,
        new Customer(customer, "Who buys", "France", false),
        LocalDate.of(2026, 3, 2),
        TestingMasters.EURO,
        OrderStatus.OPEN,
        List.of(),
        Money.zero(TestingMasters.EURO),
        Optional.empty(),
        Optional.empty(),
        DispatchPriority.NORMAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
