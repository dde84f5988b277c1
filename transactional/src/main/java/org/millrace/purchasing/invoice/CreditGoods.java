package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.purchasing.InvoiceState;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.Clearing;
import org.millrace.purchasing.match.Expenses;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.calculation.PriceLines;

/**
 * Posts what a supplier credits of goods of an order. Goods that went back after they were billed
 * are no longer claimed of him; what he credits otherwise than they cost is a price variance. A
 * reduction of the price makes the goods of the bill cheaper, and those that are gone too.
 */
final class CreditGoods {
  private static final String TITLE = "The credit note cannot be posted";

  private final BookingDays days;
  private final Documents<PurchaseOrder> orders;
  private final Documents<SupplierInvoice> invoices;
  private final PostSupplierInvoice post;
  private final ClearGoods clear;
  private final TaxBill taxBill;

  CreditGoods(
      BookingDays days,
      Documents<PurchaseOrder> orders,
      Documents<SupplierInvoice> invoices,
      PostSupplierInvoice post,
      ClearGoods clear,
      TaxBill taxBill) {
    this.days = days;
    this.orders = orders;
    this.invoices = invoices;
    this.post = post;
    this.clear = clear;
    this.taxBill = taxBill;
  }

  /**
   * What is credited of a line of the bill.
   *
   * @param returned the receipt of goods that went back; none where only the price is reduced
   * @param quantity of goods that went back; all that are claimed where none is told
   * @param amount without tax, above 0; of goods that went back what was billed for them where none
   *     is told
   */
  record Line(
      int line,
      Optional<ReceivedGoods.Number> returned,
      Optional<Quantity> quantity,
      @Amount(in = "foreign.currency") Optional<BigDecimal> amount) {}

  /** The paper of the supplier. */
  record Note(
      Optional<String> supplierReference,
      Optional<LocalDate> invoiceDate,
      List<Line> lines,
      List<Bill.Charge> charges,
      Optional<BigDecimal> printedTax) {
    Note {
      lines = List.copyOf(lines);
      charges = List.copyOf(charges);
    }
  }

  /** A line as it is credited: how many goods went back, what they were worth, for how much. */
  private record Credited(
      SupplierInvoice.Line billed,
      Optional<Clearing.Claim> claim,
      Quantity quantity,
      Money amount) {}

  /**
   * Posts a credit note to a bill that is locked.
   *
   * @throws Refused as invalid when more is credited than was billed or claimed, as conflict when
   *     the bill is reversed or is of no order
   */
  Versioned<SupplierInvoice> post(Versioned<SupplierInvoice> bill, Note note, Happened happened) {
    CompanyCode company = bill.company();
    SupplierInvoice billed = bill.document();
    requireCreditable(billed);
    note.supplierReference()
        .ifPresent(reference -> post.requireNew(company, billed.supplier().code(), reference));
    Instant occurredAt = days.bookedAt(company, happened);
    LocalDate day = days.dayOf(company, occurredAt);
    LocalDate date = note.invoiceDate().orElseGet(() -> days.dayOf(company, happened.occurredAt()));
    Versioned<PurchaseOrder> ordered =
        orders.lock(company, List.of(billed.order().orElseThrow())).get(0);
    PurchaseOrder order = ordered.document();
    Clearing clearing = clear.of(company, order);
    List<Credited> lines = credited(billed, note, clearing);
    SupplierInvoice written = written(company, billed, note, date, lines);
    SupplierInvoice posted = written.returning(book(clearing, billed, written, lines, day));
    taxBill.register(company, posted);
    Versioned<SupplierInvoice> made =
        invoices.make(
            company,
            posted,
            occurredAt,
            (head, told) -> new SupplierInvoicePosted(head, told, Expenses.of(order, clearing)));
    DocumentRef cause = SupplierInvoice.KIND.ref(posted.number());
    clear.keep(company, order, clearing, new ClearGoods.Cause(cause, happened));
    return made;
  }

  private static void requireCreditable(SupplierInvoice billed) {
    Refused.conflictIf(billed.refusal(InvoiceState.Act.CREDIT));
  }

  private static List<Credited> credited(SupplierInvoice billed, Note note, Clearing clearing) {
    Problems problems = new Problems();
    problems.require(
        !note.lines().isEmpty() || !note.charges().isEmpty(),
        "lines",
        "none",
        "at least one line or charge");
    List<Credited> credited = new ArrayList<>();
    for (Line line : note.lines()) {
      String field = "lines." + line.line() + ".";
      Optional<SupplierInvoice.Line> of =
          billed.lines().stream().filter(each -> each.line() == line.line()).findFirst();
      Optional<Clearing.Claim> claim =
          line.returned()
              .flatMap(
                  number ->
                      clearing.claims(number).stream()
                          .filter(each -> each.line() == line.line())
                          .findFirst());
      problems
          .require(of.isPresent(), field + "line", line.line(), "a line of the bill")
          .require(
              line.returned().isEmpty() || claim.isPresent(),
              field + "returned",
              line.returned().map(ReceivedGoods.Number::value).orElse(""),
              "a return whose goods are claimed")
          .require(
              line.returned().isPresent() || line.amount().isPresent(),
              field + "amount",
              "none",
              "what is credited");
      if (problems.isEmpty()) {
        credited.add(credited(of.orElseThrow(), claim, line, problems));
      }
    }
    problems.refuse(TITLE);
    return credited;
  }

