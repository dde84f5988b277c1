package org.millrace.web.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where documents that need approval are held. It is shut, and opened for a thread that previews a
 * command or carries out an approved one: what would have been held is noted then.
 */
public final class ApprovalGate {
  private static final ThreadLocal<@Nullable ApprovalGate> OPENED = new ThreadLocal<>();

  private final @Nullable ApprovalGate before;
  private final List<ApprovalNeed> needs = new ArrayList<>();

  private ApprovalGate(@Nullable ApprovalGate before) {
    this.before = before;
  }

  /**
   * Lets the documents of this thread pass that need no approval, or all while it is open.
   *
   * @throws NeedsApproval when it is shut and any is needed
   */
  public static void pass(List<ApprovalNeed> needs) {
    if (needs.isEmpty()) {
      return;
    }
    ApprovalGate opened = OPENED.get();
    if (opened == null) {
      throw new NeedsApproval(needs);
    }
    opened.needs.addAll(needs);
  }

  /** Opens it for this thread; until {@link #shut}. */
  public static ApprovalGate opened() {
    ApprovalGate gate = new ApprovalGate(OPENED.get());
    OPENED.set(gate);
    return gate;
  }

  /** Does what only tells of acts that happened already, such as money that left: none is held. */
  public static <T> T happened(Supplier<T> act) {
    ApprovalGate gate = opened();
    try {
      return act.get();
    } finally {
      gate.shut();
    }
  }

  /** What passed and would have been held. */
  public List<ApprovalNeed> needs() {
    return List.copyOf(needs);
  }

  /** Shut again, or as it was before. */
  public void shut() {
    if (before == null) {
      OPENED.remove();
    } else {
      OPENED.set(before);
    }
  }
}
