package org.millrace.paper.received;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.currency.AskedCurrency;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.paper.EInvoice;
import org.millrace.paper.EInvoiceChanged;
import org.millrace.paper.EInvoiceStatus.Act;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.CostAccount;
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

/**
 * Posts an electronic invoice as the bill of a supplier, to the cent of the file: for the order
 * that it bills, or without one to accounts.
 */
final class BillEInvoice {
  /** The category of what no tax is about, which needs no code. */
  private static final String UNTAXED = "O";

  private static final String TITLE = "The electronic invoice cannot be billed";

  private final Documents<EInvoice> invoices;
  private final Documents<PurchaseOrder> orders;
  private final FindTaxCodes taxCodes;
  private final SupplierBills bills;
  private final FindSupplier suppliers;

  BillEInvoice(
      Documents<EInvoice> invoices,
      Documents<PurchaseOrder> orders,
      FindTaxCodes taxCodes,
      SupplierBills bills,
      FindSupplier suppliers) {
    this.suppliers = suppliers;
    this.invoices = invoices;
    this.orders = orders;
    this.taxCodes = taxCodes;
    this.bills = bills;
  }

  /**
   * Which line of the order a line of the file bills, or the account that it is booked to, and how
   * it is taxed where that is said.
   */
  record Assigned(
      int line,
      Optional<Integer> orderLine,
      Optional<CostAccount> account,
      Optional<TaxCodeName> taxCode) {}

