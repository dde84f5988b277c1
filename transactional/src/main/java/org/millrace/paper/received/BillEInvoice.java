package org.millrace.paper.received;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.paper.EInvoice;
import org.millrace.paper.EInvoiceChanged;
import org.millrace.paper.EInvoiceStatus.Act;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.invoice.Bill;
import org.millrace.purchasing.invoice.SupplierBills;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxTerms;

/** Posts an electronic invoice as the bill of a supplier, to the cent of the file. */
final class BillEInvoice {
  private static final String TITLE = "The electronic invoice cannot be billed";

  private final Documents<EInvoice> invoices;
  private final Documents<PurchaseOrder> orders;
  private final FindTaxCodes taxCodes;
  private final SupplierBills bills;

  BillEInvoice(
      Documents<EInvoice> invoices,
      Documents<PurchaseOrder> orders,
      FindTaxCodes taxCodes,
      SupplierBills bills) {
    this.invoices = invoices;
    this.orders = orders;
    this.taxCodes = taxCodes;
    this.bills = bills;
  }

  /** Which line of the order a line of the file bills, and how it is taxed where that is said. */
  record Assigned(int line, int orderLine, Optional<TaxCodeName> taxCode) {}

  /** The order that is billed, where it is there, and what was found for each line. */
  record Proposal(
      Optional<PurchaseOrderNumber> order, Optional<String> supplier, List<Proposed> lines) {}

  /** A line of the file as it would be billed. */
  record Proposed(
      int line, Optional<Integer> orderLine, ProposeBill.By by, Optional<TaxCodeName> taxCode) {}

  /** What would be billed, if nobody says otherwise. */
  Proposal propose(CompanyCode company, EInvoice invoice, Optional<PurchaseOrderNumber> named) {
    Optional<PurchaseOrder> order = order(company, invoice, named);
    List<Proposed> lines = new ArrayList<>();
    for (EInvoice.Line line : invoice.lines()) {
      Optional<ProposeBill.Match> match =
          order.map(one -> ProposeBill.matches(invoice, one).get(line.line() - 1));
      lines.add(
          new Proposed(
              line.line(),
              match.flatMap(ProposeBill.Match::orderLine),
              match.map(ProposeBill.Match::by).orElse(ProposeBill.By.NOTHING),
              taxCode(company, invoice, line)));
    }
    return new Proposal(
        order.map(PurchaseOrder::number), order.map(one -> one.supplier().code().value()), lines);
  }

  private Optional<PurchaseOrder> order(
      CompanyCode company, EInvoice invoice, Optional<PurchaseOrderNumber> named) {
    Optional<PurchaseOrderNumber> wanted =
        named.or(() -> invoice.orderReference().flatMap(BillEInvoice::orderNumber));
    return wanted.flatMap(
        number ->
            orders.find(company, List.of(number)).stream().map(Versioned::document).findFirst());
  }

  private static Optional<PurchaseOrderNumber> orderNumber(String reference) {
    try {
      return Optional.of(new PurchaseOrderNumber(reference));
    } catch (Refused e) {
      return Optional.empty(); // what cannot be a number of ours names no order of ours
    }
  }

  private Optional<TaxCodeName> taxCode(CompanyCode company, EInvoice invoice, EInvoice.Line line) {
    return taxCodes.find(company, line.taxCategory(), line.taxRate(), invoice.invoiceDate());
  }

  /**
   * The electronic invoice after it became a bill. Lines that are not assigned are those of the
   * proposal.
   *
   * @throws Refused as invalid when the order, its lines or their taxes are not known, as conflict
   *     when it is billed already or order and receipt do not bear it out
   */
  Versioned<EInvoice> bill(
      Versioned<EInvoice> before,
      Optional<PurchaseOrderNumber> named,
      List<Assigned> assigned,
      Happened happened) {
    EInvoice invoice = before.document();
    invoice.status().require(Act.BILL, EInvoice.KIND.titled(invoice.number()));
    Proposal proposal = propose(before.company(), invoice, named);
    requireBillable(invoice, proposal, named);
    SupplierInvoice posted =
        bills.post(
            before.company(),
            proposal.order().orElseThrow(),
            bill(invoice, proposal, assigned),
            happened);
    requireToTheCent(invoice, posted);
    return invoices.change(
        before,
        invoice.billed(posted.number()),
        happened.occurredAt(),
        (head, now) -> new EInvoiceChanged(head, now, Optional.of(Act.BILL)));
  }

  private static void requireBillable(
      EInvoice invoice, Proposal proposal, Optional<PurchaseOrderNumber> named) {
    new Problems()
        .require(
            invoice.type() == EInvoice.Type.INVOICE,
            "type",
            "credit-note",
            "an invoice: credit the bill that it takes back")
        .require(
            proposal.order().isPresent(),
            "order",
            named.map(PurchaseOrderNumber::value).or(invoice::orderReference).orElse(""),
            "the number of the purchase order that is billed")
        .refuse(TITLE);
  }

  private Bill bill(EInvoice invoice, Proposal proposal, List<Assigned> assigned) {
    Map<Integer, Assigned> said = new TreeMap<>();
    assigned.forEach(one -> said.put(one.line(), one));
    Map<Integer, BigDecimal> nets = SharedAdjustments.nets(invoice);
    Problems problems = new Problems();
    List<Bill.Line> lines = new ArrayList<>();
    for (Proposed proposed : proposal.lines()) {
      EInvoice.Line line = invoice.lines().get(proposed.line() - 1);
      Optional<Assigned> by = Optional.ofNullable(said.get(line.line()));
      Optional<Integer> orderLine = by.map(Assigned::orderLine).or(proposed::orderLine);
      Optional<TaxCodeName> taxCode = by.flatMap(Assigned::taxCode).or(proposed::taxCode);
      String field = "lines." + line.line() + ".";
      problems
          .require(
              orderLine.isPresent(), field + "orderLine", line.itemName(), "a line of the order")
          .require(
              taxCode.isPresent() || line.taxCategory().equals("O"),
              field + "taxCode",
              line.taxCategory() + " " + line.taxRate().map(BigDecimal::toPlainString).orElse(""),
              "a tax code of that category and rate")
          .require(
              line.quantity().signum() > 0, field + "quantity", line.quantity(), "more than 0");
      if (problems.isEmpty()) {
        lines.add(
            new Bill.Line(
                orderLine.orElseThrow(),
                Quantity.of(line.quantity()),
                LinePrices.exact(line, nets.getOrDefault(line.line(), BigDecimal.ZERO)),
                taxCode,
                Optional.empty()));
      }
    }
    problems.refuse(TITLE);
    Optional<BigDecimal> tax =
        Optional.of(invoice.totals().tax().amount()).filter(amount -> amount.signum() != 0);
    return new Bill(
        Optional.of(invoice.supplierReference()),
        Optional.of(invoice.invoiceDate()),
        invoice.dueDate(),
        lines,
        TaxTerms.NONE,
        tax);
  }

  private static void requireToTheCent(EInvoice invoice, SupplierInvoice posted) {
    Money expected = invoice.totals().gross();
    Money booked = posted.grossAmount();
    if (booked.amount().setScale(2, RoundingMode.HALF_UP).compareTo(expected.amount()) != 0
        || !booked.currency().equals(expected.currency())) {
      throw Refused.conflict(
          "The file says %s and the bill would be %s. Bill it by hand."
              .formatted(expected, booked));
    }
  }
}
