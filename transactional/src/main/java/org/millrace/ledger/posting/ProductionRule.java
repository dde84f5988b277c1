package org.millrace.ledger.posting;

import static org.millrace.ledger.StandardAccounts.LABOUR_ABSORBED;
import static org.millrace.ledger.StandardAccounts.OVERHEAD_ABSORBED;
import static org.millrace.ledger.StandardAccounts.PRODUCTION_LOSSES;
import static org.millrace.ledger.StandardAccounts.WORK_IN_PROGRESS;

import org.millrace.ledger.NewEntry;
import org.millrace.production.CostPosting;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCosted;

/** What work orders post besides goods: labour and overhead they absorb, and what they lose. */
final class ProductionRule {
  static final PostingRule<WorkOrderCosted> COSTED =
      PostingRule.on(WorkOrderCosted.class, ProductionRule::entry);

  private ProductionRule() {}

  private static NewEntry entry(WorkOrderCosted event) {
    CostPosting posting = event.posting();
    NewEntry entry =
        NewEntry.of(
            "production.work-order-costed",
            event.head().occurredAt(),
            WorkOrder.KIND.ref(event.workOrder().number()),
            what(posting) + event.workOrder().number());
    return switch (posting.kind()) {
      case LABOUR ->
          entry.debit(WORK_IN_PROGRESS, posting.amount()).credit(LABOUR_ABSORBED, posting.amount());
      case OVERHEAD ->
          entry
              .debit(WORK_IN_PROGRESS, posting.amount())
              .credit(OVERHEAD_ABSORBED, posting.amount());
      case LOSS, CLOSE, CANCEL, CORRECTION ->
          entry
              .debit(PRODUCTION_LOSSES, posting.lossCost())
              .credit(WORK_IN_PROGRESS, posting.lossCost());
      case RETURN, SCRAP -> entry;
    };
  }

  private static String what(CostPosting posting) {
    return switch (posting.kind()) {
      case LABOUR -> "Labour on ";
      case OVERHEAD -> "Overhead on ";
      case RETURN -> "Return of materials of ";
      case SCRAP -> "Scrap of ";
      case LOSS -> "Abnormal scrap of ";
      case CLOSE -> "Closing of ";
      case CANCEL -> "Cancellation of ";
      case CORRECTION -> "Later cost of ";
    };
  }
}
