package org.millrace.analytics.planning;

import org.millrace.analytics.mrp.PlanMessage;

/** How soon a message wants an answer. */
enum PlanSeverity {
  /** A customer or a receipt is late, or will be. */
  URGENT,
  /** A document should be moved, or a master record is missing. */
  WARNING,
  /** Good to know. */
  INFO;

  static PlanSeverity of(PlanMessage.Kind kind) {
    return switch (kind) {
      case PAST_DUE, LATE, REJECTED, EXPEDITE, FROZEN, OVERDUE_RECEIPT -> URGENT;
      case RESCHEDULE_IN, NO_BILL, UNKNOWN_ITEM -> WARNING;
      case RESCHEDULE_OUT, SURPLUS, BEYOND_HORIZON -> INFO;
    };
  }
}
