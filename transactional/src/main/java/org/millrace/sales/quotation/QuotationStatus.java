package org.millrace.sales.quotation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.Refused;

/** Where a quotation stands, and the one table of what may be done with it there. */
enum QuotationStatus {
  /** The customer has not answered. */
  OPEN,
  /** The customer took it; it became a sales order. */
  ACCEPTED,
  /** The customer declined it. */
  REJECTED,
  /** Its last day passed without an answer. */
  EXPIRED;

  /** What can be done with a quotation. */
  enum Act {
    ACCEPT,
    REJECT,
    EXPIRE
  }

  private static final Map<QuotationStatus, Set<Act>> ALLOWED =
      Map.of(
          OPEN, Set.of(Act.ACCEPT, Act.REJECT, Act.EXPIRE),
          ACCEPTED, Set.of(),
          REJECTED, Set.of(),
          EXPIRED, Set.of());

  private static final Map<QuotationStatus, String> HINTS =
      Map.of(
          OPEN, "",
          ACCEPTED, "Work on its sales order instead.",
          REJECTED, "Make a new quotation.",
          EXPIRED, "Make a new quotation.");

  /**
   * Passes when the act is allowed here.
   *
   * @throws Refused as conflict, saying what to do instead
   */
  void require(Act act, QuotationNumber quotation) {
    if (!ALLOWED.get(this).contains(act)) {
      throw Refused.conflict(
          "Quotation %s is %s: you cannot %s it, nothing more can be done with it. %s"
              .formatted(quotation, word(this), word(act), HINTS.get(this)));
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
