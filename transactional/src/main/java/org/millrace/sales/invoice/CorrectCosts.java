package org.millrace.sales.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** Has invoices carry what their goods turned out to cost. */
public final class CorrectCosts {
  private final Companies companies;
  private final Documents<Invoice> invoices;
  private final CostCorrections corrections;
  private final Events events;

  CorrectCosts(
      Companies companies,
      Documents<Invoice> invoices,
      CostCorrections corrections,
      Events events) {
    this.companies = companies;
    this.invoices = invoices;
    this.corrections = corrections;
    this.events = events;
  }

  /** An item of an invoice that cost so much more (or, below 0, less). */
  public record Correction(InvoiceNumber invoice, ItemCode item, Money more, Instant occurredAt) {}

  /** Corrects the invoices and publishes each correction. */
  public void correct(CompanyCode company, List<Correction> asked) {
    Set<InvoiceNumber> numbers =
        asked.stream().map(Correction::invoice).collect(Collectors.toSet());
    Map<InvoiceNumber, Versioned<Invoice>> stored = new HashMap<>();
    invoices.lock(company, numbers).forEach(i -> stored.put(i.document().number(), i));
    Map<InvoiceNumber, Integer> counted = new HashMap<>(corrections.counted(company, numbers));
    List<CostCorrections.CorrectedLine> corrected = new ArrayList<>(asked.size());
    List<InvoiceCostCorrected> told = new ArrayList<>(asked.size());
    for (Correction one : asked) {
      Versioned<Invoice> before = Objects.requireNonNull(stored.get(one.invoice()));
      Invoice invoice = before.document();
      Invoice.Line of = lineOf(invoice, one);
      int number = invoice.lines().size() + counted.merge(one.invoice(), 1, Integer::sum);
      LocalDate date = companies.dayOf(company, one.occurredAt());
      CostCorrections.CorrectedLine line =
          new CostCorrections.CorrectedLine(
              one.invoice(),
              of.line(),
              date,
              new InvoiceCostCorrected.Line(
                  number, of.item(), of.itemName(), of.itemKind(), one.more()));
      Versioned<Invoice> next = before.next(invoice.costing(one.more()));
      stored.put(one.invoice(), next);
      corrected.add(line);
      told.add(
          new InvoiceCostCorrected(
              Invoice.KIND.head(next, one.occurredAt()),
              next.document().header(),
              new InvoiceCostCorrected.Correction(date, List.of(line.line()))));
    }
    corrections.add(company, corrected);
    events.publish(told);
  }

  private static Invoice.Line lineOf(Invoice invoice, Correction correction) {
    return invoice.lines().stream()
        .filter(line -> line.item().equals(correction.item()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Invoice %s has no item %s"
                        .formatted(correction.invoice(), correction.item())));
  }
}
