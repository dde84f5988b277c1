package org.millrace.purchasing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.FITTING;
import static org.millrace.TestingMasters.SHOP;
import static org.millrace.TestingMasters.STEEL;
import static org.millrace.TestingMasters.WHEEL;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.TestingMasters;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.price.Prices;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.OrderChanged;
import org.millrace.purchasing.OrderPlaced;
import org.millrace.purchasing.OrderReceived;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.TestingMatches;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.TestingStock;

/** What is done with purchase orders, on masters and documents in memory. */
class PurchaseOrderActsTest {
  /** 3 March in the company's time zone, still 2 March in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private final TestingMasters masters = new TestingMasters();
  private final TestingDocuments<PurchaseOrder> orders = new TestingDocuments<>(PurchaseOrder.KIND);
  private final TestingDocuments<ReceivedGoods> receipts =
      new TestingDocuments<>(ReceivedGoods.KIND);
  private final TestingStock stock = new TestingStock(TestingMasters.EURO);
  private final PlaceOrder place =
      new PlaceOrder(
          orders,
          masters.companies(),
          masters.parties(),
          masters.items(),
          new PlaceOrder.Terms(
              (company, wanted) -> ExchangeRate.ONE,
              (company, asked) -> asked,
              new ProposePrices(
                  (company, deal, asked) ->
                      asked.stream().map(one -> Optional.<Prices.Quote>empty()).toList(),
                  (company, deal, items) -> Map.of())));
  private final ClearGoods clear = new ClearGoods(receipts, new TestingMatches(), stock);
  private final ReceiveGoods receive =
      new ReceiveGoods(
          masters.companies(),
          orders,
          receipts,
          stock,
          clear,
          new ReceiveGoods.OrderTerms(
              company -> MatchTolerance.DEFAULT, (company, wanted) -> ExchangeRate.ONE));

  @Test
  void isPromisedForTheDayOfTheOrderUnlessAnotherOneIsNamed() {
    PurchaseOrder order = placed(line(WHEEL, "3", "0.335")).document();
    assertThat(order.orderDate()).isEqualTo(TODAY);
    assertThat(order.promisedDate()).isEqualTo(TODAY);
    assertThat(order.netAmount()).isEqualTo(euros("1.01"));
    assertThat(order.lines()).extracting(PurchaseOrder.Line::itemName).containsExactly("Wheel");
    NewPurchaseOrder late = wanted(STEEL, Optional.of(TODAY.plusDays(9)), line(BELL, "1", "1"));
    assertThat(place.place(COMPANY, late, NOW).document().promisedDate())
        .isEqualTo(TODAY.plusDays(9));
    assertThat(orders.told()).hasSize(2).allMatch(OrderPlaced.class::isInstance);
  }

  @Test
  void namesAllThatASupplierCannotBeAskedFor() {
    NewPurchaseOrder wrong =
        wanted(
            SHOP,
            Optional.empty(),
            line(FITTING, "1", "1"),
            line(new ItemCode("HORN"), "1", "1"),
            line(BELL, "1", "1"));
    refused(
        () -> place.place(COMPANY, wrong, NOW),
        "The purchase order cannot be placed: supplier is 'SHOP', expected a party with the role"
            + " supplier; lines.2.item is 'HORN', expected a registered item");
    refused(
        () -> place.place(COMPANY, wanted(STEEL, Optional.empty(), line(BELL, "0", "1")), NOW),
        "lines.1.quantity is '0', expected more than 0");
    refused(
        () ->
            place.place(
                COMPANY, wanted(STEEL, Optional.of(TODAY.minusDays(1)), line(BELL, "1", "1")), NOW),
        "promisedDate is '2026-03-02', expected not before the order date 2026-03-03");
    refused(
        () -> place.place(COMPANY, wanted(STEEL, Optional.empty()), NOW),
        "The purchase order cannot be placed: lines is 'none', expected at least one line");
    assertThat(orders.stored()).isEmpty();
  }

  @Test
  void refusesALineWhosePriceNobodyKnows() {
    NewPurchaseOrder.Line unpriced =
        new NewPurchaseOrder.Line(
            BELL, one(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    refused(
        () ->
            place.place(
                COMPANY, wanted(STEEL, Optional.empty(), line(WHEEL, "1", "1"), unpriced), NOW),
        "lines.2.unitPrice is '', expected a price: no purchase price list has one for this"
            + " supplier, quantity, currency and day, and no order to him says one for this unit");
    assertThat(orders.stored()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, '0 to 1000000000, with at most 6 decimals'",
    "0.0000001, '0 to 1000000000, with at most 6 decimals'",
    "1000000000.01, '0 to 1000000000, with at most 6 decimals'"
  })
  void refusesAPriceThatNoneHas(String price, String expected) {
    refused(
        () -> line(BELL, "1", price),
        "Item BELL cannot be ordered: unitPrice is '" + price + "', expected " + expected);
  }

  @Test
  void saysThatACorrectionIsWrongAndNotThePlacing() {
    Versioned<PurchaseOrder> before = placed(line(WHEEL, "3", "2"));
    String title = "Purchase order " + before.document().number() + " cannot be changed so: ";
    refused(
        () -> place.change(before, wanted(SHOP, Optional.empty(), line(BELL, "1", "1")), NOW),
        title + "supplier is 'SHOP', expected a party with the role supplier");
    refused(
        () -> place.change(before, wanted(STEEL, Optional.empty()), NOW),
        title + "lines is 'none', expected at least one line");
    refused(
        () ->
            place.change(
                before, wanted(STEEL, Optional.of(TODAY.minusDays(1)), line(BELL, "1", "1")), NOW),
        title + "promisedDate is '2026-03-02', expected not before the order date 2026-03-03");
  }

  @Test
  void keepsNumberDayAndDemandWhenItIsCorrected() {
    Versioned<PurchaseOrder> before = placed(line(WHEEL, "3", "2"));
    PurchaseOrder after =
        place.change(before, wanted(STEEL, Optional.empty(), line(BELL, "2", "5")), NOW).document();
    assertThat(after)
        .extracting(
            PurchaseOrder::number,
            PurchaseOrder::orderDate,
            PurchaseOrder::promisedDate,
            PurchaseOrder::demand,
            PurchaseOrder::netAmount)
        .containsExactly(
            before.document().number(),
            TODAY,
            TODAY,
            Optional.of(new Demand("sales-order", "SO-1")),
            euros("10"));
    assertThat(orders.told()).last().isInstanceOf(OrderChanged.class);
  }

  @Test
  void takesAllThatIsOutstandingUnlessLinesAreNamed() {
    Versioned<PurchaseOrder> order = placed(line(WHEEL, "3", "0.335"), line(BELL, "2", "5"));
    ReceiveGoods.Booked some = received(order, List.of(ReceiveGoods.Line.of(1, one())));
    assertThat(some.order().document().status()).isEqualTo(OrderStatus.OPEN);
    ReceiveGoods.Booked rest = received(some.order(), List.of());
    assertThat(rest.order().document().status()).isEqualTo(OrderStatus.RECEIVED);
    assertThat(rest.receipt().number()).isEqualTo("GR-000002");
    assertThat(rest.receipt().location()).isEqualTo(LocationCode.MAIN);
    assertThat(rest.receipt().lines())
        .extracting(Receipt.Line::line, l -> l.quantity().toString(), Receipt.Line::amount)
        .containsExactly(tuple(1, "2", euros("0.67")), tuple(2, "2", euros("10")));
    assertThat(orders.told()).filteredOn(OrderReceived.class::isInstance).hasSize(2);
    assertThat(receipts.stored()).hasSize(2);
  }

  /** 3 at 0.335 came as 0.34 + 0.33 + 0.34; the last one goes back with its 0.34. */
  @Test
  void sendsGoodsBackAtThePriceTheyCameWithAndWaitsForThemAgain() {
    Versioned<PurchaseOrder> order = received(placed(line(WHEEL, "3", "0.335")), List.of()).order();
    ReceiveGoods.Booked back = sentBack(order, ReceiveGoods.Line.of(1, one()));
    assertThat(back.order().document().status()).isEqualTo(OrderStatus.OPEN);
    assertThat(back.order().document().lines().get(0).receivedQuantity()).isEqualTo(Quantity.of(2));
    assertThat(back.receipt().returns()).contains("GR-000001");
    assertThat(back.receipt().lines())
        .extracting(l -> l.quantity().toString(), Receipt.Line::amount)
        .containsExactly(tuple("-1", euros("-0.34")));
    GoodsMove move = stock.moves().get(1);
    assertThat(move.lines().get(0).backOf())
        .contains(ReceivedGoods.KIND.ref(new ReceivedGoods.Number("GR-000001")));
    assertThat(stock.planned()).last().extracting(planned -> planned.lines().size()).isEqualTo(1);
    refused(
        () -> sentBack(back.order(), ReceiveGoods.Line.of(1, Quantity.of(3))),
        "lines.1.quantity is '3', expected at most the 2 that receipt GR-000001 brought");
    ReceiveGoods.Booked rest = sentBack(back.order());
    assertThat(rest.order().document().lines().get(0).receivedQuantity()).isEqualTo(Quantity.ZERO);
    refused(
        () -> sentBack(rest.order()),
        "Purchase order PO-000001 cannot have goods sent back: none came");
  }

