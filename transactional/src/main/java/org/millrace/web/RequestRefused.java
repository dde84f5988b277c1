package org.millrace.web;

/** A request that is refused before its handler is asked. */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemAnswer answer;

  public RequestRefused(ProblemAnswer answer) {
    super(answer.detail());
    this.answer = answer;
  }

  /** What is answered. */
  public ProblemAnswer answer() {
    return answer;
  }
}
