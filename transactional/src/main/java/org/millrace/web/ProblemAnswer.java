package org.millrace.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.millrace.json.Json;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.millrace.web.language.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** The one form of an error answer (RFC 9457), with every problem of the input. */
public record ProblemAnswer(
    String type,
    String title,
    int status,
    String detail,
    List<Problem> problems,
    @JsonIgnore Optional<Duration> retryAfter) {
  /** The media type of error answers. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper JSON = Json.mapper();

  public ProblemAnswer {
    problems = List.copyOf(problems);
  }

  /** An answer about the request as a whole. */
  public static ProblemAnswer of(ProblemType type, String detail) {
    return of(type, detail, List.of());
  }

  /** An answer that names places in the request. */
  public static ProblemAnswer of(ProblemType type, String detail, List<Problem> problems) {
    return new ProblemAnswer(
        type.uri(), type.title(), type.status(), detail, problems, type.retryAfter());
  }

  /** The answer to a refusal of the business. */
  public static ProblemAnswer of(Refused refused) {
    return switch (refused.reason()) {
      case INVALID -> of(ProblemType.INVALID_INPUT, refused.getMessage(), refused.problems());
      case NOT_FOUND -> of(ProblemType.NOT_FOUND, refused.getMessage());
      case CONFLICT -> of(ProblemType.CONFLICT, refused.getMessage(), refused.problems());
      case UNCONFIRMED ->
          of(ProblemType.CONFIRMATION_NEEDED, refused.getMessage(), refused.problems());
      case STALE -> of(ProblemType.STALE_VERSION, refused.getMessage());
      case FORBIDDEN -> of(ProblemType.FORBIDDEN, refused.getMessage());
    };
  }

  /** What was refused with a status that no type of ours names. */
  public static ProblemAnswer ofStatus(int status, String detail) {
    ProblemType type = ProblemType.ofStatus(status);
    return new ProblemAnswer(
        type.uri(), type.title(), status, detail, List.of(), type.retryAfter());
  }

  /** The same, to be sent again after that time. */
  public ProblemAnswer after(Duration wait) {
    return new ProblemAnswer(type, title, status, detail, problems, Optional.of(wait));
  }

  /** As the answer of a handler. */
  public ResponseEntity<Object> entity() {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(MediaType.parseMediaType(MEDIA_TYPE));
    retryAfter.ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
    return answer.body(this);
  }

  /** As the answer of a filter, before any handler is reached. */
  public void write(HttpServletRequest in, HttpServletResponse out) throws IOException {
    Language language = Language.preferred(in.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    out.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    out.setStatus(status);
    out.setContentType(MEDIA_TYPE);
    retryAfter.ifPresent(wait -> out.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait)));
    out.getOutputStream()
        .write(JSON.writeValueAsString(language.of(this)).getBytes(StandardCharsets.UTF_8));
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.toSeconds()));
  }
}
