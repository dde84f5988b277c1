package org.millrace.settlement.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.InvoicePayments;
import org.millrace.sales.rebate.RebateAgreementChanged;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.shared.CompanyCode;

/** Sets a rebate that is billed back off against what is left of its credit note. */
final class WhenRebateReopens implements EventHandler<RebateAgreementChanged> {
  private final InvoicePayments invoices;
  private final AllocateItems allocate;

  WhenRebateReopens(InvoicePayments invoices, AllocateItems allocate) {
    this.invoices = invoices;
    this.allocate = allocate;
  }

  @Override
  public Class<RebateAgreementChanged> type() {
    return RebateAgreementChanged.class;
  }

  @Override
  public void handle(List<Recorded<RebateAgreementChanged>> recorded) {
    recorded.stream()
        .map(Recorded::event)
        .forEach(event -> event.reopened().ifPresent(both -> setOff(event, both)));
  }

  private void setOff(RebateAgreementChanged event, RebateAgreementChanged.Reopened both) {
    CompanyCode company = event.head().company();
    Invoice note = invoices.lock(company, List.of(both.creditNote())).get(0).document();
    if (!note.openAmount().isZero()) {
      allocate.allocate(
          company,
          new AllocateItems.Asked(
              List.of(
                  item(ItemKind.INVOICE, both.invoice()),
                  item(ItemKind.CREDIT_NOTE, both.creditNote())),
              Map.of(),
              Map.of(),
              Optional.empty()),
          event.head().occurredAt());
    }
  }

  private static AllocateItems.Item item(ItemKind kind, InvoiceNumber number) {
    return new AllocateItems.Item(new ItemRef(kind, number.value()), Optional.empty());
  }
}
