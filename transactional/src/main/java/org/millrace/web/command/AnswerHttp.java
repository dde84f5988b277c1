package org.millrace.web.command;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The answer to a command, as it is kept. */
record AnswerHttp(int status, Optional<String> contentType, Optional<String> etag, byte[] body) {
  static AnswerHttp of(ContentCachingResponseWrapper response) {
    return new AnswerHttp(
        response.getStatus(),
        Optional.ofNullable(response.getContentType()),
        Optional.ofNullable(response.getHeader("ETag")),
        response.getContentAsByteArray());
  }

  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    contentType.ifPresent(response::setContentType);
    etag.ifPresent(tag -> response.setHeader("ETag", tag));
    response.getOutputStream().write(body);
  }
}
