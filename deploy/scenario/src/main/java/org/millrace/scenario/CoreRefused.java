package org.millrace.scenario;

/** The core refused an act. */
public final class CoreRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String problem;

  /** The code of the problem and what the core says to people. */
  public CoreRefused(String act, String problem, String detail) {
    super(act + " was refused: " + detail);
    this.problem = problem;
  }

  /** The code of the problem's type, such as {@code invoice-does-not-match}. */
  public String problem() {
    return problem;
  }
}
