package org.millrace.web;

import java.util.List;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/** The one form of an error answer (RFC 9457), with every problem of the input. */
public record ProblemAnswer(
    String type, String title, int status, String detail, List<Problem> problems) {
  /** The media type of error answers. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://millrace.org/problems/";

  /** An answer about the request as a whole. */
  public static ProblemAnswer of(int status, String title, String detail) {
    return of(status, title, detail, List.of());
  }

  /** An answer that names places in the request. */
  public static ProblemAnswer of(int status, String title, String detail, List<Problem> problems) {
    String type = TYPES + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    return new ProblemAnswer(type, title, status, detail, problems);
  }

  /** The answer to a refusal of the business. */
  public static ProblemAnswer of(Refused refused) {
    return switch (refused.reason()) {
      case INVALID -> of(422, "Invalid input", refused.getMessage(), refused.problems());
      case NOT_FOUND -> of(404, "Not found", refused.getMessage());
      case CONFLICT -> of(409, "Conflict", refused.getMessage(), refused.problems());
      case STALE -> of(412, "Stale version", refused.getMessage());
      case FORBIDDEN -> of(403, "Forbidden", refused.getMessage());
    };
  }
}
