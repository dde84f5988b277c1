package org.millrace.purchasing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.purchasing.CostAccount;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.tax.calculation.PriceLines;

/** Posts what suppliers bill, or credit, without an order: services and expenses to accounts. */
final class PostDirectBill implements SupplierBills {
  private static final String TITLE = "The supplier invoice cannot be posted";

  private final BookingDays days;
  private final Documents<SupplierInvoice> invoices;
  private final PostSupplierInvoice post;
  private final Tolerances tolerances;
  private final TaxBill taxBill;
  private final Masters masters;

  /** What bills without an order name: parties, accounts, currencies with their rates. */
  record Masters(
      Companies companies, Parties parties, CostAccounts accounts, ForeignBill foreign) {}

  PostDirectBill(
      BookingDays days,
      Documents<SupplierInvoice> invoices,
      PostSupplierInvoice post,
      Tolerances tolerances,
      TaxBill taxBill,
      Masters masters) {
    this.days = days;
    this.invoices = invoices;
    this.post = post;
    this.tolerances = tolerances;
    this.taxBill = taxBill;
    this.masters = masters;
  }

  @Override
  public SupplierInvoice post(
      CompanyCode company,
      PurchaseOrderNumber order,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened) {
    requireAccounts(company, bill);
    Bill inHome = inHome(company, bill, money, happened);
    return post.post(post.locked(company, order), inHome, happened).document();
  }

  @Override
  public SupplierInvoice accept(
      CompanyCode company,
      PurchaseOrderNumber order,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened) {
    requireAccounts(company, bill);
    Bill inHome = inHome(company, bill, money, happened);
    return post.accept(post.locked(company, order), inHome, happened).document();
  }

  @Override
  public Comparison compared(
      CompanyCode company,
      PurchaseOrder order,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened) {
    requireAccounts(company, bill);
    LocalDate today = days.dayOf(company, happened.occurredAt());
    return post.compared(company, order, inHome(company, bill, money, happened), today);
  }

  @Override
  public SupplierInvoice postDirect(
      CompanyCode company,
      PartyCode supplier,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened) {
    Currency home = masters.companies().named(company).currency();
    Party party = masters.parties().named(company, supplier);
    return post(company, party, home, inHome(company, bill, money, happened), happened).document();
  }

  private Bill inHome(
      CompanyCode company, Bill bill, Optional<AskedCurrency> money, Happened happened) {
    Currency home = masters.companies().named(company).currency();
    LocalDate today = days.dayOf(company, happened.occurredAt());
    return money.map(asked -> masters.foreign().in(company, home, bill, asked, today)).orElse(bill);
  }

  /**
   * Posts a bill of charges alone; it is a credit note where they come to less than nothing.
   *
   * @throws org.millrace.shared.Refused as invalid when an account or tax code is not known, as
   *     conflict when it was posted before
   */
  Versioned<SupplierInvoice> post(
      CompanyCode company, Party supplier, Currency home, Bill bill, Happened happened) {
    new Problems()
        .require(
            supplier.actsAs(Role.SUPPLIER),
            "supplier",
            supplier.code(),
            "a party with the role supplier")
        .require(bill.lines().isEmpty(), "lines", bill.lines().size(), "none: there is no order")
        .refuse(TITLE);
    requireAccounts(company, bill);
    PartyCode code = supplier.code();
    bill.supplierReference().ifPresent(reference -> post.requireNew(company, code, reference));
    Instant occurredAt = days.bookedAt(company, happened);
    LocalDate date = bill.invoiceDate().orElseGet(() -> days.dayOf(company, happened.occurredAt()));
    PriceLines.Priced priced = taxBill.priced(company, home, bill, date);
    boolean isCredit = priced.nets().stream().reduce(Money.zero(home), Money::plus).isNegative();
    WrittenBill.Head head =
        new WrittenBill.Head(
            new SupplierInvoiceNumber(invoices.nextNumber(company, date)),
            isCredit ? SupplierInvoice.Kind.CREDIT_NOTE : SupplierInvoice.Kind.INVOICE,
            Optional.empty(),
            Supplier.of(supplier),
            date,
            home);
    SupplierInvoice invoice =
        new WrittenBill(head, bill, bill.charges(), priced, tolerances.of(company)).with(List.of());
    taxBill.register(company, invoice);
    return invoices.make(company, invoice, occurredAt, SupplierInvoicePosted::new);
  }

  /**
   * Passes when all accounts of the charges may be booked to.
   *
   * @throws org.millrace.shared.Refused naming each that may not
   */
  void requireAccounts(CompanyCode company, Bill bill) {
    List<CostAccount> asked = new ArrayList<>();
    bill.charges().forEach(charge -> charge.bookedTo().ifPresent(asked::add));
    List<CostAccount> usable = masters.accounts().usable(company, asked);
    Problems problems = new Problems();
    for (int i = 0; i < bill.charges().size(); i++) {
      Optional<CostAccount> account = bill.charges().get(i).bookedTo();
      problems.require(
          account.filter(one -> !usable.contains(one)).isEmpty(),
          "charges." + (i + 1) + ".account",
          account.map(CostAccount::value).orElse(""),
          "an account of the chart that documents alone do not move");
    }
    problems.refuse(TITLE);
  }
}
