package org.millrace.scenario;

/** A file of scenarios that cannot be read, or a case in it that is no scenario. */
public final class BadScenario extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadScenario(String message) {
    super(message);
  }

  public BadScenario(String message, Throwable cause) {
    super(message, cause);
  }
}
