package org.millrace.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns every failure of a request into a {@link ProblemAnswer}. */
@RestControllerAdvice
class ProblemsHttp extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemsHttp.class);
  private static final String NUMERIC_OUT_OF_RANGE = "22003";

  @ExceptionHandler(Refused.class)
  ResponseEntity<Object> refused(Refused refused) {
    return answer(ProblemAnswer.of(refused));
  }

  @ExceptionHandler(PessimisticLockingFailureException.class)
  ResponseEntity<Object> collided(PessimisticLockingFailureException failure) {
    LOG.info("A command met another one on the same rows: {}", failure.getMessage());
    return answer(
        ProblemAnswer.of(
            409,
            "Conflict",
            "Another command changed the same documents at that moment. Send this one again."));
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class
  })
  ResponseEntity<Object> unreachable(RuntimeException failure) {
    return answer(databaseAway(failure));
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> unexpected(Exception failure) {
    return refusalIn(failure).map(this::refused).orElseGet(() -> answer(bug(failure)));
  }

  /** What one number may be is checked where it is read; this is what only a sum ran into. */
  @ExceptionHandler(DataIntegrityViolationException.class)
  ResponseEntity<Object> unfit(DataIntegrityViolationException failure) {
    boolean isTooLarge =
        failure.getMostSpecificCause() instanceof SQLException sql
            && NUMERIC_OUT_OF_RANGE.equals(sql.getSQLState());
    if (!isTooLarge) {
      return unexpected(failure);
    }
    LOG.info("A number computed by a command is too large: {}", failure.getMessage());
    return answer(
        ProblemAnswer.of(
            422,
            "Too large",
            "A number computed from this command is larger than the books can hold. Nothing was"
                + " changed; check the quantities and prices it names."));
  }

  static ProblemAnswer databaseAway(Exception failure) {
    LOG.warn("The database does not answer: {}", failure.getMessage());
    return ProblemAnswer.of(
        503,
        "Database away",
        "The database does not answer. Nothing was changed; see ./millrace status, then send the"
            + " command again with the same key.");
  }

  static ProblemAnswer bug(Exception failure) {
    LOG.error("A request failed", failure);
    return ProblemAnswer.of(
        500,
        "Internal error",
        "The request failed and nothing was changed. The log of the core has the details: "
            + failure.getClass().getSimpleName());
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (failure instanceof MissingRequestHeaderException missing) {
      boolean version = HttpHeaders.IF_MATCH.equalsIgnoreCase(missing.getHeaderName());
      return answer(missingHeader(missing.getHeaderName(), version ? 428 : 400));
    }
    return refusalIn(failure)
        .map(this::refused)
        .orElseGet(() -> answer(described(failure, body, status)));
  }

  private static ProblemAnswer described(Exception failure, Object body, HttpStatusCode status) {
    String title =
        Optional.ofNullable(HttpStatus.resolve(status.value()))
            .map(HttpStatus::getReasonPhrase)
            .orElse("Failed");
    String detail = body instanceof ProblemDetail problem ? problem.getDetail() : null;
    if (failure instanceof HttpMessageNotReadableException unreadable) {
      return unreadable(unreadable, title);
    }
    if (failure instanceof TypeMismatchException mismatch) {
      String field = Optional.ofNullable(mismatch.getPropertyName()).orElse("parameter");
      Class<?> type = mismatch.getRequiredType();
      String expected = type == null ? "another form" : type.getSimpleName();
      return ProblemAnswer.of(
          status.value(),
          title,
          "'" + mismatch.getValue() + "' cannot be read as " + field,
          List.of(new Problem(field, String.valueOf(mismatch.getValue()), expected)));
    }
    return ProblemAnswer.of(
        status.value(), title, Optional.ofNullable(detail).orElse(failure.getMessage()));
  }

  private static ProblemAnswer unreadable(HttpMessageNotReadableException failure, String title) {
    if (failure.getCause() instanceof JacksonException json) {
      String field =
          json.getPath().stream()
              .map(p -> p.getPropertyName() == null ? "" + p.getIndex() : p.getPropertyName())
              .reduce((a, b) -> a + "." + b)
              .orElse("body");
      String told = json.getOriginalMessage().lines().findFirst().orElse("");
      String reason = told.startsWith("Null value for creator property") ? "it is missing" : told;
      return ProblemAnswer.of(
          400,
          title,
          "The JSON body cannot be read at " + field + ": " + reason,
          List.of(new Problem(field, "", reason)));
    }
    return ProblemAnswer.of(400, title, "The request needs a JSON body");
  }

  static ProblemAnswer missingHeader(String header, int status) {
    return ProblemAnswer.of(
        status,
        status == 428 ? "Version required" : "Header missing",
        "The header " + header + " is missing",
        List.of(new Problem(header, "", "a value on every such command")));
  }

  private static Optional<Refused> refusalIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  private static ResponseEntity<Object> answer(ProblemAnswer problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.parseMediaType(ProblemAnswer.MEDIA_TYPE))
        .body(problem);
  }
}
