package org.millrace.purchasing.invoice;

import java.util.List;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/** A bill that order and receipt do not bear out; each difference is a problem. */
final class MatchRefused extends Refused {
  private static final long serialVersionUID = 1L;

  /** Of a printed tax that is too far from the computed one. */
  static MatchRefused ofTax(Problem difference) {
    return new MatchRefused(
        ("The tax of the bill does not fit: %s is %s, expected %s."
                + " Ask the supplier for a correct bill, or have the tolerance raised.")
            .formatted(difference.field(), difference.value(), difference.expected()),
        List.of(difference));
  }

  MatchRefused(String message, List<Problem> differences) {
    super(Reason.CONFLICT, message, differences);
  }
}
