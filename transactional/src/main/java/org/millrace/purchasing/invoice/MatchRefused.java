package org.millrace.purchasing.invoice;

import java.util.List;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/** A bill that order and receipt do not bear out; each difference is a problem. */
final class MatchRefused extends Refused {
  private static final long serialVersionUID = 1L;

  MatchRefused(String message, List<Problem> differences) {
    super(Reason.CONFLICT, message, differences);
  }
}
