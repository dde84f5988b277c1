package org.millrace.sales.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.Invoicing;
import org.millrace.sales.NewInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** Credits lines of an invoice: the goods come back at today's moving average. */
final class CreditInvoice {
  private final Invoices invoices;
  private final Invoicing invoicing;

  CreditInvoice(Invoices invoices, Invoicing invoicing) {
    this.invoices = invoices;
    this.invoicing = invoicing;
  }

  /** Credits those quantities by line, or all that is left when no line is named. */
  Invoice credit(
      CompanyCode company,
      InvoiceNumber number,
      Version expected,
      Map<Integer, Quantity> wanted,
      Instant occurredAt) {
    Invoices.Kept kept =
        Optional.ofNullable(invoices.hold(company, List.of(number)).get(number))
            .orElseThrow(
                () -> Refused.notFound("There is no invoice %s in %s.".formatted(number, company)));
    expected.check("Invoice " + number, kept.version().number());
    if (kept.invoice().kind() == Invoice.Kind.CREDIT_NOTE) {
      throw Refused.conflict(
          "%s is a credit note and cannot be credited. Post a new invoice instead."
              .formatted(number));
    }
    Map<Integer, Invoice.Line> lines =
        invoices.lines(company, number).stream()
            .collect(Collectors.toMap(Invoice.Line::line, Function.identity()));
    Map<Integer, Quantity> before = invoices.credited(company, number);
    Map<Integer, Quantity> quantities = wanted.isEmpty() ? left(lines, before) : wanted;
    refuseTooMuch(number, lines, before, quantities);
    invoices.addCredited(company, number, quantities);
    List<NewInvoice.Line> back =
        new TreeMap<>(quantities)
            .entrySet().stream()
                .map(
                    e ->
                        new NewInvoice.Line(
                            lines.get(e.getKey()).item(),
                            e.getValue().negated(),
                            lines.get(e.getKey()).unitPrice().amount()))
                .toList();
    NewInvoice note =
        new NewInvoice(
            Invoice.Kind.CREDIT_NOTE,
            Optional.empty(),
            Optional.empty(),
            kept.invoice().customer().code(),
            Optional.of(kept.invoice().customer().country()),
            occurredAt,
            0,
            Optional.of(number),
            back);
    return invoicing.post(company, List.of(note)).get(0);
  }

  private static Map<Integer, Quantity> left(
      Map<Integer, Invoice.Line> lines, Map<Integer, Quantity> before) {
    return lines.values().stream()
        .collect(
            Collectors.toMap(Invoice.Line::line, l -> l.quantity().minus(before.get(l.line()))))
        .entrySet()
        .stream()
        .filter(e -> e.getValue().isPositive())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void refuseTooMuch(
      InvoiceNumber number,
      Map<Integer, Invoice.Line> lines,
      Map<Integer, Quantity> before,
      Map<Integer, Quantity> wanted) {
    if (wanted.isEmpty()) {
      throw Refused.conflict("Invoice %s is credited in full already.".formatted(number));
    }
    Problems problems = new Problems();
    wanted.forEach(
        (line, quantity) -> {
          Quantity left =
              Optional.ofNullable(lines.get(line))
                  .map(l -> l.quantity().minus(before.get(line)))
                  .orElse(Quantity.ZERO);
          problems.require(
              quantity.isPositive() && quantity.compareTo(left) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "more than 0 and at most the " + left + " not credited yet");
        });
    problems.refuse("Invoice " + number + " cannot be credited so");
  }
}
