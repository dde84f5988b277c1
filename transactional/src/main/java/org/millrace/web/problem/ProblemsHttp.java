package org.millrace.web.problem;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millrace.json.Expected;
import org.millrace.shared.Code;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.millrace.web.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Turns every failure of a request into a {@link ProblemAnswer}. */
@RestControllerAdvice
class ProblemsHttp extends ResponseEntityExceptionHandler implements Failures {
  private static final ExceptionHandlerMethodResolver HANDLERS =
      new ExceptionHandlerMethodResolver(ProblemsHttp.class);
  private static final Logger LOG = LoggerFactory.getLogger(ProblemsHttp.class);

  /** As the handler below answers that a request with this failure comes to. */
  @Override
  public ProblemAnswer told(Exception failure, WebRequest request) {
    Method handler = Objects.requireNonNull(HANDLERS.resolveMethod(failure));
    try {
      Object answer =
          handler.getParameterCount() == 1
              ? handler.invoke(this, failure)
              : handler.invoke(this, failure, request);
      ProblemAnswer english =
          Objects.requireNonNull((ProblemAnswer) ((ResponseEntity<?>) answer).getBody());
      return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).of(english);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The handlers of failures can be called", e);
    }
  }

  @ExceptionHandler(Refused.class)
  ResponseEntity<Object> refused(Refused refused) {
    return ProblemAnswer.of(refused).entity();
  }

  @ExceptionHandler(PessimisticLockingFailureException.class)
  ResponseEntity<Object> collided(PessimisticLockingFailureException failure) {
    LOG.info("A command met another one on the same rows: {}", failure.getMessage());
    return ProblemAnswer.of(
            ProblemType.LOST_LOCK,
            "Other commands changed the same documents at that moment, several times. Nothing was"
                + " changed; send this one again with the same key.")
        .entity();
  }

  @ExceptionHandler(RequestRefused.class)
  ResponseEntity<Object> refused(RequestRefused refused) {
    return refused.answer().entity();
  }

  @ExceptionHandler({
    TransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessResourceException.class
  })
  ResponseEntity<Object> unreachable(RuntimeException failure) {
    return databaseAway(failure).entity();
  }

  @ExceptionHandler(DuplicateKeyException.class)
  ResponseEntity<Object> alreadyThere(DuplicateKeyException failure) {
    LOG.info("A command made what another one had made: {}", failure.getMessage());
    return ProblemAnswer.of(
            ProblemType.ALREADY_THERE,
            "There is one with that code or number already. Read it, or choose another.")
        .entity();
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> unexpected(Exception failure) {
    return known(failure).orElseGet(() -> bug(failure)).entity();
  }

  private static ProblemAnswer databaseAway(Exception failure) {
    LOG.warn("The database does not answer: {}", failure.getMessage());
    return ProblemAnswer.of(
        ProblemType.DATABASE_AWAY,
        "The database does not answer. Nothing was changed; see ./millrace status, then send the"
            + " command again with the same key.");
  }

  private static ProblemAnswer bug(Exception failure) {
    LOG.error("A request failed", failure);
    return ProblemAnswer.of(
        ProblemType.INTERNAL_ERROR,
        "The request failed and nothing was changed. The log of the core has the details: "
            + failure.getClass().getSimpleName());
  }

  /** What is no fault of ours, though it came as a failure. */
  private static Optional<ProblemAnswer> known(Throwable failure) {
    Optional<String> part = Optional.empty();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ValueInstantiationException unmade && isPart(unmade)) {
        part = place(unmade);
      }
      if (cause instanceof Refused refused) {
        return Optional.of(ProblemAnswer.of(part.map(refused::within).orElse(refused)));
      }
      if (cause instanceof RequestRefused refused) {
        return Optional.of(refused.answer());
      }
      if (cause instanceof SQLException sql && isDataException(sql)) {
        LOG.info("The database cannot store a value: {}", sql.getMessage());
        return Optional.of(
            ProblemAnswer.of(
                ProblemType.VALUE_OUT_OF_RANGE,
                "A value of this request, or an amount that follows from it, cannot be stored: it"
                    + " is too large or holds characters that are no text. Nothing was changed."));
      }
    }
    return Optional.empty();
  }

  /** SQLSTATE class 22: a number too large, a date out of range, text with a NUL. */
  private static boolean isDataException(SQLException failure) {
    return failure.getSQLState() != null && failure.getSQLState().startsWith("22");
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (failure instanceof MissingRequestHeaderException missing) {
      return missingHeader(missing.getHeaderName()).entity();
    }
    return known(failure).orElseGet(() -> described(failure, body, status)).entity();
  }

  private static ProblemAnswer described(
      Exception failure, @Nullable Object body, HttpStatusCode status) {
    if (failure instanceof HttpMessageNotReadableException unreadable) {
      return unreadable(unreadable);
    }
    if (failure instanceof TypeMismatchException mismatch) {
      String field = Optional.ofNullable(mismatch.getPropertyName()).orElse("parameter");
      return notRead(List.of(problem(field, mismatch.getValue(), mismatch)));
    }
    if (failure instanceof BindException unbound && unbound.hasFieldErrors()) {
      return notRead(
          unbound.getFieldErrors().stream()
              .map(e -> problem(e.getField(), e.getRejectedValue(), e.unwrap(Exception.class)))
              .toList());
    }
    String detail = body instanceof ProblemDetail problem ? problem.getDetail() : null;
    return ProblemAnswer.ofStatus(
        status.value(), Optional.ofNullable(detail).orElse(String.valueOf(failure.getMessage())));
  }

  private static ProblemAnswer notRead(List<Problem> problems) {
    String told =
        problems.stream()
            .map(p -> "'" + p.value() + "' cannot be read as " + p.field())
            .collect(Collectors.joining("; "));
    return ProblemAnswer.of(ProblemType.UNREADABLE_REQUEST, told, problems);
  }

  /** Of a parameter that may be absent, the type of what it holds is meant. */
  private static Problem problem(String field, @Nullable Object value, Exception failure) {
    Class<?> type =
        failure instanceof TypeMismatchException mismatch ? mismatch.getRequiredType() : null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionFailedException inner) {
        type = inner.getTargetType().getType();
      }
    }
    return new Problem(field, String.valueOf(value), Expected.of(type));
  }

  /** Whether it is an object inside the body that could not be made, and no single value. */
  private static boolean isPart(ValueInstantiationException failure) {
    Class<?> type = failure.getType().getRawClass();
    return type.isRecord() && !Code.class.isAssignableFrom(type);
  }

  private static Optional<String> place(JacksonException failure) {
    return failure.getPath().stream().map(ProblemsHttp::step).reduce((a, b) -> a + "." + b);
  }

  private static ProblemAnswer unreadable(HttpMessageNotReadableException failure) {
    if (failure.getCause() instanceof JacksonException json) {
      String field = place(json).orElse("body");
      return ProblemAnswer.of(
          ProblemType.UNREADABLE_REQUEST,
          "The JSON body cannot be read at " + field + ": " + Expected.reason(json),
          List.of(new Problem(field, "", Expected.instead(json))));
    }
    return ProblemAnswer.of(ProblemType.UNREADABLE_REQUEST, "The request needs a JSON body");
  }

  /** Lines are counted from 1, as the domains do. */
  private static String step(JacksonException.Reference reference) {
    String name = reference.getPropertyName();
    return name == null ? Integer.toString(reference.getIndex() + 1) : name;
  }

  private static ProblemAnswer missingHeader(String header) {
    boolean isVersion = HttpHeaders.IF_MATCH.equalsIgnoreCase(header);
    return ProblemAnswer.of(
        isVersion ? ProblemType.VERSION_REQUIRED : ProblemType.HEADER_MISSING,
        "The header " + header + " is missing",
        List.of(new Problem(header, "", "a value on every such command")));
  }
}
