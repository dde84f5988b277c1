package org.millrace.web.problem;

import org.millrace.web.ProblemAnswer;
import org.springframework.web.context.request.WebRequest;

/** The answer to a failure. */
public interface Failures {
  /** What whoever sent the request is told. */
  ProblemAnswer told(Exception failure, WebRequest request);
}
