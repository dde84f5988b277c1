package org.millrace.sales.invoice;

import java.time.LocalDate;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.sales.Invoice;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;

/** Goods of an invoice turned out to cost something else; the header is as afterwards. */
@EventType("sales.invoice-cost-corrected")
public record InvoiceCostCorrected(EventHead head, Invoice.Header invoice, Correction correction)
    implements DomainEvent {
  /** What goods cost more, and the day of the books on which it counts. */
  public record Correction(LocalDate date, List<Line> lines) {
    public Correction {
      lines = List.copyOf(lines);
    }
  }

  /** What one item cost more (or, below 0, less); its number goes on from the invoice's lines. */
  public record Line(
      int line, ItemCode item, String itemName, ItemKind itemKind, @Sensitive Money costAmount) {}
}
