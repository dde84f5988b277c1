package org.millrace.sales.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.EURO;
import static org.millrace.TestingMasters.FITTING;
import static org.millrace.TestingMasters.SHOP;
import static org.millrace.TestingMasters.WHEEL;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.millrace.document.reversal.PostedStatus;
import org.millrace.document.reversal.Reversal;
import org.millrace.item.ItemCode;
import org.millrace.outbox.TestingEvents;
import org.millrace.sales.CreditNotePosted;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.InvoicePosted;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.master.TestingSalesMasters;
import org.millrace.sales.payment.Payment;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.TestingStock;
import org.millrace.tax.Deductions;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.TestingTaxes;

/** What is done with invoices, credit notes and payments, on documents in memory. */
class InvoiceActsTest {
  /** 3 March in the company's time zone, still 2 March in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private final TestingMasters masters = new TestingMasters();
  private final TestingDocuments<Invoice> invoices = new TestingDocuments<>(Invoice.KIND);
  private final TestingDocuments<Invoice> notes = new TestingDocuments<>(Invoice.CREDIT_NOTES);
  private final TestingDocuments<Payment> payments = new TestingDocuments<>(Payment.KIND);
  private final TestingEvents events = new TestingEvents();
  private final TestingTaxes taxes = new TestingTaxes();
  private final TestingStock stock =
      new TestingStock(EURO).having(BELL, "1.50").having(WHEEL, "12.25");
  private final List<Map<ItemCode, Quantity>> due = new ArrayList<>();
  private final TakePayments take =
      new TakePayments(
          masters.companies(),
          invoices,
          payments,
          events,
          taxes,
          (company, wanted) -> ExchangeRate.ONE);
  private final ReversePayment reverse =
      new ReversePayment(masters.companies(), invoices, payments, events, taxes);
  private final DirectInvoicing invoicing =
      new DirectInvoicing(
          TestingSalesMasters.of(masters),
          new InvoiceStores(invoices, notes),
          new MoveGoods(stock, (company, invoice, item) -> Invoice.KIND.ref(invoice)),
          new PutOnRecord(invoices, events, taxes),
          take,
          new DirectInvoicing.Sources(taxes, (company, wanted) -> ExchangeRate.ONE));
  private final CreditInvoice credit =
      new CreditInvoice(
          new CountedCredits(),
          invoicing,
          (company, number, back, occurredAt) -> due.add(back),
          new CreditPrepayment(
              masters.companies(),
              new InvoiceStores(invoices, notes),
              new CountedCredits(),
              new PutOnRecord(notes, events, taxes)));

  private final class CountedCredits implements CreditedLines {
    private final Map<InvoiceNumber, Map<Integer, Quantity>> credited = new HashMap<>();

    @Override
    public Map<Integer, Quantity> of(CompanyCode company, InvoiceNumber number) {
      Map<Integer, Quantity> known = new TreeMap<>();
      invoices
          .named(company, number)
          .document()
          .lines()
          .forEach(line -> known.put(line.line(), Quantity.ZERO));
      known.putAll(credited.getOrDefault(number, Map.of()));
      return known;
    }

    @Override
    public void add(CompanyCode company, InvoiceNumber number, Map<Integer, Quantity> more) {
      Map<Integer, Quantity> sums = credited.computeIfAbsent(number, n -> new TreeMap<>());
      more.forEach((line, quantity) -> sums.merge(line, quantity, Quantity::plus));
    }

    @Override
    public boolean isCredited(CompanyCode company, InvoiceNumber number) {
      return credited.containsKey(number);
    }

    @Override
    public Optional<InvoiceNumber> deductedBy(CompanyCode company, InvoiceNumber number) {
      return Optional.empty();
    }
  }

  @Example
  void billsWhatLeavesAtItsPriceAndCost() {
    Invoice invoice =
        posted(line(BELL, "3", "0.335"), line(FITTING, "1", "20"), line(WHEEL, "2", "40"));
    assertThat(invoice)
        .extracting(
            Invoice::number,
            Invoice::sourceNumber,
            Invoice::invoiceDate,
            Invoice::dueDate,
            Invoice::netAmount,
            Invoice::costAmount,
            Invoice::openAmount)
        .containsExactly(
            new InvoiceNumber("IN-000001"),
            "IN-000001",
            TODAY,
            TODAY.plusDays(14),
            euros("101.01"),
            euros("29"),
            euros("101.01"));
    assertThat(invoice.lines())
        .extracting(Invoice.Line::netAmount, Invoice.Line::costAmount)
        .containsExactly(
            tuple(euros("1.01"), euros("4.50")),
            tuple(euros("20"), euros("0")),
            tuple(euros("80"), euros("24.50")));
    GoodsMove move = stock.moves().get(0);
    assertThat(move.reason()).isEqualTo(MoveReason.ISSUE);
    assertThat(move.othersGoods()).isEqualTo(GoodsMove.OthersGoods.TAKEN);
    assertThat(move.lines()).hasSize(2);
    assertThat(events.told()).singleElement().isInstanceOf(InvoicePosted.class);
  }

  @Example
  void keepsTheNumbersOfAFileAndMovesNothingForServicesAlone() {
    NewInvoice brought =
        new NewInvoice(
            Invoice.Kind.INVOICE,
            Optional.of(new InvoiceNumber("536365")),
            Optional.of("536365/a"),
            SHOP,
            Optional.of("Norway"),
            NOW,
            0,
            Optional.empty(),
            List.of(line(FITTING, "1", "20")),
            TaxTerms.NONE,
            LocationCode.MAIN,
            Optional.empty(),
            Optional.empty());
    List<Invoice> made = invoicing.post(COMPANY, List.of(brought, sale(line(BELL, "1", "2"))));
    assertThat(made)
        .extracting(i -> i.number().value(), Invoice::sourceNumber, i -> i.customer().country())
        .containsExactly(
            tuple("536365", "536365/a", "Norway"), tuple("IN-000001", "IN-000001", "France"));
    assertThat(made.get(1).costAmount()).isEqualTo(euros("1.50"));
    assertThat(stock.moves()).hasSize(1);
  }

  @Example
  void namesWhatAnInvoiceCannotHave() {
    refused(
        () -> posted(line(BELL, "1", "1"), line(new ItemCode("HORN"), "1", "1")),
        "The invoice cannot be posted: lines.2.item is 'HORN', expected a registered item");
    refused(() -> line(BELL, "0", "-1"), "unitPrice is '-1'", "quantity is '0', expected not 0");
    refused(this::posted, "The invoice is refused: lines is 'none', expected at least one line");
    assertThat(invoicing.post(COMPANY, List.of())).isEmpty();
  }

  @Example
  void creditsAllThatIsLeftUnlessLinesAreNamed() {
    Invoice invoice = posted(line(BELL, "3", "0.335"), line(WHEEL, "2", "40"));
    Invoice some = credited(invoice, Map.of(1, Quantity.of(1)), CreditInvoice.Replacement.NONE);
    assertThat(some.number()).isEqualTo(new InvoiceNumber("CN-000001"));
    assertThat(some.kind()).isEqualTo(Invoice.Kind.CREDIT_NOTE);
    assertThat(some.credits()).contains(invoice.number());
    assertThat(some.netAmount()).isEqualTo(euros("-0.34"));
    assertThat(some.dueDate()).isEqualTo(some.invoiceDate());
    assertThat(stock.moves().get(1).reason()).isEqualTo(MoveReason.RETURN);
    Invoice rest = credited(invoice, Map.of(), CreditInvoice.Replacement.NONE);
    assertThat(rest.netAmount()).isEqualTo(euros("-80.67"));
    assertThat(rest.costAmount()).isEqualTo(euros("-27.50"));
    refused(
        () -> credited(invoice, Map.of(), CreditInvoice.Replacement.NONE),
        "Invoice IN-000001 is credited in full already.");
    refused(
        () -> credited(invoice, Map.of(2, Quantity.of(1)), CreditInvoice.Replacement.NONE),
        "Invoice IN-000001 cannot be credited so: lines.2.quantity is '1', expected more than 0 and"
            + " at most the 0 not credited yet");
    refused(
        () -> credited(rest, Map.of(), CreditInvoice.Replacement.NONE),
        "CN-000002 is a credit note and cannot be credited. Post a new invoice instead.");
    assertThat(events.told()).filteredOn(CreditNotePosted.class::isInstance).hasSize(2);
  }

  @Example
  void replacesWhatCameBackOfAnOrderAlone() {
    Invoice direct = posted(line(BELL, "3", "1"));
    refused(
        () -> credited(direct, Map.of(), CreditInvoice.Replacement.DUE),
        "IN-000001 bills no order that could deliver a replacement. Credit it without one and place"
            + " an order.");
    assertThat(due).isEmpty();
  }

  @Example
  void takesMoneyOnTheDayItCame() {
    Invoice invoice = posted(line(BELL, "3", "10"));
    PaymentReceived some = paid(invoice, "12.50", Optional.of(TODAY));
    assertThat(some.payment().number()).isEqualTo("PY-000001");
    assertThat(some.invoice().openAmount()).isEqualTo(euros("17.50"));
    assertThat(some.head().aggregateVersion()).isEqualTo(2);
    refused(
        () -> paid(invoice, "1", Optional.of(TODAY.plusDays(1))),
        "date is '2026-03-04', expected a day not after today 2026-03-03");
    for (String wrong : List.of("0", "-1", "17.51", "0.001")) {
      refused(
          () -> paid(invoice, wrong, Optional.empty()),
          "The payment for IN-000001 is refused: amount is",
          "more than 0 and at most the open EUR 17.50");
    }
    paid(invoice, "17.50", Optional.empty());
    refused(
        () -> paid(invoice, "1", Optional.empty()),
        "IN-000001 is settled: nothing of EUR 30.00 is open.");
  }

  @Example
  void takesSeveralPaymentsOfOneInvoiceTogetherOrNone() {
    Invoice invoice = posted(line(BELL, "3", "10"));
    NewPayment ten = new NewPayment(invoice.number(), euros("10"), NOW);
    assertThat(invoicing.pay(COMPANY, List.of(ten, ten)))
        .extracting(e -> e.invoice().openAmount(), e -> e.head().aggregateVersion())
        .containsExactly(tuple(euros("20"), 2L), tuple(euros("10"), 3L));
    refused(() -> invoicing.pay(COMPANY, List.of(ten, ten)), "IN-000001 is settled");
    NewPayment stray = new NewPayment(new InvoiceNumber("IN-9"), euros("10"), NOW);
    refused(
        () -> invoicing.pay(COMPANY, List.of(stray)), "There is no invoice IN-9 in company BIKES");
    assertThat(payments.stored()).hasSize(2);
    assertThat(invoicing.pay(COMPANY, List.of())).isEmpty();
  }

  @Example
  void opensAnInvoiceAgainWhenAPaymentIsTakenBack() {
    Invoice invoice = posted(line(BELL, "3", "10"));
    paid(invoice, "30", Optional.empty());
    Payment back = reversed("PY-000001", "Bounced");
    assertThat(back.amount()).isEqualTo(euros("-30"));
    assertThat(back.status()).isEqualTo(PostedStatus.REVERSING);
    assertThat(now(invoice).document().openAmount()).isEqualTo(euros("30"));
    refused(
        () -> reversed("PY-000001", "Again"),
        "Payment PY-000001 cannot be reversed: it is reversed. Post a new one instead.");
    refused(
        () -> reversed("PY-000002", "Again"),
        "Payment PY-000002 cannot be reversed: it is reversing.");
  }

  /** An act on the one invoice: a share of what is open or billed, in percent. */
  private record Act(String kind, int percent) {}

