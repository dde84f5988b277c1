package org.millrace.web.approval;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.millrace.web.ProblemAnswer;

/** Carries out commands that were kept, as if they came in now from who sent them. */
public interface StoredCommands {
  /**
   * What the command would do now; all of it is undone.
   *
   * @throws org.millrace.shared.Refused as the command is refused
   */
  Foreseen foresee(StoredCommand command);

  /**
   * Carries a command out as a part of the running transaction, undone alone when it is refused.
   *
   * @param key under which it acts once
   * @param check refuses documents that were not approved so
   */
  Outcome carryOut(StoredCommand command, String key, Consumer<List<ApprovalNeed>> check);

  /** What came of it: one of both. */
  record Outcome(Optional<Foreseen> done, Optional<ProblemAnswer> refused) {}
}
