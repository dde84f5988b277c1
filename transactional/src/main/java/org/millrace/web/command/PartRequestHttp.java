package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millrace.web.part.Part;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/** A part as if it had come alone: its address, version and body, and all else of the whole. */
final class PartRequestHttp extends ReplayableRequest {
  private final Part part;
  private final Map<String, Object> own;

  PartRequestHttp(HttpServletRequest whole, Part part) {
    super(whole, part.body().getBytes(StandardCharsets.UTF_8));
    this.part = part;
    this.own =
        Map.of(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, part.variables(),
            HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, part.handler());
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    Object mine = own.get(name);
    return mine == null ? super.getAttribute(name) : mine;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return HttpHeaders.IF_MATCH.equalsIgnoreCase(name)
        ? part.expected().map(version -> Long.toString(version.number())).orElse(null)
        : super.getHeader(name);
  }

  @Override
  public String getRequestURI() {
    return part.path();
  }
}