  @Test
  void sendsNothingBackBeforeItCame() {
    Versioned<PurchaseOrder> order = received(placed(line(WHEEL, "3", "1")), List.of()).order();
    refused(
        () -> sentBackAt(NOW.minus(Duration.ofDays(1)), order),
        "expected not before the goods came on " + TODAY);
    assertThat(receipts.stored()).hasSize(1);
  }

  private ReceiveGoods.Booked sentBack(Versioned<PurchaseOrder> order, ReceiveGoods.Line... lines) {
    return sentBackAt(NOW, order, lines);
  }

  private ReceiveGoods.Booked sentBackAt(
      Instant moment, Versioned<PurchaseOrder> order, ReceiveGoods.Line... lines) {
    return new ReturnGoods(masters.companies(), orders, receipts, stock, clear)
        .send(
            order,
            new ReturnGoods.Wanted(new ReceivedGoods.Number("GR-000001"), List.of(lines)),
            Happened.at(moment));
  }

  @Test
  void addsUpWhatIsNamedTwice() {
    Versioned<PurchaseOrder> order = placed(line(WHEEL, "3", "1"));
    ReceiveGoods.Line once = ReceiveGoods.Line.of(1, one());
    assertThat(received(order, List.of(once, once)).receipt().lines())
        .singleElement()
        .extracting(Receipt.Line::quantity)
        .isEqualTo(Quantity.of(2));
  }

