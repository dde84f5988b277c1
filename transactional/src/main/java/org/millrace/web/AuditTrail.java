package org.millrace.web;

/** Who did what when, also for what is no command. */
public interface AuditTrail {
  /** Writes down, whatever happens to a running transaction, what was answered. */
  void note(String actor, String method, String path, int status);

  /**
   * Writes down that somebody at that address was refused, whatever happens to a running
   * transaction. Of very many only the first are, so that asking is never worse than answering; the
   * log has them all.
   */
  void refused(String actor, String address, String method, String path, int status);
}
