package org.millrace.purchasing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.EURO;
import static org.millrace.TestingMasters.STEEL;
import static org.millrace.TestingMasters.WHEEL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.millrace.TestingMasters;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.outbox.TestingEvents;
import org.millrace.purchasing.InvoiceState;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.OrderInvoiced;
import org.millrace.purchasing.match.TestingMatches;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.purchasing.payment.SupplierPaymentNumber;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.CostCharge;
import org.millrace.stock.LocationCode;
import org.millrace.stock.TestingStock;
import org.millrace.tax.Deductions;
import org.millrace.tax.TestingTaxes;

/** Bills of suppliers and what is paid of them, on documents in memory: 10 wheels at 12.50. */
class SupplierInvoiceActsTest {
  /** 3 March in the company's time zone, still 2 March in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");

  private static final ExchangeRate NO_RATE = ExchangeRate.ONE;
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private final TestingMasters masters = new TestingMasters();
  private final TestingTaxes taxes = new TestingTaxes();
  private final TestingDocuments<PurchaseOrder> orders = new TestingDocuments<>(PurchaseOrder.KIND);
  private final TestingDocuments<SupplierInvoice> invoices =
      new TestingDocuments<>(SupplierInvoice.KIND);
  private final TestingDocuments<SupplierPayment> payments =
      new TestingDocuments<>(SupplierPayment.KIND);
  private final TestingDocuments<ReceivedGoods> receipts =
      new TestingDocuments<>(ReceivedGoods.KIND);
  private final TestingStock stock = new TestingStock(EURO);
  private final ClearGoods clear = new ClearGoods(receipts, new TestingMatches(), stock);
  private final PostSupplierInvoice post =
      new PostSupplierInvoice(
          new BookingDays(masters.companies(), (company, moment) -> moment),
          orders,
          invoices,
          company -> MatchTolerance.DEFAULT,
          clear,
          new TaxBill(taxes, taxes));
  private final ReverseSupplierInvoice reverse =
      new ReverseSupplierInvoice(masters.companies(), orders, invoices, clear, taxes);
  private final TestingEvents events = new TestingEvents();
  private final PaySupplier pay =
      new PaySupplier(
          masters.companies(), invoices, payments, events, taxes, (company, wanted) -> NO_RATE);

  SupplierInvoiceActsTest() {
    PurchaseOrder.Line line =
        PurchaseOrder.Line.ordered(1, WHEEL, "Wheel", Quantity.of(10), euros("12.50"));
    PurchaseOrder.Request request =
        new PurchaseOrder.Request(new Supplier(STEEL, "Steel AG", "Germany"), TODAY, List.of(line));
    PurchaseOrder order =
        PurchaseOrder.placed(
            new PurchaseOrderNumber("PO-1"), TODAY, EURO, request, Optional.empty());
    orders.add(List.of(Versioned.first(COMPANY, order.received(Map.of(1, Quantity.of(8))))));
    receive(order, "GR-1", 5);
    receive(order.received(Map.of(1, Quantity.of(5))), "GR-2", 3);
  }

  @Example
  void owesWhatIsBilledAndKeepsTheDifferenceOfThePrice() {
    SupplierInvoice invoice = posted("R-1", line(8, "12.60"));
    assertThat(invoice)
        .extracting(
            SupplierInvoice::netAmount,
            SupplierInvoice::receivedAmount,
            SupplierInvoice::openAmount,
            SupplierInvoice::invoiceDate,
            SupplierInvoice::dueDate)
        .containsExactly(euros("100.80"), euros("100"), euros("100.80"), TODAY, TODAY.plusDays(30));
    assertThat(order().document().lines().get(0).uninvoicedQuantity()).isEqualTo(Quantity.ZERO);
    assertThat(order().document().status()).isEqualTo(OrderStatus.OPEN);
    assertThat(orders.told()).singleElement().isInstanceOf(OrderInvoiced.class);
  }

  private void receive(PurchaseOrder order, String number, int quantity) {
    ReceivedGoods goods =
        ReceivedGoods.of(
            order,
            new ReceivedGoods.Number(number),
            TODAY,
            LocationCode.MAIN,
            Map.of(1, Quantity.of(quantity)));
    receipts.add(List.of(Versioned.first(COMPANY, goods)));
  }

  @Example
  void chargesTheOldestGoodsThatWereNotBilledWithTheDifferenceOfThePrice() {
    posted("R-1", line(2, "12.50"));
    assertThat(stock.charges()).isEmpty();
    posted("R-2", line(4, "12.60"));
    posted("R-3", line(2, "12.49"));
    assertThat(stock.charges())
        .extracting(CostCharge::item, charge -> charge.shares().toString())
        .containsExactly(
            tuple(WHEEL, List.of(share("GR-1", "0.30", 3), share("GR-2", "0.10", 1)).toString()),
            tuple(WHEEL, List.of(share("GR-2", "-0.02", 2)).toString()));
  }

  private static CostCharge.Share share(String receipt, String amount, int quantity) {
    return new CostCharge.Share(
        ReceivedGoods.KIND.ref(new ReceivedGoods.Number(receipt)),
        euros(amount),
        Optional.of(Quantity.of(quantity)));
  }

  @Example
  void isTakenBackByOneOfTheNegativeAmountsWithAllThatItCharged() {
    SupplierInvoice wrong = posted("R-1", line(4, "12.60"));
    SupplierInvoice back = takenBack(wrong);
    assertThat(back)
        .extracting(
            SupplierInvoice::netAmount,
            SupplierInvoice::receivedAmount,
            SupplierInvoice::openAmount,
            SupplierInvoice::reverses,
            SupplierInvoice::state)
        .containsExactly(
            euros("-50.40"),
            euros("-50"),
            euros("0"),
            Optional.of(wrong.number()),
            InvoiceState.REVERSING);
    assertThat(now(wrong).document().state()).isEqualTo(InvoiceState.REVERSED);
    assertThat(now(wrong).document().openAmount()).isEqualTo(euros("0"));
    assertThat(order().document().lines().get(0).invoicedQuantity()).isEqualTo(Quantity.ZERO);
    assertThat(stock.charges())
        .last()
        .extracting(charge -> charge.shares().toString())
        .isEqualTo(List.of(share("GR-1", "-0.40", 4)).toString());
    refused(() -> takenBack(wrong), "cannot be reversed: it is reversed");
    refused(() -> takenBack(back), "cannot be reversed: it is reversing");
    assertThat(posted("R-1", line(8, "12.50")).receivedAmount()).isEqualTo(euros("100"));
  }

  @Example
  void isNotTakenBackOnceItIsPaid() {
    SupplierInvoice invoice = posted("R-1", line(4, "12.50"));
    paid(invoice, "10");
    refused(
        () -> takenBack(now(invoice).document()),
        "Supplier invoice SI-000001 cannot be reversed: EUR 10.00 of it is settled."
            + " Reverse its payments first.");
    reversed("SP-000001");
    assertThat(takenBack(invoice).netAmount()).isEqualTo(euros("-50"));
  }

  private SupplierInvoice takenBack(SupplierInvoice invoice) {
    return reverse.reverse(now(invoice), new Reversal("Wrong", Optional.empty()), NOW).document();
  }

  @Example
  void takesEachPaperOnceAndNoneBeyondTheMatch() {
    posted("R-1", line(2, "12.50"));
    refused(
        () -> posted("R-1", line(2, "12.50")),
        "Bill R-1 of supplier STEEL was posted before. Look it up in the list of supplier"
            + " invoices.");
    refused(
        () -> posted("R-2", line(7, "12.76")),
        "The bill for purchase order PO-1 does not match: lines.1.quantity is 7,",
        "expected at most 6 (10 ordered, 8 received, 2 billed before, within 0 %; difference 1)",
        "lines.1.unitPrice is 12.76, expected 12.50 as ordered, within 2 % (difference 0.26 a unit,"
            + " 2.08 %)");
    refused(() -> posted("R-3"), "lines is 'none', expected at least one line");
    refused(
        () -> posted("R-3", line(1, "1"), line(1, "1")),
        "lines is '[1, 1]', expected each line of the order at most once");
    assertThat(invoices.stored()).hasSize(1);
  }

  @Example
  void isPaidInPartsAndOpenAgainWhenOneIsTakenBack() {
    SupplierInvoice invoice = posted("R-1", line(8, "12.50"));
    assertThat(paid(invoice, "40").invoice().openAmount()).isEqualTo(euros("60"));
    SupplierInvoice all = paid(invoice, "60").invoice();
    assertThat(all.state()).isEqualTo(InvoiceState.PAID);
    SupplierPayment back = reversed("SP-000001");
    assertThat(back.amount()).isEqualTo(euros("-40"));
    assertThat(now(invoice).document().openAmount()).isEqualTo(euros("40"));
    refused(() -> reversed("SP-000001"), "Supplier payment SP-000001 cannot be reversed");
    refused(() -> reversed("SP-000003"), "it is reversing");
    assertThat(events.told()).filteredOn(SupplierPaid.class::isInstance).hasSize(3);
  }

  /** A bill of so many wheels, a payment of that share, or taking the last payment back. */
  private record Act(String kind, int share) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.of("bill", "pay", "pay", "reverse"), Arbitraries.integers().between(1, 101))
        .as(Act::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(10);
  }

  /** However it is billed and paid: no more than arrived is owed, no more than owed is paid. */
  @Property(tries = 200)
  void owesNoMoreThanArrivedAndPaysNoMoreThanItOwes(@ForAll("acts") List<Act> acts) {
    new SupplierInvoiceActsTest().follow(acts);
    Statistics.label("accepted").coverage(c -> c.check(true).percentage(p -> p >= 50));
  }

  private void follow(List<Act> acts) {
    posted("R-0", line(1, "12.50"));
    Money paid = euros("0");
    for (Act act : acts) {
      boolean isAccepted = true;
      List<SupplierPayment> made = payments.stored();
      try {
        switch (act.kind()) {
          case "bill" ->
              posted("R-" + invoices.stored().size(), line(1 + act.share() / 30, "12.50"));
          case "pay" -> {
            SupplierInvoice last = invoices.stored().get(invoices.stored().size() - 1);
            Money some = last.openAmount().times(BigDecimal.valueOf(act.share(), 2)).rounded();
            paid(last, some.amount().toPlainString());
            paid = paid.plus(some);
          }
          default -> {
            SupplierPayment last = made.get(made.size() - 1);
            reversed(last.number().value());
            paid = paid.minus(last.amount());
          }
        }
      } catch (Refused | IndexOutOfBoundsException refused) {
        isAccepted = false;
      }
      Statistics.label("accepted").collect(isAccepted);
      assertThat(sum(SupplierInvoice::netAmount)).isLessThanOrEqualTo(euros("100"));
      assertThat(sum(SupplierInvoice::paidAmount)).isEqualTo(paid);
      assertThat(invoices.stored())
          .allSatisfy(
              invoice ->
                  assertThat(invoice.openAmount())
                      .isEqualTo(invoice.netAmount().minus(invoice.paidAmount()))
                      .isGreaterThanOrEqualTo(euros("0")));
      assertThat(order().document().lines().get(0).unitPrice().times(invoiced()).rounded())
          .isEqualTo(sum(SupplierInvoice::receivedAmount));
    }
  }

  private Quantity invoiced() {
    return order().document().lines().get(0).invoicedQuantity();
  }

  private Money sum(Function<SupplierInvoice, Money> amount) {
    return invoices.stored().stream().map(amount).reduce(euros("0"), Money::plus);
  }

  private SupplierInvoice posted(String reference, Bill.Line... lines) {
    Bill bill =
        new Bill(Optional.of(reference), Optional.empty(), Optional.empty(), Arrays.asList(lines));
    return post.post(order(), bill, Happened.at(NOW)).document();
  }

  private SupplierPaid paid(SupplierInvoice invoice, String amount) {
    return pay.pay(
        now(invoice),
        new BigDecimal(amount),
        Deductions.none(EURO),
        Optional.empty(),
        new PaySupplier.Happened(Optional.empty(), NOW));
  }

  private SupplierPayment reversed(String number) {
    Versioned<SupplierPayment> before = payments.named(COMPANY, new SupplierPaymentNumber(number));
    return pay.reverse(before, new Reversal("Twice", Optional.empty()), NOW).document();
  }

  private Versioned<SupplierInvoice> now(SupplierInvoice invoice) {
    return invoices.named(COMPANY, invoice.number());
  }

  private Versioned<PurchaseOrder> order() {
    return orders.named(COMPANY, new PurchaseOrderNumber("PO-1"));
  }

  private static Bill.Line line(int quantity, String price) {
    return new Bill.Line(1, Quantity.of(quantity), new BigDecimal(price));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable act, String... words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContainingAll(words);
  }
}
