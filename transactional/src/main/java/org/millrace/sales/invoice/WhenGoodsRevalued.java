package org.millrace.sales.invoice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;

/**
 * Has invoices and credit notes whose goods moved with them carry what those turned out to cost.
 */
final class WhenGoodsRevalued implements EventHandler<GoodsMoved> {
  private static final Set<String> DOCUMENTS = Set.of("invoice", "credit-note");

  private static final Set<MoveReason> REASONS = Set.of(MoveReason.ISSUE, MoveReason.RETURN);

  private final CorrectCosts correctCosts;

  WhenGoodsRevalued(CorrectCosts correctCosts) {
    this.correctCosts = correctCosts;
  }

  @Override
  public Class<GoodsMoved> type() {
    return GoodsMoved.class;
  }

  @Override
  public void handle(List<Recorded<GoodsMoved>> recorded) {
    Map<CompanyCode, List<CorrectCosts.Correction>> found = new LinkedHashMap<>();
    recorded.stream()
        .map(Recorded::event)
        .filter(moved -> isOfInvoice(moved) && moved.isCorrection())
        .forEach(
            moved ->
                found
                    .computeIfAbsent(moved.head().company(), c -> new ArrayList<>())
                    .addAll(corrections(moved)));
    found.forEach(correctCosts::correct);
  }

  /** What covers goods that left before they came, or is a variance, is no cost of a sale. */
  private static boolean isOfInvoice(GoodsMoved moved) {
    return moved.document().domain().equals("sales")
        && DOCUMENTS.contains(moved.document().type())
        && REASONS.contains(moved.reason());
  }

  private static List<CorrectCosts.Correction> corrections(GoodsMoved moved) {
    InvoiceNumber number = new InvoiceNumber(moved.document().number());
    return moved.lines().stream()
        .map(
            line ->
                new CorrectCosts.Correction(
                    number, line.item(), line.value().negated(), moved.head().occurredAt()))
        .toList();
  }
}
