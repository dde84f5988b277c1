package org.millrace.web;

/** Who did what when, also for what is no command. */
public interface AuditTrail {
  /** Writes down, whatever happens to a running transaction, what was answered. */
  void note(String actor, String method, String path, int status);
}
