package org.millrace.client;

/** The core did not answer, or let nobody in, as often as was tried. */
public final class CoreUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CoreUnreachable(String message) {
    super(message);
  }
}