  /** 3 at 0.335 are worth 1.01, so one of them costs 0.33666667 in stock. */
  @Test
  void valuesTheGoodsAtTheOrderedPriceToTheLastCent() {
    received(placed(line(WHEEL, "3", "0.335")), List.of());
    GoodsMove move = stock.moves().get(0);
    assertThat(move.reason()).isEqualTo(MoveReason.RECEIPT);
    assertThat(move.document())
        .isEqualTo(ReceivedGoods.KIND.ref(new ReceivedGoods.Number("GR-000001")));
    assertThat(move.fulfils().orElseThrow().number()).isEqualTo("PO-000001");
    assertThat(move.lines().get(0).unitCost()).contains(euros("0.33666667"));
  }

  @Test
  void takesNothingThatWasNotOrdered() {
    Versioned<PurchaseOrder> order = placed(line(WHEEL, "3", "1"), line(BELL, "1", "1"));
    refused(
        () -> received(order, List.of(ReceiveGoods.Line.of(3, one()))),
        "Purchase order PO-000001 cannot be received: lines.line is '3', expected a line of the"
            + " order, 1 to 2");
    refused(
        () -> received(order, List.of(ReceiveGoods.Line.of(1, Quantity.ZERO))),
        "lines.1.quantity is '0', expected more than 0");
    assertThat(stock.moves()).isEmpty();
    assertThat(receipts.stored()).isEmpty();
  }

  @Test
  void expectsWhatHasNotArrivedAndNothingOnceItIsGivenUp() {
    Versioned<PurchaseOrder> order =
        placed(line(WHEEL, "3", "1"), line(WHEEL, "4", "1"), line(BELL, "1", "1"));
    assertThat(expected(order)).containsExactly("BELL 1", "WHEEL 7");
    Versioned<PurchaseOrder> some =
        received(order, List.of(ReceiveGoods.Line.of(3, one()))).order();
    assertThat(expected(some)).containsExactly("WHEEL 7");
    assertThat(expected(place.cancel(some, "late", NOW))).isEmpty();
  }

  @Test
  void isWithdrawnAsAWholeOrNotAtAll() {
    Versioned<PurchaseOrder> whole = placed(line(WHEEL, "3", "1"));
    place.withdraw(whole, "Not needed", NOW);
    assertThat(orders.told())
        .last()
        .isInstanceOfSatisfying(
            OrderCancelled.class, event -> assertThat(event.reason()).isEqualTo("Not needed"));
    int told = orders.told().size();
    place.withdraw(orders.named(COMPANY, whole.document().number()), "Not needed", NOW);
    assertThat(orders.told()).hasSize(told);
    Versioned<PurchaseOrder> some =
        received(placed(line(WHEEL, "3", "1")), List.of(ReceiveGoods.Line.of(1, one()))).order();
    refused(
        () -> place.withdraw(some, "Not needed", NOW),
        "Purchase order PO-000002 cannot be given up as a whole: goods of it have arrived.");
  }

  private Versioned<PurchaseOrder> placed(NewPurchaseOrder.Line... lines) {
    NewPurchaseOrder wanted =
        new NewPurchaseOrder(
            STEEL,
            Optional.empty(),
            Optional.of(new Demand("sales-order", "SO-1")),
            Arrays.asList(lines));
    return place.place(COMPANY, wanted, NOW);
  }

  private ReceiveGoods.Booked received(
      Versioned<PurchaseOrder> order, List<ReceiveGoods.Line> lines) {
    return receive.receive(
        order, new ReceiveGoods.Arrived(Optional.empty(), lines), Happened.at(NOW));
  }

  private static List<String> expected(Versioned<PurchaseOrder> order) {
    return ExpectGoods.of(PurchaseOrder.KIND.head(order, NOW), order.document())
        .orElseThrow()
        .lines()
        .stream()
        .map(line -> line.item() + " " + line.quantity())
        .toList();
  }

  private static NewPurchaseOrder wanted(
      PartyCode supplier, Optional<LocalDate> promised, NewPurchaseOrder.Line... lines) {
    return new NewPurchaseOrder(supplier, promised, Optional.empty(), Arrays.asList(lines));
  }

  private static NewPurchaseOrder.Line line(ItemCode item, String quantity, String price) {
    return new NewPurchaseOrder.Line(item, Quantity.of(quantity), new BigDecimal(price));
  }

  private static Quantity one() {
    return Quantity.of(1);
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
