package org.millrace.settlement.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.currency.Carried;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.purchasing.payment.NewSupplierPayment;
import org.millrace.purchasing.payment.SupplierPayments;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.InvoicePayments;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.tax.Settlement;

/**
 * Settles items of all kinds: invoices and bills by the verbs of their domains, money on account
 * and opening items by their own. Each posts what it loses against the clearing account.
 */
public final class SettleItems {
  private final InvoicePayments invoices;
  private final SupplierPayments bills;
  private final OwnItems own;

  SettleItems(InvoicePayments invoices, SupplierPayments bills, OwnItems own) {
    this.invoices = invoices;
    this.bills = bills;
    this.own = own;
  }

  /**
   * What was settled of an item, to be taken back.
   *
   * @param payment the payment of that item alone, where there is one
   */
  public record Taken(ItemRef item, Carried part, Optional<String> payment) {}

  /**
   * The items, locked until the transaction ends.
   *
   * @throws Refused as invalid, naming each that there is not
   */
  public Map<ItemRef, HeldItem> hold(CompanyCode company, Collection<ItemRef> wanted) {
    Map<ItemRef, HeldItem> held = new HashMap<>();
    List<InvoiceNumber> ofSales =
        numbers(wanted, ItemKind.INVOICE, ItemKind.CREDIT_NOTE)
            .map(InvoiceNumber::new)
            .sorted()
            .toList();
    invoices
        .lock(company, ofSales)
        .forEach(
            found -> {
              Invoice invoice = found.document();
              ItemRef ref = new ItemRef(kind(invoice), invoice.number().value());
              held.put(ref, HeldItem.of(ref, invoice));
            });
    bills
        .lock(
            company,
            numbers(wanted, ItemKind.SUPPLIER_INVOICE).map(SupplierInvoiceNumber::new).toList())
        .forEach(
            found -> {
              SupplierInvoice bill = found.document();
              ItemRef ref = new ItemRef(ItemKind.SUPPLIER_INVOICE, bill.number().value());
              held.put(ref, HeldItem.of(ref, bill));
            });
    own.hold(company, wanted).forEach(item -> held.put(item.ref(), item));
    Problems problems = new Problems();
    for (ItemRef item : wanted) {
      problems.require(
          held.containsKey(item), "items.number", item.number(), "an item of that kind");
    }
    problems.refuse("The items cannot be settled");
    return held;
  }

  private static Stream<String> numbers(Collection<ItemRef> of, ItemKind... kinds) {
    return of.stream()
        .filter(item -> List.of(kinds).contains(item.kind()))
        .map(ItemRef::number)
        .distinct();
  }

  private static ItemKind kind(Invoice invoice) {
    return invoice.kind() == Invoice.Kind.INVOICE ? ItemKind.INVOICE : ItemKind.CREDIT_NOTE;
  }

  /**
   * Settles the parts; what was settled comes in their order.
   *
   * @throws Refused when less is open
   */
  public List<Settled> settle(CompanyCode company, List<Part> parts) {
    Map<Integer, Settled> done = new HashMap<>();
    List<Integer> ofSales = new ArrayList<>();
    List<Integer> ofPurchasing = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i).item().kind()) {
        case INVOICE, CREDIT_NOTE -> ofSales.add(i);
        case SUPPLIER_INVOICE -> ofPurchasing.add(i);
        case PAYMENT, OPENING_ITEM -> done.put(i, own.settle(company, parts.get(i)));
      }
    }
    List<PaymentReceived> received =
        invoices.take(company, ofSales.stream().map(i -> received(parts.get(i))).toList());
    for (int i = 0; i < received.size(); i++) {
      done.put(ofSales.get(i), settled(parts.get(ofSales.get(i)), received.get(i)));
    }
    List<SupplierPaid> paid =
        bills.pay(company, ofPurchasing.stream().map(i -> paid(parts.get(i))).toList());
    for (int i = 0; i < paid.size(); i++) {
      done.put(ofPurchasing.get(i), settled(parts.get(ofPurchasing.get(i)), paid.get(i)));
    }
    List<Settled> settled = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      settled.add(done.get(i));
    }
    return settled;
  }

  private static NewPayment received(Part part) {
    return new NewPayment(
        new InvoiceNumber(part.item().number()),
        part.money(),
        part.occurredAt(),
        part.deductions(),
        Optional.of(part.settledBy()),
        Optional.empty());
  }

  private static NewSupplierPayment paid(Part part) {
    return new NewSupplierPayment(
        new SupplierInvoiceNumber(part.item().number()),
        part.money().negated(),
        part.occurredAt(),
        part.deductions().negated(),
        Optional.of(part.settledBy()),
        Optional.empty());
  }

  private static Settled settled(Part part, PaymentReceived received) {
    return settled(
        part,
        received.payment().amount(),
        received.payment().settlement(),
        received.payment().number());
  }

  private static Settled settled(Part part, SupplierPaid paid) {
    return settled(
        part,
        paid.payment().amount().negated(),
        paid.payment().settlement().map(Settlement::negated),
        paid.payment().number());
  }

  private static Settled settled(
      Part part, Money money, Optional<Settlement> settlement, String payment) {
    Money none = Money.zero(money.currency());
    Money discount = settlement.map(Settlement::discount).orElse(none);
    Money writeOff = settlement.map(Settlement::writeOff).orElse(none);
    return new Settled(
        part.item(),
        new Carried(part.all(), money.plus(discount).plus(writeOff)),
        money,
        discount,
        writeOff,
        Optional.of(payment));
  }

  /** Takes back what a document settled; the items are open again. */
  public void takeBack(CompanyCode company, List<Taken> taken, String reason, Instant occurredAt) {
    invoices.takeBack(
        company, payments(taken, ItemKind.INVOICE, ItemKind.CREDIT_NOTE), reason, occurredAt);
    bills.takeBack(company, payments(taken, ItemKind.SUPPLIER_INVOICE), reason, occurredAt);
    taken.stream()
        .filter(each -> each.payment().isEmpty())
        .forEach(each -> own.takeBack(company, each, occurredAt));
  }

  private static List<String> payments(List<Taken> taken, ItemKind... kinds) {
    return taken.stream()
        .filter(each -> List.of(kinds).contains(each.item().kind()))
        .flatMap(each -> each.payment().stream())
        .toList();
  }
}