  /** The order or the supplier that are named, the rate of another currency, and the lines. */
  record Said(
      Optional<PurchaseOrderNumber> order,
      Optional<PartyCode> supplier,
      Optional<ExchangeRate> rate,
      List<Assigned> lines) {
    Said {
      lines = List.copyOf(lines);
    }
  }

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
        order.map(PurchaseOrder::number),
        order
            .map(one -> one.supplier().code())
            .or(() -> suppliers.find(company, invoice.seller()))
            .map(PartyCode::value),
        lines);
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
  Versioned<EInvoice> bill(Versioned<EInvoice> before, Said said, Happened happened) {
    EInvoice invoice = before.document();
    invoice.status().require(Act.BILL, EInvoice.KIND.titled(invoice.number()));
    Proposal proposal = propose(before.company(), invoice, said.order());
    boolean isOfOrder = isOfOrder(invoice, said);
    requireBillable(invoice, proposal, said, isOfOrder);
    SupplierInvoice posted =
        isOfOrder
            ? bills.post(
                before.company(),
                proposal.order().orElseThrow(),
                bill(invoice, proposal, said.lines()),
                Optional.of(new AskedCurrency(invoice.currency(), said.rate())),
                happened)
            : direct(before.company(), invoice, proposal, said, happened);
    requireToTheCent(invoice, posted);
    return invoices.change(
        before,
        invoice.billed(posted.number()),
        happened.occurredAt(),
        (head, now) -> new EInvoiceChanged(head, now, Optional.of(Act.BILL)));
  }

  /** It is of no order where a supplier is named, or where neither we nor the file name one. */
  private static boolean isOfOrder(EInvoice invoice, Said said) {
    boolean isNamed = said.order().isPresent() || invoice.orderReference().isPresent();
    return said.supplier().isEmpty() && isNamed;
  }

  private static void requireBillable(
      EInvoice invoice, Proposal proposal, Said said, boolean isOfOrder) {
    new Problems()
        .require(
            !isOfOrder || invoice.type() == EInvoice.Type.INVOICE,
            "type",
            "credit-note",
            "an invoice: credit its bill, or name the supplier to credit accounts")
        .require(
            !isOfOrder || proposal.order().isPresent(),
            "order",
            said.order().map(PurchaseOrderNumber::value).or(invoice::orderReference).orElse(""),
            "the number of the purchase order that is billed; or name the supplier")
        .refuse(TITLE);
  }

  /** Without an order: each line to an account, operating expenses where none is said. */
  private SupplierInvoice direct(
      CompanyCode company, EInvoice invoice, Proposal proposal, Said said, Happened happened) {
    Optional<PartyCode> supplier =
        said.supplier().or(() -> proposal.supplier().map(PartyCode::new));
    Problems problems = new Problems();
    problems.require(
        supplier.isPresent(),
        "supplier",
        invoice.seller().name(),
        "the supplier who sent it: name him, or register one with his VAT number");
    Map<Integer, Assigned> assigned = new TreeMap<>();
    said.lines().forEach(one -> assigned.put(one.line(), one));
    List<Bill.Charge> charges = new ArrayList<>();
    for (DirectLines.Line line : DirectLines.of(invoice)) {
      Optional<Assigned> by = Optional.ofNullable(assigned.get(line.line()));
      Optional<TaxCodeName> taxCode =
          by.flatMap(Assigned::taxCode)
              .or(
                  () ->
                      taxCodes.find(company, line.category(), line.rate(), invoice.invoiceDate()));
      problems.require(
          taxCode.isPresent() || line.category().equals(UNTAXED),
          "lines." + line.line() + ".taxCode",
          line.category() + " " + line.rate().map(BigDecimal::toPlainString).orElse(""),
          "a tax code of that category and rate");
      charges.add(
          new Bill.Charge(
              line.text(),
              line.amount(),
              by.flatMap(Assigned::account),
              Optional.empty(),
              taxCode));
    }
    problems.refuse(TITLE);
    return bills.postDirect(
        company,
        supplier.orElseThrow(),
        paper(invoice, List.of(), charges),
        Optional.of(new AskedCurrency(invoice.currency(), said.rate())),
        happened);
  }

  private static Bill paper(EInvoice invoice, List<Bill.Line> lines, List<Bill.Charge> charges) {
    BigDecimal tax = DirectLines.signed(invoice, invoice.totals().tax().amount());
    return new Bill(
        Optional.of(invoice.supplierReference()),
        Optional.of(invoice.invoiceDate()),
        invoice.dueDate().filter(due -> !due.isBefore(invoice.invoiceDate())),
        lines,
        charges,
        TaxTerms.NONE,
        Optional.of(tax).filter(amount -> amount.signum() != 0),
        Optional.empty());
  }

  private Bill bill(EInvoice invoice, Proposal proposal, List<Assigned> assigned) {
    Map<Integer, Assigned> said = new TreeMap<>();
    assigned.forEach(one -> said.put(one.line(), one));
    Map<Integer, BigDecimal> nets = SharedAdjustments.nets(invoice);
    Problems problems = new Problems();
    List<Bill.Line> lines = new ArrayList<>();
    List<Bill.Charge> charges = new ArrayList<>();
    for (Proposed proposed : proposal.lines()) {
      EInvoice.Line line = invoice.lines().get(proposed.line() - 1);
      Optional<Assigned> by = Optional.ofNullable(said.get(line.line()));
      Optional<CostAccount> account = by.flatMap(Assigned::account);
      Optional<Integer> orderLine =
          account.isPresent()
              ? Optional.empty()
              : by.flatMap(Assigned::orderLine).or(proposed::orderLine);
      Optional<TaxCodeName> taxCode = by.flatMap(Assigned::taxCode).or(proposed::taxCode);
      String field = "lines." + line.line() + ".";
      problems
          .require(
              orderLine.isPresent() || account.isPresent(),
              field + "orderLine",
              line.itemName(),
              "a line of the order, or an account")
          .require(
              taxCode.isPresent() || line.taxCategory().equals(UNTAXED),
              field + "taxCode",
              line.taxCategory() + " " + line.taxRate().map(BigDecimal::toPlainString).orElse(""),
              "a tax code of that category and rate")
          .require(
              account.isPresent() || line.quantity().signum() > 0,
              field + "quantity",
              line.quantity(),
              "more than 0");
      if (problems.isEmpty() && account.isPresent()) {
        charges.add(
            new Bill.Charge(
                line.itemName(),
                nets.getOrDefault(line.line(), BigDecimal.ZERO),
                account,
                Optional.empty(),
                taxCode));
      } else if (problems.isEmpty()) {
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
    return paper(invoice, lines, charges);
  }

  private static void requireToTheCent(EInvoice invoice, SupplierInvoice posted) {
    Currency currency = invoice.currency();
    BigDecimal expected = DirectLines.signed(invoice, invoice.totals().gross().amount());
    Money booked =
        posted
            .foreign()
            .map(of -> Money.of(of.grossAmount(), of.currency()))
            .orElse(posted.grossAmount());
    if (booked.amount().setScale(2, RoundingMode.HALF_UP).compareTo(expected) != 0
        || !booked.currency().equals(currency)) {
      throw Refused.conflict(
          "The file says %s and the bill would be %s. Bill it by hand."
              .formatted(Money.of(expected, currency), booked));
    }
  }
}