  @Provide
  Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.of("pay", "pay", "credit", "reverse"),
            Arbitraries.integers().between(1, 101))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  /** However it is paid, credited and paid back: nothing beyond what was billed, to the cent. */
  @Property(tries = 200)
  void neverTakesOrCreditsMoreThanWasBilled(@ForAll("acts") List<Act> acts) {
    new InvoiceActsTest().follow(acts);
    Statistics.label("accepted").coverage(c -> c.check(true).percentage(p -> p >= 50));
  }

  private void follow(List<Act> acts) {
    Invoice billed = posted(line(BELL, "7", "0.335"));
    Money paid = euros("0");
    Quantity back = Quantity.ZERO;
    for (Act act : acts) {
      Invoice before = now(billed).document();
      boolean isAccepted = true;
      try {
        switch (act.kind()) {
          case "pay" -> {
            Money some = percent(before.openAmount(), act.percent());
            paid(before, some.amount().toPlainString(), Optional.empty());
            paid = paid.plus(some);
          }
          case "credit" -> {
            Quantity some = Quantity.of(1 + act.percent() / 40);
            credited(before, Map.of(1, some), CreditInvoice.Replacement.NONE);
            back = back.plus(some);
          }
          default -> {
            Payment last = payments.stored().get(payments.stored().size() - 1);
            reversed(last.number().value(), "Bounced");
            paid = paid.minus(last.amount());
          }
        }
      } catch (Refused | IndexOutOfBoundsException refused) {
        isAccepted = false;
      }
      Statistics.label("accepted").collect(isAccepted);
      Invoice after = now(billed).document();
      assertThat(after.paidAmount()).isEqualTo(paid);
      assertThat(after.openAmount()).isEqualTo(after.netAmount().minus(paid));
      assertThat(after.openAmount().isNegative()).isFalse();
      assertThat(back).isLessThanOrEqualTo(Quantity.of(7));
      Money credits =
          invoices.stored().stream()
              .filter(i -> i.kind() == Invoice.Kind.CREDIT_NOTE)
              .map(Invoice::netAmount)
              .reduce(euros("0"), Money::plus);
      Money value = Money.of("0.335", "EUR").times(back).rounded();
      assertThat(credits.negated().minus(value).amount().abs())
          .isLessThanOrEqualTo(new BigDecimal("0.01"));
      if (back.equals(Quantity.of(7))) {
        assertThat(credits.negated()).isEqualTo(billed.netAmount());
      }
    }
  }

  private static Money percent(Money amount, int percent) {
    return amount.times(BigDecimal.valueOf(percent, 2)).rounded();
  }

  private Invoice posted(NewInvoice.Line... lines) {
    return invoicing.post(COMPANY, List.of(sale(lines))).get(0);
  }

  private static NewInvoice sale(NewInvoice.Line... lines) {
    return new NewInvoice(
        Invoice.Kind.INVOICE,
        Optional.empty(),
        Optional.empty(),
        SHOP,
        Optional.empty(),
        NOW,
        14,
        Optional.empty(),
        Arrays.asList(lines),
        TaxTerms.NONE,
        LocationCode.MAIN,
        Optional.empty(),
        Optional.empty());
  }

  private Invoice credited(
      Invoice invoice, Map<Integer, Quantity> quantities, CreditInvoice.Replacement replacement) {
    return credit
        .credit(
            now(invoice),
            new CreditInvoice.Wanted(quantities, Map.of(), replacement, LocationCode.MAIN),
            NOW)
        .document();
  }

  private PaymentReceived paid(Invoice invoice, String amount, Optional<LocalDate> date) {
    return take.take(
        now(invoice),
        new BigDecimal(amount),
        Deductions.none(EURO),
        Optional.empty(),
        new TakePayments.Happened(date, NOW));
  }

  private Payment reversed(String number, String reason) {
    Versioned<Payment> before = payments.named(COMPANY, new PaymentNumber(number));
    return reverse.reverse(before, new Reversal(reason, Optional.empty()), NOW).document();
  }

  private Versioned<Invoice> now(Invoice invoice) {
    return invoices.named(COMPANY, invoice.number());
  }

  private static NewInvoice.Line line(ItemCode item, String quantity, String price) {
    return new NewInvoice.Line(item, Quantity.of(quantity), new BigDecimal(price));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable act, String... words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContainingAll(words);
  }
}
