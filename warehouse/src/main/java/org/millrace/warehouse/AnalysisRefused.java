package org.millrace.warehouse;

/** An analysis cannot answer what it was asked; the message says why and what to do. */
public final class AnalysisRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AnalysisRefused(String message) {
    super(message);
  }
}
