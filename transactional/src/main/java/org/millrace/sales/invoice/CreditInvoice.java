package org.millrace.sales.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.ForeignTax;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxShare;
import org.millrace.tax.TaxTerms;
import org.millrace.tax.calculation.PriceLines;
import org.millrace.tax.calculation.RoundingUnit;

/** Credits lines of an invoice: the goods come back at today's moving average. */
public final class CreditInvoice {
  private final CreditedLines credited;
  private final DirectInvoicing invoicing;
  private final DueAgain dueAgain;
  private final CreditPrepayment creditPrepayment;

  CreditInvoice(
      CreditedLines credited,
      DirectInvoicing invoicing,
      DueAgain dueAgain,
      CreditPrepayment creditPrepayment) {
    this.credited = credited;
    this.invoicing = invoicing;
    this.dueAgain = dueAgain;
    this.creditPrepayment = creditPrepayment;
  }

  /** Whether the customer gets others for the goods that came back. */
  public enum Replacement {
    /** What came back is not wanted any more. */
    NONE,
    /** What came back is to be delivered again by the order of the invoice. */
    DUE
  }

  /**
   * Quantities by line of the invoice, all that is left when none is named, and their lots; goods
   * of which none is named come back as the lot as which they left.
   */
  public record Wanted(
      Map<Integer, Quantity> quantities,
      Map<Integer, LotCode> lots,
      Replacement replacement,
      LocationCode location) {
    public Wanted {
      quantities = Map.copyOf(quantities);
      lots = Map.copyOf(lots);
    }
  }

  /** Credits what is wanted of an invoice that is locked. */
  public Versioned<Invoice> credit(Versioned<Invoice> of, Wanted wanted, Instant occurredAt) {
    CompanyCode company = of.company();
    Invoice invoice = of.document();
    if (invoice.isPrepayment() && invoice.kind() == Invoice.Kind.INVOICE) {
      return creditPrepayment.credit(of, wanted, occurredAt);
    }
    InvoiceNumber number = invoice.number();
    Map<Integer, Quantity> before = credited.of(company, number);
    TreeMap<Integer, Quantity> quantities =
        new TreeMap<>(
            wanted.quantities().isEmpty() ? invoice.creditable(before) : wanted.quantities());
    invoice.requireCreditable(before, quantities);
    credited.add(company, number, quantities);
    Map<Integer, Invoice.Line> lines =
        invoice.lines().stream().collect(Collectors.toMap(Invoice.Line::line, Function.identity()));
    List<Money> nets = new ArrayList<>(quantities.size());
    List<Optional<Money>> taxes = new ArrayList<>(quantities.size());
    List<Optional<ForeignLine>> foreign = new ArrayList<>(quantities.size());
    List<NewInvoice.Line> back = new ArrayList<>(quantities.size());
    quantities.forEach(
        (line, quantity) -> {
          Invoice.Line billed = Objects.requireNonNull(lines.get(line));
          Quantity earlier = Objects.requireNonNull(before.get(line));
          nets.add(billed.share(earlier, quantity).negated());
          taxes.add(billed.taxShare(earlier, quantity).map(Money::negated));
          foreign.add(billed.foreignShare(invoice.documentOpen().currency(), earlier, quantity));
          back.add(
              new NewInvoice.Line(
                      billed.item(),
                      quantity.negated(),
                      paperPrice(billed),
                      billed.taxCode(),
                      billed.discountPercent())
                  .of(Optional.ofNullable(wanted.lots().get(line)))
                  .with(billed.dimensions()));
        });
    NewInvoice note =
        new NewInvoice(
            Invoice.Kind.CREDIT_NOTE,
            Optional.empty(),
            Optional.empty(),
            invoice.customer().code(),
            Optional.of(invoice.customer().country()),
            occurredAt,
            0,
            Optional.of(number),
            back,
            TaxTerms.NONE,
            wanted.location(),
            Optional.empty(),
            Optional.empty());
    Versioned<Invoice> made =
        invoicing.credit(company, note, mirrored(invoice, back, new Parts(nets, taxes, foreign)));
    if (wanted.replacement() == Replacement.DUE) {
      dueAgain.order(company, order(invoice), back(lines, quantities), occurredAt);
    }
    return made;
  }

