package org.millrace.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of problem this core answers with. Programs decide by the type of an answer (RFC
 * 9457), never by its sentences; those whose same request may succeed later carry Retry-After.
 */
public enum ProblemType {
  AMBIGUOUS_PATH(400, "Ambiguous path"),
  UNREADABLE_REQUEST(400, "Request cannot be read"),
  HEADER_MISSING(400, "Header missing"),
  KEY_MISSING(400, "Key missing"),
  LOGIN_NEEDED(401, "Login needed"),
  LOGIN_FAILED(401, "Login failed"),
  SECOND_FACTOR_NEEDED(401, "Second factor needed"),
  SECOND_FACTOR_WRONG(401, "Second factor wrong"),
  FORBIDDEN(403, "Forbidden"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  BODY_TOO_SLOW(408, "Body too slow"),
  CONFLICT(409, "Conflict"),
  ALREADY_THERE(409, "Already there"),
  CONFIRMATION_NEEDED(409, "Confirmation needed"),
  LOST_LOCK(409, "Lost lock", Duration.ofSeconds(1)),
  ANSWER_EXPIRED(410, "Answer expired"),
  STALE_VERSION(412, "Stale version"),
  BODY_TOO_LARGE(413, "Body too large"),
  MEDIA_TYPE_NOT_SUPPORTED(415, "Media type not supported"),
  INVALID_INPUT(422, "Invalid input"),
  VALUE_OUT_OF_RANGE(422, "Value out of range"),
  KEY_USED_BEFORE(422, "Key used before"),
  VERSION_REQUIRED(428, "Version required"),
  TOO_MANY_ATTEMPTS(429, "Too many wrong passwords", Duration.ofSeconds(30)),
  TOO_MANY_AT_ONCE(429, "Too many at once", Duration.ofSeconds(1)),
  INTERNAL_ERROR(500, "Internal error"),
  ISSUER_AWAY(503, "Issuer away", Duration.ofSeconds(5)),
  DATABASE_AWAY(503, "Database away", Duration.ofSeconds(2)),
  OUTCOME_UNKNOWN(503, "Outcome unknown", Duration.ofSeconds(2)),
  OTHER(400, "Request refused");

  private static final String WHERE = "/problems/";

  private final int status;
  private final String title;
  private final Optional<Duration> retryAfter;

  ProblemType(int status, String title) {
    this(status, title, Optional.empty());
  }

  ProblemType(int status, String title, Duration retryAfter) {
    this(status, title, Optional.of(retryAfter));
  }

  ProblemType(int status, String title, Optional<Duration> retryAfter) {
    this.status = status;
    this.title = title;
    this.retryAfter = retryAfter;
  }

  /** The code, as in {@code lost-lock}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands in the member {@code type}: the path under which this core explains it. */
  public String uri() {
    return WHERE + code();
  }

  /** The status it is answered with. */
  public int status() {
    return status;
  }

  /** The short text for people, the same for all answers of this type. */
  public String title() {
    return title;
  }

  /** When the same request, under the same key, may be sent again; empty when it will not help. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** The type of an answer of the framework with that status. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> LOGIN_NEEDED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> BODY_TOO_SLOW;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> MEDIA_TYPE_NOT_SUPPORTED;
      case 400 -> UNREADABLE_REQUEST;
      default -> status >= 500 ? INTERNAL_ERROR : OTHER;
    };
  }
}
