package org.millrace.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.millrace.web.ProblemAnswer;

/** What Tomcat refuses before any filter is answered in the same form as all else. */
public final class ProblemReport extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, Throwable failure) {
    if (response.getStatus() < 400 || response.getContentWritten() > 0) {
      return;
    }
    ProblemAnswer problem =
        ProblemAnswer.ofStatus(response.getStatus(), "The request cannot be answered");
    try {
      problem.write(request, response);
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      // whoever asked went away, or a part of the answer was sent
    }
  }
}
