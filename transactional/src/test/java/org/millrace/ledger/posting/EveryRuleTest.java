package org.millrace.ledger.posting;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.millrace.item.ItemCode;
import org.millrace.ledger.NewEntry;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.sales.CreditNotePosted;
import org.millrace.sales.Customer;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.InvoicePosted;
import org.millrace.sales.PaymentReceived;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;

/** What each event debits and credits, by itself. */
class EveryRuleTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final EventHead HEAD =
      EventHead.of(new CompanyCode("BIKES"), "x:BIKES/1", 1, Instant.parse("2026-03-02T09:00:00Z"));

  /** What moved goods stand against; a reason that is new has to be told here. */
  private static final Map<MoveReason, String> AGAINST =
      new EnumMap<>(
          Map.ofEntries(
              entry(MoveReason.RECEIPT, "2100"),
              entry(MoveReason.ISSUE, "5000"),
              entry(MoveReason.RETURN, "5000"),
              entry(MoveReason.ADJUSTMENT, "5100"),
              entry(MoveReason.OPENING, "3950"),
              entry(MoveReason.TRANSFER, "1200"),
              entry(MoveReason.CONSUMPTION, "1250"),
              entry(MoveReason.COMPLETION, "1250"),
              entry(MoveReason.REVALUATION, "5100"),
              entry(MoveReason.COST_DIFFERENCE, "5000"),
              entry(MoveReason.PRICE_VARIANCE, "5200")));

  @Example
  void postsTheWorkedAmounts() {
    assertThat(lines(PostingRules.INVOICE.entry().apply(invoice("100"))))
        .containsExactly("1100 100.00", "4000 -100.00");
    assertThat(lines(PostingRules.CREDIT_NOTE.entry().apply(note("-30"))))
        .containsExactly("1100 -30.00", "4100 30.00");
    assertThat(lines(PostingRules.PAYMENT.entry().apply(received("40"))))
        .containsExactly("1000 40.00", "1100 -40.00");
    assertThat(lines(PostingRules.SUPPLIER_INVOICE.entry().apply(billed("100", "98"))))
        .containsExactly("2100 100.00", "2000 -100.00");
    assertThat(lines(PostingRules.SUPPLIER_INVOICE.entry().apply(billed("100", "100"))))
        .containsExactly("2100 100.00", "2000 -100.00");
    assertThat(lines(PostingRules.SUPPLIER_PAYMENT.entry().apply(paid("60", Optional.empty()))))
        .containsExactly("2000 60.00", "1000 -60.00");
  }

  @Example
  void setsMovedGoodsAgainstTheAccountOfTheirReason() {
    for (MoveReason reason : MoveReason.values()) {
      assertThat(lines(goods(reason, "production", "12.50")))
          .as(reason.name())
          .containsExactly("1200 12.50", AGAINST.get(reason) + " -12.50");
    }
    assertThat(lines(goods(MoveReason.ISSUE, "service", "-12.50")))
        .containsExactly("1200 -12.50", "6400 12.50");
    assertThat(lines(goods(MoveReason.CONSUMPTION, "stock", "-12.50")))
        .containsExactly("1200 -12.50", "6000 12.50");
  }

  @Example
  void namesThePaperAndWhomItConcerns() {
    NewEntry refund = PostingRules.PAYMENT.entry().apply(received("-5"));
    assertThat(refund.text()).isEqualTo("Refund for IN-1");
    assertThat(refund.party()).contains(new PartyCode("SHOP"));
    assertThat(refund.document()).contains(new DocumentRef("sales", "invoice", "IN-1"));
    assertThat(PostingRules.CREDIT_NOTE.entry().apply(note("-5")).document())
        .contains(new DocumentRef("sales", "credit-note", "IN-1"));
    NewEntry back = PostingRules.SUPPLIER_PAYMENT.entry().apply(paid("-60", Optional.of("SP-1")));
    assertThat(back.text()).isEqualTo("Reversal of payment SP-1 of SI-1");
    assertThat(PostingRules.INVOICE.entry().apply(invoice("1")).text())
        .isEqualTo("Invoice IN-1 to Bike shop");
  }

  /** Whatever the amount and its sign: each entry sums to zero, and one of nothing is empty. */
  @Property
  void sumsToZero(
      @ForAll @LongRange(min = -99_999_999, max = 99_999_999) long cents,
      @ForAll @LongRange(max = 99_999_999) long received,
      @ForAll MoveReason reason) {
    String amount = BigDecimal.valueOf(cents, 2).toPlainString();
    String other = BigDecimal.valueOf(received, 2).toPlainString();
    List<NewEntry> entries =
        List.of(
            PostingRules.INVOICE.entry().apply(invoice(amount)),
            PostingRules.CREDIT_NOTE.entry().apply(note(amount)),
            PostingRules.PAYMENT.entry().apply(received(amount)),
            PostingRules.SUPPLIER_INVOICE.entry().apply(billed(amount, other)),
            PostingRules.SUPPLIER_PAYMENT.entry().apply(paid(amount, Optional.empty())),
            goods(reason, "stock", amount));
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(
                        entry.lines().stream()
                            .map(NewEntry.Line::amount)
                            .reduce(Money.zero(EUR), Money::plus))
                    .isEqualTo(Money.zero(EUR)));
    assertThat(entries.get(0).isEmpty()).isEqualTo(cents == 0);
  }

  private static List<String> lines(NewEntry entry) {
    return entry.lines().stream()
        .map(line -> line.account().value() + " " + line.amount().amount().toPlainString())
        .toList();
  }

  private static NewEntry goods(MoveReason reason, String domain, String value) {
    GoodsMoved.Line line =
        new GoodsMoved.Line(
            1,
            new ItemCode("BELL"),
            LocationCode.MAIN,
            Quantity.of(1),
            euros(value),
            euros(value),
            Quantity.of(1),
            euros("0"),
            Optional.empty(),
            Optional.empty());
    return PostingRules.GOODS
        .entry()
        .apply(
            new GoodsMoved(
                HEAD,
                "SM-1",
                reason,
                new DocumentRef(domain, "paper", "1"),
                EUR,
                List.of(line),
                Optional.of(DAY),
                Optional.empty()));
  }

  private static InvoicePosted invoice(String net) {
    return new InvoicePosted(HEAD, paper(Invoice.Kind.INVOICE, net));
  }

  private static CreditNotePosted note(String net) {
    return new CreditNotePosted(HEAD, paper(Invoice.Kind.CREDIT_NOTE, net));
  }

  private static PaymentReceived received(String amount) {
    return new PaymentReceived(
        HEAD,
        new PaymentReceived.Payment(
            "PY-1",
            DAY,
            euros(amount),
            EUR,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        paper(Invoice.Kind.INVOICE, "100").header());
  }

  private static Invoice paper(Invoice.Kind kind, String net) {
    return new Invoice(
        new InvoiceNumber("IN-1"),
        kind,
        "IN-1",
        Optional.empty(),
        Optional.empty(),
        new Customer(new PartyCode("SHOP"), "Bike shop", "France", false),
        DAY,
        DAY,
        EUR,
        List.of(),
        euros(net),
        euros("0"),
        euros("0"),
        euros(net),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static SupplierInvoicePosted billed(String net, String received) {
    return new SupplierInvoicePosted(HEAD, bill(net, received));
  }

  private static SupplierPaid paid(String amount, Optional<String> reverses) {
    return new SupplierPaid(
        HEAD,
        new SupplierPaid.Payment(
            "SP-2",
            DAY,
            euros(amount),
            EUR,
            reverses,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        bill("100", "100"));
  }

  private static SupplierInvoice bill(String net, String received) {
    return new SupplierInvoice(
        new SupplierInvoiceNumber("SI-1"),
        SupplierInvoice.Kind.INVOICE,
        Optional.of(new PurchaseOrderNumber("PO-1")),
        new Supplier(new PartyCode("STEEL"), "Steel AG", "Germany"),
        Optional.empty(),
        DAY,
        DAY,
        EUR,
        euros(net),
        euros(received),
        euros("0"),
        euros(net),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }
}
