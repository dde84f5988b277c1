package org.millrace.dashboards.cockpit;

import java.util.NoSuchElementException;
import org.millrace.dashboards.cockpit.session.Sessions;
import org.millrace.dashboards.definition.MartTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what went wrong into an answer that says what to do. */
@RestControllerAdvice
class ProblemsHttp {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemsHttp.class);

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> wrongRequest(IllegalArgumentException refused) {
    return problem(400, "The request cannot be answered", refused);
  }

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> missing(MissingServletRequestParameterException refused) {
    String detail = "Give the parameter '" + refused.getParameterName() + "' in the address";
    return ProblemAnswer.of(400, "A parameter is missing", detail).answer();
  }

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> notThere(NoSuchElementException missing) {
    return problem(404, "Not found", missing);
  }

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> denied(AccessDeniedException refused) {
    return problem(403, "Not for your roles", refused);
  }

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> hidden(MartTables.NotReadable refused) {
    return problem(403, "Not for your roles", refused);
  }

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> body(BoundedBody.Refused refused) {
    return refused.answer().answer();
  }

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> coreDown(Sessions.CoreDown down) {
    String detail = down.getMessage() + "; see ./millrace status, then try again";
    return ProblemAnswer.of(503, "The core does not answer", detail).answer();
  }

  @ExceptionHandler
  ResponseEntity<ProblemAnswer> database(DataAccessException failure) {
    LOG.warn("A question to the marts failed", failure);
    if (failure instanceof BadSqlGrammarException) {
      String detail =
          "The table is not published yet; the warehouse fills it within a minute of its start."
              + " See ./millrace status";
      return ProblemAnswer.of(503, "The marts are not complete", detail).answer();
    }
    boolean isUnavailable =
        failure instanceof CannotGetJdbcConnectionException
            || failure instanceof DataAccessResourceFailureException;
    String detail =
        isUnavailable
            ? "The database does not answer; see ./millrace status and ./millrace logs postgres"
            : "The database refused the question; see ./millrace logs cockpit";
    return ProblemAnswer.of(503, "The marts cannot be read", detail).answer();
  }

  private static ResponseEntity<ProblemAnswer> problem(int status, String title, Exception why) {
    return ProblemAnswer.of(status, title, String.valueOf(why.getMessage())).answer();
  }
}
