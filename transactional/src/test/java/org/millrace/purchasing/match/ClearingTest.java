package org.millrace.purchasing.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/** What bills pay for, and the account of goods received and not invoiced that follows from it. */
class ClearingTest {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Money NONE = Money.zero(EURO);

  private final List<ReceivedGoods> receipts = new ArrayList<>();
  private final Map<String, Quantity> left = new HashMap<>();
  private final Map<String, Money> worth = new HashMap<>();
  private final List<SupplierInvoiceNumber> bills = new ArrayList<>();
  private PurchaseOrder order = order(1_000, "0.335");
  private Clearing clearing = new Clearing(order, List.of(), List.of());
  private int told;
  private Money account = NONE;

  @Example
  void paysForTheOldestGoodsAndGivesTheLastPieceTheRest() {
    receive(3);
    assertThat(account).isEqualTo(euros("-1.01"));
    bill(1, "0.335");
    bill(1, "0.335");
    bill(1, "0.335");
    assertThat(clearing.made())
        .extracting(ReceiptMatch::amount)
        .containsExactly(euros("0.34"), euros("0.34"), euros("0.33"));
    assertThat(account).isEqualTo(NONE);
    assertThat(clearing.open(1)).isEmpty();
  }

  @Example
  void takesGoodsThatComeFromBillsThatAreAheadOfThem() {
    ahead(8, "0.50");
    assertThat(account).isEqualTo(NONE);
    receive(7);
    assertThat(account).isEqualTo(NONE);
    assertThat(clearing.made())
        .extracting(match -> match.receipt().isPresent() + " " + match.quantity())
        .containsExactly("false 8", "false -7", "true 7");
    receive(2);
    assertThat(clearing.open(1))
        .singleElement()
        .extracting(Clearing.Open::quantity)
        .isEqualTo(Quantity.of(1));
  }

  @Example
  void letsOtherGoodsBePaidForWhenTheBilledOnesGoBack() {
    receive(5);
    receive(5);
    bill(5, "0.40");
    sendBack("GR-1", 2);
    assertThat(clearing.open(1))
        .singleElement()
        .extracting(open -> open.receipt().value(), Clearing.Open::quantity)
        .containsExactly("GR-2", Quantity.of(3));
    bill(3, "0.335");
    assertThat(account).isEqualTo(NONE);
  }

  @Example
  void endsWithNothingOpenOfGoodsThatNobodyBills() {
    receive(3);
    bill(2, "0.335");
    assertThat(clearing.close(1, DAY)).isEqualTo(Quantity.of(1));
    assertThat(clearing.open(1)).isEmpty();
  }

