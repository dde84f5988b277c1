package org.millrace.web.approval;

import org.millrace.shared.Version;

/** Keeps commands until they are approved. */
public interface HeldCommands {
  /** Keeps a command, with what it would do, within the running transaction. */
  Held hold(StoredCommand command, Foreseen foreseen);

  /**
   * The request for approval that keeps it.
   *
   * @param answer what whoever sent the command is answered
   */
  record Held(Object answer, Version version) {}
}
