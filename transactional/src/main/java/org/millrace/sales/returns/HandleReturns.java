package org.millrace.sales.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.invoice.CreditInvoice;
import org.millrace.sales.master.SalesMasters;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Takes goods back from customers step by step. */
final class HandleReturns {
  private final Companies companies;
  private final Documents<GoodsReturn> returns;
  private final Documents<Invoice> invoices;
  private final SalesMasters masters;
  private final CreditInvoice credit;
  private final Stock stock;

  HandleReturns(
      Companies companies,
      Documents<GoodsReturn> returns,
      Documents<Invoice> invoices,
      SalesMasters masters,
      CreditInvoice credit,
      Stock stock) {
    this.companies = companies;
    this.returns = returns;
    this.invoices = invoices;
    this.masters = masters;
    this.credit = credit;
    this.stock = stock;
  }

  /**
   * What a customer wants to send back of an invoice, why and to where; all of it without lines.
   */
  record Wanted(
      InvoiceNumber invoice,
      Map<Integer, Quantity> quantities,
      String reason,
      Optional<LocationCode> location) {}

  Versioned<GoodsReturn> ask(CompanyCode company, Wanted wanted, Instant occurredAt) {
    Invoice invoice = invoices.named(company, wanted.invoice()).document();
    masters.requireLocation(company, wanted.location(), "The return cannot be asked for");
    if (invoice.kind() != Invoice.Kind.INVOICE) {
      throw Refused.conflict(
          "%s takes goods back already. Name the invoice that billed them."
              .formatted(invoice.number()));
    }
    Map<Integer, Quantity> quantities = new TreeMap<>(wanted.quantities());
    if (quantities.isEmpty()) {
      invoice.lines().forEach(line -> quantities.put(line.line(), line.quantity()));
    }
    LocalDate day = companies.dayOf(company, occurredAt);
    GoodsReturn asked =
        GoodsReturn.asked(
            new ReturnNumber(returns.nextNumber(company, day)),
            invoice,
            quantities,
            wanted.reason(),
            wanted.location().orElse(LocationCode.MAIN),
            day);
    return returns.make(company, asked, occurredAt, ReturnChanged::new);
  }

  Versioned<GoodsReturn> changed(
      Versioned<GoodsReturn> before, GoodsReturn after, Instant occurredAt) {
    return returns.change(before, after, occurredAt, ReturnChanged::new);
  }

  Versioned<GoodsReturn> receive(
      Versioned<GoodsReturn> before,
      Map<Integer, Quantity> came,
      Map<Integer, LotCode> lots,
      Instant occurredAt) {
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    return changed(before, before.document().received(came, lots, day), occurredAt);
  }

  /**
   * Books what came at the cost with which it left, credits or replaces it, and scraps the rest.
   */
  Versioned<GoodsReturn> settle(Versioned<GoodsReturn> before, Instant occurredAt) {
    GoodsReturn now = before.document();
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    now.settled(day, Optional.empty(), Optional.empty());
    Optional<InvoiceNumber> off = credited(before, GoodsReturn.Compensation.CREDIT, occurredAt);
    Optional<InvoiceNumber> again =
        credited(before, GoodsReturn.Compensation.REPLACEMENT, occurredAt);
    GoodsReturn after = now.settled(day, off, again);
    scrap(before.company(), after, occurredAt);
    return changed(before, after, occurredAt);
  }

  private Optional<InvoiceNumber> credited(
      Versioned<GoodsReturn> of, GoodsReturn.Compensation compensation, Instant occurredAt) {
    Map<Integer, Quantity> came = of.document().came(compensation);
    if (came.isEmpty()) {
      return Optional.empty();
    }
    CreditInvoice.Wanted wanted =
        new CreditInvoice.Wanted(
            came,
            of.document().lots(),
            compensation == GoodsReturn.Compensation.REPLACEMENT
                ? CreditInvoice.Replacement.DUE
                : CreditInvoice.Replacement.NONE,
            of.document().location());
    Versioned<Invoice> invoice =
        invoices.lock(of.company(), List.of(of.document().invoice())).get(0);
    return Optional.of(credit.credit(invoice, wanted, occurredAt).document().number());
  }

  /** The lot as which goods came back: the one that is named, else that of the credit note. */
  private Optional<LotCode> lot(CompanyCode company, GoodsReturn of, GoodsReturn.Line line) {
    boolean isCredit = line.compensation().equals(Optional.of(GoodsReturn.Compensation.CREDIT));
    return line.lot()
        .or(
            () ->
                (isCredit ? of.creditNote() : of.replacementNote())
                    .map(note -> new DocumentRef("sales", "credit-note", note.value()))
                    .flatMap(note -> stock.lot(company, note, line.item())));
  }

  private void scrap(CompanyCode company, GoodsReturn of, Instant occurredAt) {
    List<GoodsMove.Line> lines =
        of.scrapped().stream()
            .map(
                line ->
                    new GoodsMove.Line(
                            line.item(),
                            of.location(),
                            line.receivedQuantity().negated(),
                            Optional.empty())
                        .of(lot(company, of, line)))
            .toList();
    if (!lines.isEmpty()) {
      GoodsMove gone =
          new GoodsMove(
              MoveReason.ADJUSTMENT, GoodsReturn.KIND.ref(of.number()), occurredAt, lines);
      stock.move(company, List.of(gone.takingOthersGoods()));
    }
  }

  /** Bills what was credited once more: the customer has the goods again, found or not. */
  Versioned<GoodsReturn> reverse(Versioned<GoodsReturn> before, String reason, Instant occurredAt) {
    GoodsReturn now = before.document();
    GoodsReturn after = now.reversed(reason);
    List<GoodsMove.Line> back =
        now.scrapped().stream()
            .map(
                line ->
                    new GoodsMove.Line(
                            line.item(), now.location(), line.receivedQuantity(), Optional.empty())
                        .backOf(GoodsReturn.KIND.ref(now.number())))
            .toList();
    if (!back.isEmpty()) {
      stock.move(
          before.company(),
          List.of(
              new GoodsMove(
                  MoveReason.ADJUSTMENT, GoodsReturn.KIND.ref(now.number()), occurredAt, back)));
    }
    now.creditNote()
        .ifPresent(
            note ->
                credit.billAgain(
                    before.company(),
                    invoices.named(before.company(), note).document(),
                    new CreditInvoice.Wanted(
                        now.came(GoodsReturn.Compensation.CREDIT),
                        lots(before.company(), now),
                        CreditInvoice.Replacement.NONE,
                        now.location()),
                    occurredAt));
    return changed(before, after, occurredAt);
  }

  private Map<Integer, LotCode> lots(CompanyCode company, GoodsReturn of) {
    Map<Integer, LotCode> lots = new TreeMap<>();
    of.lines().forEach(line -> lot(company, of, line).ifPresent(lot -> lots.put(line.line(), lot)));
    return lots;
  }
}
