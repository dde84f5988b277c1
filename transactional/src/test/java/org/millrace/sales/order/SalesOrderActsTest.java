package org.millrace.sales.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.BIKE;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.FITTING;
import static org.millrace.TestingMasters.SHOP;
import static org.millrace.TestingMasters.STEEL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.TestingMasters;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.outbox.TestingEvents;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.sales.Delivery;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.InvoicePosted;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderDelivered;
import org.millrace.sales.OrderInvoiced;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.OrderPlaced;
import org.millrace.sales.OrderStatus;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.sales.invoice.TestingRecord;
import org.millrace.sales.master.TestingSalesMasters;
import org.millrace.sales.prepayment.TestingPrepayments;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove.OthersGoods;
import org.millrace.stock.LotShares;
import org.millrace.stock.MoveReason;
import org.millrace.stock.PlannedGoods;
import org.millrace.stock.TestingStock;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.TestingTaxes;

/** What is done with sales orders, on masters and documents in memory. */
class SalesOrderActsTest {
  /** 3 March in the company's time zone, still 2 March in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private final TestingMasters masters = new TestingMasters();
  private final TestingDocuments<SalesOrder> orders = new TestingDocuments<>(SalesOrder.KIND);
  private final TestingDocuments<Invoice> invoices = new TestingDocuments<>(Invoice.KIND);
  private final TestingDocuments<DeliveredGoods> deliveries =
      new TestingDocuments<>(DeliveredGoods.KIND);
  private final TestingStock stock =
      new TestingStock(TestingMasters.EURO).having(BELL, "1.50").having(BIKE, "120");
  private final TestingEvents events = new TestingEvents();
  private final List<Map<Integer, Money>> costs = new ArrayList<>();

  /** What can be had by when; nothing is known of it before a test says so. */
  private Optional<LocalDate> promised = Optional.empty();

  private final PromiseLines promise =
      new PromiseLines((company, asked) -> asked.goods().stream().map(goods -> promised).toList());

  private final PlaceOrder place =
      new PlaceOrder(
          orders,
          TestingSalesMasters.of(masters),
          TestingSalesMasters.lines(masters),
          promise,
          TestingSalesMasters.currencies(masters));
  private final DeliverOrder deliver =
      new DeliverOrder(masters.companies(), orders, deliveries, new StoredCosts(), stock, promise);
  private final InvoiceOrder invoice =
      new InvoiceOrder(
          masters.companies(),
          orders,
          invoices,
          TestingRecord.into(invoices, events),
          new InvoiceOrder.Sources(
              new TestingTaxes(),
              TestingSalesMasters.terms(masters),
              TestingPrepayments.none(invoices),
              TestingSalesMasters.noRates()));

  private final class StoredCosts implements Deliveries {
    @Override
    public void add(
        CompanyCode company, OrderNumber order, Delivery delivery, Map<Integer, Money> each) {
      costs.add(each);
    }

    @Override
    public Optional<InvoiceNumber> addCost(
        CompanyCode company, String delivery, ItemCode item, Money more) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void placesAnOrderOfTheDayOfTheCompanyInItsCurrency() {
    SalesOrder order = placed(line(BELL, 3, "0.335"), line(FITTING, 1, "20")).document();
    assertThat(order.number()).isEqualTo(new OrderNumber("SO-000001"));
    assertThat(order.orderDate()).isEqualTo(TODAY);
    assertThat(order.netAmount()).isEqualTo(euros("21.01"));
    assertThat(order.customer().name()).isEqualTo("Bike shop");
    assertThat(orders.told()).hasSize(1).first().isInstanceOf(OrderPlaced.class);
  }

  @Test
  void namesEveryMasterThatAnOrderCannotHave() {
    refused(
        () -> place(STEEL, line(BELL, 1, "1"), line(new ItemCode("HORN"), 1, "1")),
        "The order cannot be placed: customer is 'STEEL', expected a party with the role customer;"
            + " lines.2.item is 'HORN', expected a registered item");
    refused(() -> place(new PartyCode("NOBODY"), line(BELL, 1, "1")), "customer is 'NOBODY'");
    assertThat(orders.stored()).isEmpty();
  }