  /** Receive, bill, bill ahead, take a bill back, or send goods back; by how many. */
  private record Act(String kind, int quantity, int price) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.of("receive", "receive", "bill", "bill", "ahead", "back", "return"),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(0, 2_000))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  /** However goods come, go back, are billed and bills are taken back: nothing stays in the end. */
  @Property(tries = 1_000)
  void returnsToZeroOnceAllThatCameIsBilled(@ForAll("acts") List<Act> acts) {
    ClearingTest any = new ClearingTest();
    acts.forEach(any::act);
    Quantity toCome = any.order.lines().get(0).aheadQuantity();
    if (toCome.isPositive()) {
      any.receive(toCome.value().intValueExact());
    }
    Quantity open = any.order.lines().get(0).uninvoicedQuantity();
    assertThat(any.clearing.open(1).stream().map(Clearing.Open::amount).reduce(NONE, Money::plus))
        .isEqualTo(any.account.negated());
    if (open.isPositive()) {
      any.bill(open.value().intValueExact(), "0.77");
    }
    assertThat(any.account).isEqualTo(NONE);
    assertThat(any.clearing.open(1)).isEmpty();
  }

  private void act(Act act) {
    PurchaseOrder.Line line = order.lines().get(0);
    int open = line.uninvoicedQuantity().value().intValueExact();
    String price = Money.of(java.math.BigDecimal.valueOf(act.price(), 3), EURO).amount() + "";
    switch (act.kind()) {
      case "receive" -> receive(act.quantity());
      case "ahead" -> {
        if (open == 0) {
          ahead(act.quantity(), price);
        }
      }
      case "bill" -> {
        if (open > 0) {
          bill(Math.min(open, act.quantity()), price);
        }
      }
      case "back" -> {
        if (!bills.isEmpty()) {
          takeBack(bills.remove(act.price() % bills.size()));
        }
      }
      default -> {
        String receipt = "GR-" + (1 + act.price() % Math.max(1, told));
        int there = left.getOrDefault(receipt, Quantity.ZERO).value().intValueExact();
        int back = Math.min(Math.min(open, act.quantity()), there);
        if (back > 0) {
          sendBack(receipt, back);
        }
      }
    }
  }

  private void receive(int quantity) {
    Map<Integer, Quantity> came = Map.of(1, Quantity.of(quantity));
    ReceivedGoods.Number number = new ReceivedGoods.Number("GR-" + ++told);
    ReceivedGoods goods = ReceivedGoods.of(order, number, DAY, LocationCode.MAIN, came);
    receipts.add(goods);
    left.put(number.value(), Quantity.of(quantity));
    worth.put(number.value(), goods.amount());
    order = order.received(came);
    account = account.minus(goods.amount());
    int before = clearing.made().size();
    account = account.plus(clearing.receive(goods, DAY)).minus(charged(before));
  }

  private void bill(int quantity, String price) {
    billed(new Clearing.Billed(1, Quantity.of(quantity), Quantity.ZERO, cost(quantity, price)));
  }

  private void ahead(int quantity, String price) {
    billed(new Clearing.Billed(1, Quantity.ZERO, Quantity.of(quantity), cost(quantity, price)));
  }

  private void billed(Clearing.Billed billed) {
    SupplierInvoiceNumber number = new SupplierInvoiceNumber("SI-" + clearing.made().size());
    bills.add(number);
    int before = clearing.made().size();
    Money toCome = clearing.bill(number, billed, DAY).ahead();
    order = order.billed(Map.of(1, billed.came().plus(billed.ahead())));
    account = account.plus(billed.cost().minus(toCome)).minus(charged(before));
  }

  private void takeBack(SupplierInvoiceNumber wrong) {
    int before = clearing.made().size();
    Money cost =
        clearing.made().stream()
            .filter(match -> match.invoice().filter(wrong::equals).isPresent())
            .map(ReceiptMatch::cost)
            .reduce(NONE, Money::plus);
    Money toCome = clearing.reverse(wrong, DAY);
    Quantity quantity =
        clearing.made().subList(before, clearing.made().size()).stream()
            .map(ReceiptMatch::quantity)
            .reduce(Quantity.ZERO, Quantity::plus);
    order = order.billed(Map.of(1, quantity));
    account = account.minus(cost.minus(toCome)).minus(charged(before));
  }

  /** As the stock does: at what was paid for them, the last ones take the rest. */
  private void sendBack(String receipt, int wanted) {
    Quantity quantity = Quantity.of(wanted);
    Money all = worth.getOrDefault(receipt, NONE);
    Quantity there = left.getOrDefault(receipt, Quantity.ZERO);
    Money value = quantity.equals(there) ? all : all.times(quantity).dividedBy(there, 12).rounded();
    left.put(receipt, there.minus(quantity));
    worth.put(receipt, all.minus(value));
    int before = clearing.made().size();
    ReceivedGoods.Number number = new ReceivedGoods.Number(receipt);
    clearing.free(number, 1, quantity, DAY);
    ReceivedGoods goods =
        receipts.stream().filter(r -> r.number().equals(number)).findFirst().orElseThrow();
    ReceivedGoods.Back back = new ReceivedGoods.Back(1, quantity, value);
    order = order.returned(Map.of(1, quantity));
    clearing.sendBack(
        goods.returned(new ReceivedGoods.Number("RT-" + before), DAY, List.of(back)), DAY);
    account = account.plus(value).minus(charged(before));
  }

  /** What the stock was charged with since. */
  private Money charged(int before) {
    return clearing.made().subList(before, clearing.made().size()).stream()
        .filter(match -> match.receipt().isPresent())
        .map(ReceiptMatch::difference)
        .reduce(NONE, Money::plus);
  }

  private static Money cost(int quantity, String price) {
    return euros(price).times(Quantity.of(quantity)).rounded();
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static PurchaseOrder order(long quantity, String price) {
    PurchaseOrder.Line line =
        PurchaseOrder.Line.ordered(
            1, new ItemCode("NUT"), "Nut", Quantity.of(quantity), Money.of(price, "EUR"));
    return new PurchaseOrder(
        new PurchaseOrderNumber("PO-1"),
        new Supplier(new PartyCode("S-1"), "Tubes", "Germany"),
        DAY,
        DAY,
        EURO,
        OrderStatus.OPEN,
        List.of(line),
        line.netAmount(),
        Optional.empty(),
        Optional.empty());
  }
}
