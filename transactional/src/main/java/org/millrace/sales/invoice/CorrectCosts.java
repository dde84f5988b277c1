package org.millrace.sales.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Version;

/** Has invoices carry what their goods turned out to cost. */
public final class CorrectCosts {
  private final Companies companies;
  private final Invoices invoices;
  private final CostCorrections corrections;
  private final Events events;

  CorrectCosts(Companies companies, Invoices invoices, CostCorrections corrections, Events events) {
    this.companies = companies;
    this.invoices = invoices;
    this.corrections = corrections;
    this.events = events;
  }

  /** An item of an invoice that cost so much more (or, below 0, less). */
  public record Correction(InvoiceNumber invoice, ItemCode item, Money more, Instant occurredAt) {}

  /** Corrects the invoices and publishes each correction. */
  public void correct(CompanyCode company, List<Correction> asked) {
    TreeSet<InvoiceNumber> numbers =
        asked.stream()
            .map(Correction::invoice)
            .collect(
                Collectors.toCollection(
                    () -> new TreeSet<>(java.util.Comparator.comparing(InvoiceNumber::value))));
    Map<InvoiceNumber, Invoices.Kept> kept = new HashMap<>(invoices.hold(company, numbers));
    Map<InvoiceNumber, List<Invoice.Line>> lines = corrections.lines(company, numbers);
    Map<InvoiceNumber, Integer> counted = new HashMap<>(corrections.counted(company, numbers));
    List<CorrectedLine> corrected = new ArrayList<>(asked.size());
    List<InvoiceCostCorrected> told = new ArrayList<>(asked.size());
    for (Correction one : asked) {
      Invoice.Line of = lineOf(lines.get(one.invoice()), one);
      int number = lines.get(one.invoice()).size() + counted.merge(one.invoice(), 1, Integer::sum);
      LocalDate date = companies.dayOf(company, one.occurredAt());
      CorrectedLine line =
          new CorrectedLine(
              one.invoice(),
              of.line(),
              date,
              new InvoiceCostCorrected.Line(
                  number, of.item(), of.itemName(), of.itemKind(), one.more()));
      Invoices.Kept next = next(kept.get(one.invoice()), one.more());
      kept.put(one.invoice(), next);
      corrected.add(line);
      told.add(event(company, next, line, one.occurredAt()));
    }
    corrections.add(company, corrected);
    events.publish(told);
  }

  private static Invoice.Line lineOf(List<Invoice.Line> lines, Correction correction) {
    return lines.stream()
        .filter(line -> line.item().equals(correction.item()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Invoice %s has no item %s"
                        .formatted(correction.invoice(), correction.item())));
  }

  private static Invoices.Kept next(Invoices.Kept kept, Money more) {
    return new Invoices.Kept(
        new Version(kept.version().number() + 1), kept.invoice().costing(more));
  }

  private static InvoiceCostCorrected event(
      CompanyCode company, Invoices.Kept after, CorrectedLine line, Instant occurredAt) {
    String id = EventHead.aggregateId("sales-invoice", company, line.invoice().value());
    return new InvoiceCostCorrected(
        EventHead.of(company, id, after.version().number(), occurredAt),
        after.invoice(),
        new InvoiceCostCorrected.Correction(line.date(), List.of(line.line())));
  }
}