  private static Credited credited(
      SupplierInvoice.Line billed, Optional<Clearing.Claim> claim, Line line, Problems problems) {
    String field = "lines." + line.line() + ".";
    Quantity most = claim.map(Clearing.Claim::quantity).orElse(Quantity.ZERO);
    Quantity quantity = claim.isPresent() ? line.quantity().orElse(most) : Quantity.ZERO;
    Money none = Money.zero(billed.netAmount().currency());
    Money share =
        billed.quantity().isZero()
            ? none
            : billed
                .netAmount()
                .times(quantity)
                .dividedBy(billed.quantity(), SHARE_DECIMALS)
                .rounded();
    Money amount = line.amount().map(said -> Money.of(said, none.currency())).orElse(share);
    problems
        .require(
            quantity.compareTo(most) <= 0 && (claim.isEmpty() || quantity.isPositive()),
            field + "quantity",
            quantity,
            "more than 0 and at most the claimed " + most)
        .require(
            !amount.isNegative()
                && amount.equals(amount.rounded())
                && amount.compareTo(billed.netAmount()) <= 0,
            field + "amount",
            amount.amount(),
            "0 or more and at most the billed " + billed.netAmount());
    return new Credited(billed, claim, quantity, amount);
  }

  private static final int SHARE_DECIMALS = 12;

  private SupplierInvoice written(
      CompanyCode company,
      SupplierInvoice billed,
      Note note,
      LocalDate date,
      List<Credited> lines) {
    List<Bill.Charge> asCharges = new ArrayList<>();
    for (Credited line : lines) {
      asCharges.add(
          new Bill.Charge(
              line.billed().itemName(),
              line.amount().amount().negate(),
              Optional.empty(),
              Optional.empty(),
              line.billed().taxCode()));
    }
    note.charges()
        .forEach(
            charge ->
                asCharges.add(
                    new Bill.Charge(
                        charge.text(),
                        charge.amount().negate(),
                        charge.account(),
                        charge.onGoods(),
                        charge.taxCode())));
    Bill asPriced = bill(note, asCharges);
    PriceLines.Priced priced = taxBill.priced(company, billed.currency(), asPriced, date);
    List<SupplierInvoice.Line> written = new ArrayList<>();
    for (Credited line : lines) {
      int place = written.size();
      Optional<TaxCodeName> code = line.billed().taxCode();
      written.add(
          new SupplierInvoice.Line(
              line.billed().line(),
              line.billed().item(),
              line.billed().itemName(),
              line.quantity().negated(),
              line.billed().unitPrice(),
              priced.nets().get(place),
              Money.zero(billed.currency()),
              code,
              Optional.empty(),
              priced.taxes().get(place),
              line.billed().dimensions()));
    }
    WrittenBill.Head head =
        new WrittenBill.Head(
            new SupplierInvoiceNumber(invoices.nextNumber(company, date)),
            SupplierInvoice.Kind.CREDIT_NOTE,
            billed.order(),
            billed.supplier(),
            date,
            billed.currency());
    List<Bill.Charge> charges = asCharges.subList(lines.size(), asCharges.size());
    return new WrittenBill(head, asPriced, charges, priced, MatchTolerance.DEFAULT)
        .crediting(billed.number(), written);
  }

  private static Bill bill(Note note, List<Bill.Charge> charges) {
    return new Bill(
        note.supplierReference(),
        note.invoiceDate(),
        Optional.empty(),
        List.of(),
        charges,
        TaxTerms.NONE,
        note.printedTax().map(BigDecimal::negate),
        Optional.empty());
  }

  /** Closes the claims and reduces the costs; what is credited less than goods were worth. */
  private static Money book(
      Clearing clearing,
      SupplierInvoice billed,
      SupplierInvoice note,
      List<Credited> lines,
      LocalDate day) {
    Map<Integer, Money> taxes = TaxBill.costs(note);
    Money none = Money.zero(note.currency());
    Money variance = none;
    for (int i = 0; i < lines.size(); i++) {
      Credited line = lines.get(i);
      int number = line.billed().line();
      Money tax = taxes.getOrDefault(number, none);
      Money cost = note.lines().get(i).netAmount().plus(tax).negated();
      if (line.claim().isPresent()) {
        Money worth = clearing.credit(note.number(), line.claim().get(), line.quantity(), day);
        variance = variance.plus(worth.minus(cost));
      } else {
        clearing.reduce(note.number(), billed.number(), number, cost, day);
      }
    }
    return variance;
  }
}
