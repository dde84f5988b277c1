package org.millrace.document.custom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.DocumentKind;
import org.millrace.shared.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes {@code custom} out of the request that records or changes a document, so that no kind of
 * document has to know of it.
 */
@ControllerAdvice
class CustomBodyHttp extends RequestBodyAdviceAdapter {
  private static final String CUSTOM = "custom";
  private static final JsonMapper VERBATIM =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final ObjectProvider<DetailedEndpoints<?, ?, ?>> endpoints;
  private final CustomFields fields;
  private final Map<Class<?>, DocumentKind<?>> kinds = new ConcurrentHashMap<>();

  CustomBodyHttp(ObjectProvider<DetailedEndpoints<?, ?, ?>> endpoints, CustomFields fields) {
    this.endpoints = endpoints;
    this.fields = fields;
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return DetailedEndpoints.class.isAssignableFrom(parameter.getContainingClass())
        && DetailedEndpoints.takesWhole(Objects.requireNonNull(parameter.getMethod()));
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    DocumentKind<?> kind = kinds.computeIfAbsent(parameter.getContainingClass(), this::kindOf);
    byte[] body = message.getBody().readAllBytes();
    if (!new String(body, StandardCharsets.UTF_8).contains('"' + CUSTOM + '"')) {
      fields.give(kind, Optional.empty());
      return new Again(message.getHeaders(), body);
    }
    try {
      JsonNode sent = VERBATIM.readTree(body);
      if (sent instanceof ObjectNode object && object.has(CUSTOM)) {
        fields.give(kind, Optional.of(values(object.remove(CUSTOM))));
        return new Again(message.getHeaders(), VERBATIM.writeValueAsBytes(object));
      }
    } catch (JacksonException | NumberFormatException unreadable) {
      // whoever reads the whole says what is wrong with it
    }
    return new Again(message.getHeaders(), body);
  }

  private DocumentKind<?> kindOf(Class<?> adapter) {
    return endpoints.stream()
        .filter(adapter::isInstance)
        .findFirst()
        .<DocumentKind<?>>map(DetailedEndpoints::kind)
        .orElseThrow();
  }

  private static Map<String, String> values(JsonNode custom) {
    Problems problems = new Problems();
    problems.require(
        custom.isObject() || custom.isNull(), CUSTOM, custom.asString(""), "an object of values");
    Map<String, String> values = new LinkedHashMap<>();
    custom
        .properties()
        .forEach(
            each -> {
              JsonNode value = each.getValue();
              problems.require(
                  value.isValueNode(), CustomField.BEFORE + each.getKey(), "", "a single value");
              values.put(each.getKey(), value.isNull() ? "" : value.asString(""));
            });
    problems.refuse("The custom fields cannot be read");
    return values;
  }

  private record Again(HttpHeaders headers, byte[] body) implements HttpInputMessage {
    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }
}
