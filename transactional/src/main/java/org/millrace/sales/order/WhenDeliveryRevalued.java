package org.millrace.sales.order;

import java.util.List;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.invoice.CorrectCosts;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;

/**
 * Passes what delivered goods turned out to cost on to the next invoice of the order; to the latest
 * one when all that was delivered is invoiced.
 */
final class WhenDeliveryRevalued implements EventHandler<GoodsMoved> {
  private final Deliveries deliveries;
  private final CorrectCosts correctCosts;

  WhenDeliveryRevalued(Deliveries deliveries, CorrectCosts correctCosts) {
    this.deliveries = deliveries;
    this.correctCosts = correctCosts;
  }

  @Override
  public Class<GoodsMoved> type() {
    return GoodsMoved.class;
  }

  @Override
  public void handle(List<Recorded<GoodsMoved>> recorded) {
    recorded.stream()
        .map(Recorded::event)
        .filter(WhenDeliveryRevalued::isOfDelivery)
        .forEach(moved -> moved.lines().forEach(line -> correct(moved, line)));
  }

  private static boolean isOfDelivery(GoodsMoved moved) {
    return moved.document().domain().equals("sales")
        && moved.document().type().equals("delivery")
        && moved.reason() == MoveReason.ISSUE
        && moved.isCorrection();
  }

  private void correct(GoodsMoved moved, GoodsMoved.Line line) {
    CompanyCode company = moved.head().company();
    Money more = line.value().negated();
    deliveries
        .addCost(company, moved.document().number(), line.item(), more)
        .ifPresent(
            invoice ->
                correctCosts.correct(
                    company,
                    List.of(
                        new CorrectCosts.Correction(
                            invoice, line.item(), more, moved.head().occurredAt()))));
  }
}