  @Test
  void givesALineWithoutANumberTheOneAfterTheLast() {
    Versioned<SalesOrder> before = placed(line(BELL, 3, "2"), line(FITTING, 1, "20"));
    SalesOrder after = changed(before, asked(2, FITTING), asked(null, BIKE), asked(null, BELL));
    assertThat(after.lines())
        .extracting(SalesOrder.Line::line, SalesOrder.Line::item)
        .containsExactly(tuple(2, FITTING), tuple(3, BIKE), tuple(4, BELL));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 100_001, Integer.MAX_VALUE})
  void refusesANumberThatNoLineCanHave(int number) {
    Versioned<SalesOrder> before = placed(line(BELL, 3, "2"));
    refused(
        () -> changed(before, asked(1, BELL), asked(number, BELL)),
        "Order SO-000001 cannot be changed so",
        "lines.line is '%d', expected a number from 1 to 100000".formatted(number));
  }

  @Test
  void deliversAllThatIsLeftUnlessLinesAreNamedAndCostsWhatLeftTheStock() {
    Versioned<SalesOrder> order = placed(line(BELL, 3, "2"), line(BIKE, 2, "400"));
    delivered(order, Map.of(1, Quantity.of(2)));
    OrderDelivered rest = delivered(now(order), Map.of());
    assertThat(rest.delivery().number()).isEqualTo("DN-000002");
    assertThat(rest.delivery().lines())
        .extracting(Delivery.Line::line, l -> l.quantity().toString())
        .containsExactly(tuple(1, "1"), tuple(2, "2"));
    assertThat(rest.order().status()).isEqualTo(OrderStatus.DELIVERED);
    assertThat(costs)
        .containsExactly(Map.of(1, euros("3")), Map.of(1, euros("1.50"), 2, euros("240")));
    assertThat(rest.order().lines())
        .extracting(SalesOrder.Line::deliveredCost)
        .containsExactly(euros("4.50"), euros("240"));
  }

