package org.millrace.purchasing.blocked;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.blocked.BlockedBill.Charge;
import org.millrace.purchasing.blocked.BlockedBill.Difference;
import org.millrace.purchasing.blocked.BlockedBill.Line;
import org.millrace.purchasing.blocked.BlockedBillState.Act;
import org.millrace.purchasing.invoice.Bill;
import org.millrace.purchasing.invoice.SupplierBills;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxTerms;

/** Holds bills that do not fit, and does with them what somebody decides. */
final class DecideBill {
  private final Documents<BlockedBill> blocked;
  private final SupplierBills bills;
  private final Tolerances tolerances;
  private final Companies companies;

  DecideBill(
      Documents<BlockedBill> blocked,
      SupplierBills bills,
      Tolerances tolerances,
      Companies companies) {
    this.blocked = blocked;
    this.bills = bills;
    this.tolerances = tolerances;
    this.companies = companies;
  }

  /**
   * Holds a bill of that order.
   *
   * @throws Refused as conflict when it fits, so that it can be posted, as invalid when it bills a
   *     line that the order does not have
   */
  Versioned<BlockedBill> hold(
      CompanyCode company,
      Versioned<PurchaseOrder> ordered,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened) {
    PurchaseOrder order = ordered.document();
    requireLines(order, bill);
    Currency home = companies.named(company).currency();
    Optional<AskedCurrency> foreign = money.filter(asked -> !asked.currency().equals(home));
    SupplierBills.Comparison comparison = bills.compared(company, order, bill, foreign, happened);
    List<Difference> differences = Differences.of(comparison, tolerances.of(company));
    if (differences.stream().noneMatch(Difference::exceeded)) {
      throw Refused.conflict(
          "The bill for purchase order %s fits. Post it instead.".formatted(order.number()));
    }
    LocalDate date =
        bill.invoiceDate().orElseGet(() -> companies.dayOf(company, happened.occurredAt()));
    BlockedBill held =
        new BlockedBill(
            new DocumentNumber(blocked.nextNumber(company, date)),
            BlockedBillState.BLOCKED,
            order.number(),
            order.supplier(),
            bill.supplierReference(),
            date,
            bill.dueDate(),
            comparison.net().currency(),
            comparison.net(),
            Differences.expected(comparison),
            terms(bill, foreign),
            lines(order, bill),
            charges(bill),
            differences,
            Optional.empty(),
            Optional.empty());
    return blocked.make(
        company,
        held,
        happened.occurredAt(),
        (head, now) -> new BlockedBillChanged(head, now, Optional.empty()));
  }

  private static void requireLines(PurchaseOrder order, Bill bill) {
    Problems problems = new Problems();
    bill.lines()
        .forEach(
            line ->
                problems.require(
                    order.line(line.line()).isPresent(),
                    "lines.line",
                    line.line(),
                    "a line of order " + order.number()));
    problems.refuse("The bill cannot be held");
  }

  private static BlockedBill.Terms terms(Bill bill, Optional<AskedCurrency> money) {
    TaxTerms terms = bill.terms();
    return new BlockedBill.Terms(
        terms.pricesInclude(),
        terms.documentDiscount(),
        terms.earlyPayment().map(TaxTerms.Early::percent),
        terms.earlyPayment().map(TaxTerms.Early::days),
        terms.earlyPayment().map(TaxTerms.Early::mode),
        bill.printedTax(),
        money.map(AskedCurrency::currency),
        money.flatMap(AskedCurrency::rate));
  }

  private static List<Line> lines(PurchaseOrder order, Bill bill) {
    List<Line> lines = new ArrayList<>();
    for (Bill.Line line : bill.lines()) {
      PurchaseOrder.Line ordered = order.line(line.line()).orElseThrow();
      lines.add(
          new Line(
              line.line(),
              ordered.item(),
              ordered.itemName(),
              line.quantity(),
              line.unitPrice(),
              line.taxCode(),
              line.discountPercent()));
    }
    return lines;
  }

  private static List<Charge> charges(Bill bill) {
    List<Charge> charges = new ArrayList<>();
    for (Bill.Charge charge : bill.charges()) {
      charges.add(
          new Charge(
              charges.size() + 1,
              charge.text(),
              charge.amount(),
              charge.account(),
              charge.onGoods().orElse(false),
              charge.taxCode()));
    }
    return charges;
  }

  /** The bill as it was written. */
  private static Bill bill(BlockedBill held) {
    BlockedBill.Terms terms = held.terms();
    return new Bill(
        held.supplierReference(),
        Optional.of(held.invoiceDate()),
        held.dueDate(),
        held.lines().stream()
            .map(
                line ->
                    new Bill.Line(
                        line.line(),
                        line.quantity(),
                        line.unitPrice(),
                        line.taxCode(),
                        line.discountPercent()))
            .toList(),
        held.charges().stream()
            .map(
                charge ->
                    new Bill.Charge(
                        charge.text(),
                        charge.amount(),
                        charge.account(),
                        Optional.of(charge.onGoods()),
                        charge.taxCode()))
            .toList(),
        new TaxTerms(
            terms.pricesInclude(),
            terms.documentDiscount(),
            terms
                .earlyPercent()
                .map(
                    percent ->
                        new TaxTerms.Early(
                            percent,
                            terms.earlyDays().orElseThrow(),
                            terms.earlyMode().orElseThrow()))),
        terms.printedTax(),
        Optional.empty());
  }

  /** The bill is posted whatever it differs by. */
  Versioned<BlockedBill> accept(Versioned<BlockedBill> before, String why, Happened happened) {
    BlockedBill held = before.document();
    held.status().require(Act.ACCEPT, BlockedBill.KIND.titled(held.number()));
    Optional<AskedCurrency> money =
        held.terms().currency().map(other -> new AskedCurrency(other, held.terms().rate()));
    SupplierInvoice posted =
        bills.accept(before.company(), held.order(), bill(held), money, happened);
    return changed(before, held.accepted(posted.number(), why), happened.occurredAt(), Act.ACCEPT);
  }

  Versioned<BlockedBill> askCreditNote(
      Versioned<BlockedBill> before, String why, Instant occurredAt) {
    return changed(before, before.document().awaitingCredit(why), occurredAt, Act.ASK_CREDIT_NOTE);
  }

  Versioned<BlockedBill> refuse(Versioned<BlockedBill> before, String why, Instant occurredAt) {
    return changed(before, before.document().refused(why), occurredAt, Act.REFUSE);
  }

  private Versioned<BlockedBill> changed(
      Versioned<BlockedBill> before, BlockedBill after, Instant occurredAt, Act act) {
    return blocked.change(
        before,
        after,
        occurredAt,
        (head, now) -> new BlockedBillChanged(head, now, Optional.of(act)));
  }
}
