package org.millrace.dashboards.superset.server;

/** Superset could not be reached or said no; the message says why and what to do. */
public final class SupersetRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SupersetRefused(String message) {
    super(message);
  }

  SupersetRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