  @Test
  void takesGoodsOutForTheDeliveryAndFulfilsWhatTheOrderReserved() {
    Versioned<SalesOrder> order = placed(line(BELL, 3, "2"));
    delivered(order, Map.of());
    assertThat(stock.moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.reason()).isEqualTo(MoveReason.ISSUE);
              assertThat(move.document())
                  .isEqualTo(DeliveredGoods.KIND.ref(new DeliveredGoods.Number("DN-000001")));
              assertThat(move.fulfils())
                  .contains(SalesOrder.KIND.ref(new OrderNumber("SO-000001")));
              assertThat(move.othersGoods()).isEqualTo(OthersGoods.LEFT);
              assertThat(move.lines().get(0).quantity()).isEqualTo(Quantity.of(-3));
            });
  }

  @Test
  void movesNothingForAService() {
    Versioned<SalesOrder> order = placed(line(FITTING, 1, "20"));
    delivered(order, Map.of());
    assertThat(stock.moves()).isEmpty();
    assertThat(costs).containsExactly(Map.of(1, euros("0")));
  }

  @Test
  void deliversNeitherNothingNorMoreThanIsLeftNorLinesThatAreNotThere() {
    Versioned<SalesOrder> order = placed(line(BELL, 3, "2"));
    for (String wrong : List.of("0", "-1", "3.0001")) {
      refused(
          () -> delivered(order, Map.of(1, Quantity.of(wrong))),
          "Order SO-000001 cannot be delivered so: lines.1.quantity is '%s', expected more than 0"
              .formatted(wrong),
          "at most the 3 still to be delivered");
    }
    refused(() -> delivered(order, Map.of(7, Quantity.of(1))), "lines.7.quantity", "at most the 0");
    assertThat(stock.moves()).isEmpty();
  }

  @Test
  void billsWhatWasDeliveredSinceTheLastInvoiceAtItsCost() {
    Versioned<SalesOrder> order = placed(line(BELL, 3, "0.335"), line(BIKE, 2, "400"));
    delivered(order, Map.of(1, Quantity.of(1)));
    Invoice first = invoice.invoice(now(order), NOW, 14, TaxTerms.NONE).document();
    assertThat(first.number()).isEqualTo(new InvoiceNumber("IN-000001"));
    assertThat(first.order()).contains(new OrderNumber("SO-000001"));
    assertThat(first.dueDate()).isEqualTo(TODAY.plusDays(14));
    assertThat(first.netAmount()).isEqualTo(euros("0.34"));
    delivered(now(order), Map.of());
    Invoice second = invoice.invoice(now(order), NOW, 0, TaxTerms.NONE).document();
    assertThat(second.lines())
        .extracting(Invoice.Line::line, Invoice.Line::item, Invoice.Line::netAmount)
        .containsExactly(tuple(1, BELL, euros("0.67")), tuple(2, BIKE, euros("800")));
    assertThat(second.costAmount()).isEqualTo(euros("243"));
    assertThat(second.openAmount()).isEqualTo(second.netAmount());
    assertThat(now(order).document().status()).isEqualTo(OrderStatus.INVOICED);
    assertThat(events.told()).hasSize(2).allMatch(InvoicePosted.class::isInstance);
    assertThat(orders.told()).filteredOn(OrderInvoiced.class::isInstance).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, 3_651, Integer.MAX_VALUE})
  void givesNoOtherTimeToPayThanADirectInvoice(int days) {
    Versioned<SalesOrder> order = placed(line(BELL, 3, "2"));
    delivered(order, Map.of());
    String expected = "daysToPay is '%d', expected a number from 0 to 3650".formatted(days);
    refused(
        () -> invoice.invoice(now(order), NOW, days, TaxTerms.NONE),
        "The invoice is refused",
        expected);
    assertThat(invoices.stored()).isEmpty();
  }

  @Test
  void reservesWhatIsLeftOfEachItemUntilTheDayThatIsWanted() {
    Versioned<SalesOrder> order =
        placed(line(BELL, 3, "2"), line(BELL, 4, "2"), line(FITTING, 1, "20"));
    assertThat(reserved(order)).containsExactly("BELL -7");
    assertThat(planned(order).wantedOn()).contains(TODAY);
    Versioned<SalesOrder> moved = reschedule(order, TODAY.plusDays(9));
    assertThat(planned(moved).wantedOn()).contains(TODAY.plusDays(9));
    delivered(moved, Map.of(1, Quantity.of(2)));
    assertThat(reserved(now(order))).containsExactly("BELL -5");
    Versioned<SalesOrder> billed = now(order);
    invoice.invoice(billed, NOW, 0, TaxTerms.NONE);
    assertThat(reserved(place.cancel(now(order), NOW))).isEmpty();
  }

  @Test
  void isWantedNoEarlierThanItWasOrdered() {
    Versioned<SalesOrder> order = placed(line(BELL, 3, "2"));
    refused(
        () -> reschedule(order, TODAY.minusDays(1)),
        "Order SO-000001 cannot be rescheduled: requestedDate is '2026-03-02', expected a day not"
            + " before the order date 2026-03-03");
  }

  @Test
  void deliversOnceMoreWhatWasBilledAndCameBackAndNoMore() {
    Versioned<SalesOrder> order = placed(line(BELL, 2, "2"), line(BELL, 1, "2"));
    delivered(order, Map.of());
    invoice.invoice(now(order), NOW, 0, TaxTerms.NONE);
    SalesOrder billed = now(order).document();
    SalesOrder again = billed.dueAgain(Map.of(BELL, Quantity.of(3)));
    assertThat(again.status()).isEqualTo(OrderStatus.OPEN);
    assertThat(again.lines())
        .extracting(l -> l.outstandingQuantity().toString())
        .containsExactly("2", "1");
    assertThatThrownBy(() -> billed.dueAgain(Map.of(BELL, Quantity.of(4))))
        .hasMessage(
            "Order SO-000001 has not invoiced 1 more of item BELL, so they cannot be due again.");
    assertThatThrownBy(() -> again.cancelled().dueAgain(Map.of(BELL, Quantity.of(1))))
        .hasMessageContaining("is cancelled and delivers no replacement");
  }

  @Test
  void keepsItsPriorityUntilAnotherOneIsNamed() {
    Versioned<SalesOrder> order = placed(line(BELL, 3, "2"));
    assertThat(order.document().priority()).isEqualTo(DispatchPriority.NORMAL);
    Versioned<SalesOrder> urgent =
        place.reschedule(order, Optional.empty(), Optional.of(DispatchPriority.URGENT), NOW);
    assertThat(planned(urgent).priority()).isEqualTo(DispatchPriority.URGENT);
    assertThat(urgent.document().requestedDate()).isEmpty();
    Versioned<SalesOrder> later = reschedule(now(order), TODAY.plusDays(2));
    assertThat(later.document().priority()).isEqualTo(DispatchPriority.URGENT);
    assertThat(later.document().netAmount()).isEqualTo(order.document().netAmount());
    refused(
        () -> place.reschedule(now(order), Optional.empty(), Optional.empty(), NOW),
        "Order SO-000001 cannot be rescheduled: requestedDate is '', expected a day, or a"
            + " priority, or both");
  }

  private Versioned<SalesOrder> reschedule(Versioned<SalesOrder> before, LocalDate day) {
    return place.reschedule(before, Optional.of(day), Optional.empty(), NOW);
  }

  private Versioned<SalesOrder> placed(NewInvoice.Line... lines) {
    return place(SHOP, lines);
  }

  private Versioned<SalesOrder> place(PartyCode customer, NewInvoice.Line... lines) {
    NewOrder wanted =
        new NewOrder(
            customer, Arrays.asList(lines), Optional.empty(), Optional.empty(), Optional.empty());
    return place.place(COMPANY, wanted, NOW);
  }

  private SalesOrder changed(Versioned<SalesOrder> before, PlaceOrder.ChangedLine... lines) {
    PlaceOrder.Changed asked =
        new PlaceOrder.Changed(
            SHOP,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Arrays.asList(lines),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return place.change(before, asked, NOW).document();
  }

  private OrderDelivered delivered(Versioned<SalesOrder> order, Map<Integer, Quantity> wanted) {
    return deliver.deliver(
        order,
        new DeliverOrder.Wanted(
            wanted, LotShares.NONE, Optional.empty(), OthersGoods.LEFT, Optional.empty()),
        NOW);
  }

  private Versioned<SalesOrder> now(Versioned<SalesOrder> order) {
    return orders.named(COMPANY, order.document().number());
  }

  private static PlannedGoods planned(Versioned<SalesOrder> order) {
    return ReserveGoods.of(SalesOrder.KIND.head(order, NOW), order.document());
  }

  private static List<String> reserved(Versioned<SalesOrder> order) {
    return planned(order).lines().stream().map(l -> l.item() + " " + l.quantity()).toList();
  }

  private static NewInvoice.Line line(ItemCode item, int quantity, String price) {
    return new NewInvoice.Line(item, Quantity.of(quantity), new BigDecimal(price));
  }

  private static PlaceOrder.ChangedLine asked(Integer number, ItemCode item) {
    return new PlaceOrder.ChangedLine(
        Optional.ofNullable(number),
        item,
        Quantity.of(1),
        Optional.empty(),
        Optional.of(BigDecimal.ONE),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable act, String... words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContainingAll(words);
  }
}
