package org.millrace.document.draft;

import java.util.Set;
import org.millrace.document.DocumentState;

/** Where a drafted document stands; one that is posted is corrected by another that names it. */
public enum DraftStatus implements DocumentState<DraftAct> {
  DRAFT(DraftAct.CHANGE, DraftAct.POST, DraftAct.CANCEL),
  POSTED,
  CANCELLED;

  private final Set<DraftAct> allowed;

  DraftStatus(DraftAct... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(DraftAct act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return "Make a new one.";
  }

  /**
   * The status after the act.
   *
   * @throws org.millrace.shared.Refused as conflict when the act is not possible, naming the
   *     document
   */
  public DraftStatus after(DraftAct act, String document) {
    require(act, document);
    return switch (act) {
      case CHANGE -> DRAFT;
      case POST -> POSTED;
      case CANCEL -> CANCELLED;
    };
  }
}
