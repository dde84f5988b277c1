package org.millrace.document.verb;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The document that the address of a verb names, locked until the command ends, in the version that
 * {@code If-Match} names.
 */
public final class LockedDocument implements HandlerMethodArgumentResolver {
  private static final String EXPECTED = "If-Match";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Versioned.class;
  }

  @Override
  public Versioned<?> resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws MissingRequestHeaderException {
    HttpServletRequest asked =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    HandlerMethod verb =
        (HandlerMethod) asked.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
    Map<?, ?> address =
        Objects.requireNonNull(
            (Map<?, ?>)
                request.getAttribute(
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                    RequestAttributes.SCOPE_REQUEST));
    String expected = asked.getHeader(EXPECTED);
    if (expected == null) {
      throw new MissingRequestHeaderException(EXPECTED, parameter);
    }
    return ((DetailedEndpoints<?, ?, ?>) verb.createWithResolvedBean().getBean())
        .documents()
        .locked(
            new CompanyCode(part(address, "company")),
            new DocumentNumber(part(address, "number")),
            Version.of(expected));
  }

  private static String part(Map<?, ?> address, String name) {
    return (String) Objects.requireNonNull(address.get(name));
  }

  /** Tells address and header of a verb that asks for its document. */
  public static void describe(Operation operation, HandlerMethod verb) {
    if (Arrays.asList(verb.getMethod().getParameterTypes()).contains(Versioned.class)) {
      add(operation, "path", "company", new StringSchema().minLength(1));
      add(operation, "path", "number", new StringSchema().minLength(1));
      add(operation, "header", EXPECTED, new IntegerSchema().format("int64"));
    }
  }

  private static void add(Operation operation, String where, String name, Schema<?> schema) {
    operation.addParametersItem(new Parameter().in(where).name(name).required(true).schema(schema));
  }
}
