package org.millrace.web.approval;

import java.util.List;
import java.util.stream.Collectors;
import org.millrace.shared.Refused;

/**
 * A command made a document that needs approval: nothing of it is done. A command that came by
 * itself is kept and waits; a part of a larger one is refused with this.
 */
public final class NeedsApproval extends Refused {
  private static final long serialVersionUID = 1L;

  NeedsApproval(List<ApprovalNeed> needs) {
    super(
        Reason.CONFLICT,
        needs.stream().map(ApprovalNeed::text).distinct().collect(Collectors.joining(" "))
            + " Record it by itself, so that it waits for its approval.",
        List.of());
  }
}
