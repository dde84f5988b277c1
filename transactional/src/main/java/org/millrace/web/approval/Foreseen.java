package org.millrace.web.approval;

import java.util.List;

/**
 * What a command answers when it is carried out.
 *
 * @param answer the body of the answer
 * @param needs what of it needs approval
 */
public record Foreseen(int status, String answer, List<ApprovalNeed> needs) {
  public Foreseen {
    needs = List.copyOf(needs);
  }
}