  /**
   * Bills what a credit note took off once more, at its amounts; the goods leave that location.
   *
   * @param wanted what it took off, by line of the invoice that it credits
   */
  public Versioned<Invoice> billAgain(
      CompanyCode company, Invoice note, Wanted wanted, Instant occurredAt) {
    Map<Integer, Quantity> free = new TreeMap<>();
    wanted.quantities().forEach((line, quantity) -> free.put(line, quantity.negated()));
    credited.add(company, note.credits().orElseThrow(), free);
    Iterator<Integer> credits = free.keySet().iterator();
    List<NewInvoice.Line> lines =
        note.lines().stream()
            .map(
                line ->
                    new NewInvoice.Line(
                            line.item(),
                            line.quantity().negated(),
                            paperPrice(line),
                            line.taxCode(),
                            line.discountPercent())
                        .of(Optional.ofNullable(wanted.lots().get(credits.next())))
                        .with(line.dimensions()))
            .toList();
    NewInvoice again =
        new NewInvoice(
            Invoice.Kind.INVOICE,
            Optional.empty(),
            Optional.empty(),
            note.customer().code(),
            Optional.of(note.customer().country()),
            occurredAt,
            0,
            Optional.empty(),
            lines,
            TaxTerms.NONE,
            wanted.location(),
            Optional.empty(),
            Optional.empty());
    List<Money> nets = note.lines().stream().map(line -> line.netAmount().negated()).toList();
    List<Optional<Money>> taxes =
        note.lines().stream().map(line -> line.taxAmount().map(Money::negated)).toList();
    List<Optional<ForeignLine>> foreign =
        note.lines().stream().map(line -> line.foreign().map(ForeignLine::negated)).toList();
    return invoicing.credit(company, again, mirrored(note, lines, new Parts(nets, taxes, foreign)));
  }

  private static BigDecimal paperPrice(Invoice.Line line) {
    return line.foreign().map(ForeignLine::unitPrice).orElse(line.unitPrice().amount());
  }

  /** What lines take off, in the currency of the company and as it stands on the document. */
  private record Parts(
      List<Money> nets, List<Optional<Money>> taxes, List<Optional<ForeignLine>> foreign) {}

  /** The lines with their taxes by the codes of the invoice, at its rate. */
  private static DirectInvoicing.Amounts mirrored(
      Invoice invoice, List<NewInvoice.Line> back, Parts parts) {
    Money zero = Money.zero(invoice.currency());
    List<TaxShare> shares = new ArrayList<>();
    for (TaxShare of : invoice.taxes()) {
      List<Integer> lines =
          IntStream.range(0, back.size())
              .filter(i -> back.get(i).taxCode().filter(of.code()::equals).isPresent())
              .boxed()
              .toList();
      shares.add(
          of.with(
              lines.stream().map(parts.nets()::get).reduce(zero, Money::plus),
              lines.stream().flatMap(i -> parts.taxes().get(i).stream()).reduce(zero, Money::plus),
              invoice
                  .foreign()
                  .map(
                      unused ->
                          foreignTax(
                              lines.stream()
                                  .flatMap(i -> parts.foreign().get(i).stream())
                                  .toList()))));
    }
    Money net = parts.nets().stream().reduce(zero, Money::plus);
    Money tax = shares.stream().map(TaxShare::amount).reduce(zero, Money::plus);
    Optional<DocumentTax> of =
        invoice
            .tax()
            .map(
                was ->
                    new DocumentTax(
                        tax, net.plus(tax), was.pricesInclude(), zero, zero, Optional.empty()));
    RoundingUnit unit = RoundingUnit.of(invoice.currency());
    List<TaxShare.Component> components =
        shares.stream()
            .flatMap(share -> unit.shared(share, invoice.taxComponents()).stream())
            .toList();
    return new DirectInvoicing.Amounts(
        new PriceLines.Priced(
            parts.nets(), parts.taxes(), of, shares, components, Optional.empty()),
        invoice.foreign().map(was -> foreign(was, parts)),
        parts.foreign());
  }

  private static ForeignAmounts foreign(ForeignAmounts of, Parts parts) {
    ForeignTax all = foreignTax(parts.foreign().stream().flatMap(Optional::stream).toList());
    return ForeignAmounts.unpaid(
        of.rate(),
        Money.of(all.base(), of.currency()),
        Money.of(all.gross(), of.currency()),
        Optional.empty());
  }

  private static ForeignTax foreignTax(List<ForeignLine> lines) {
    return ForeignTax.sum(
        lines.stream()
            .map(
                line ->
                    new ForeignTax(line.netAmount(), line.taxAmount().orElse(BigDecimal.ZERO))));
  }

  private static OrderNumber order(Invoice invoice) {
    return invoice
        .order()
        .orElseThrow(
            () ->
                Refused.conflict(
                    "%s bills no order that could deliver a replacement. Credit it without one and"
                            .formatted(invoice.number())
                        + " place an order."));
  }

  private static Map<ItemCode, Quantity> back(
      Map<Integer, Invoice.Line> lines, Map<Integer, Quantity> quantities) {
    Map<ItemCode, Quantity> back = new TreeMap<>();
    quantities.forEach(
        (line, quantity) ->
            back.merge(Objects.requireNonNull(lines.get(line)).item(), quantity, Quantity::plus));
    return back;
  }
}
