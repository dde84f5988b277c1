package org.millrace.demo;

/** The demo company cannot be posted; the message says why, and what to do. */
public final class DemoRefused extends RuntimeException {

  DemoRefused(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
