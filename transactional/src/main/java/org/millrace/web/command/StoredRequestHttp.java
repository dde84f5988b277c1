package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millrace.web.approval.StoredCommand;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;

/** A command that was kept, as if it came in now from who sent it. */
final class StoredRequestHttp extends ReplayableRequest {
  private static final String OF_SPRING = "org.springframework.web.";

  private final StoredCommand command;
  private final String address;
  private final int length;
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String[]> parameters = new LinkedHashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();

  /** It stands in the place of the running request, whose connection it has. */
  StoredRequestHttp(HttpServletRequest running, StoredCommand command, String key) {
    super(running, command.body().getBytes(StandardCharsets.UTF_8));
    this.command = command;
    this.address = command.path().replaceFirst("\\?.*", "");
    this.length = command.body().getBytes(StandardCharsets.UTF_8).length;
    header(CommandAdapterHttp.KEY, key);
    header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
    command.expected().ifPresent(version -> header(HttpHeaders.IF_MATCH, version));
    UriComponentsBuilder.fromUriString(command.path())
        .build()
        .getQueryParams()
        .forEach(
            (name, values) ->
                parameters.put(
                    decoded(name),
                    values.stream().map(StoredRequestHttp::decoded).toArray(String[]::new)));
  }

  private void header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
  }

  private static String decoded(@Nullable String text) {
    return text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String getMethod() {
    return command.method();
  }

  @Override
  public String getRequestURI() {
    return address;
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(address);
  }

  @Override
  public String getServletPath() {
    return address;
  }

  @Override
  public @Nullable String getQueryString() {
    int at = command.path().indexOf('?');
    return at < 0 ? null : command.path().substring(at + 1);
  }

  @Override
  public Principal getUserPrincipal() {
    return command::actor;
  }

  @Override
  public String getRemoteUser() {
    return command.actor();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String value = getHeader(name);
    return Collections.enumeration(value == null ? List.of() : List.of(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(headers.keySet());
  }

  @Override
  public String getContentType() {
    return MediaType.APPLICATION_JSON_VALUE;
  }

  @Override
  public int getContentLength() {
    return length;
  }

  @Override
  public long getContentLengthLong() {
    return length;
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters.get(name);
  }

  /** What the running request found out about its own address is none of this one's. */
  @Override
  public @Nullable Object getAttribute(String name) {
    Object own = attributes.get(name);
    return own != null || name.startsWith(OF_SPRING) ? own : super.getAttribute(name);
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }
}
