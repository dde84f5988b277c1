package org.millrace.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.shared.Problems;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that the address does not know: a filter that is silently ignored shows rows
 * that nobody asked for. Who takes all parameters as a map checks them himself.
 */
final class KnownParametersHttp implements HandlerInterceptor {
  private static final String OURS = "org.millrace.";

  private final Map<HandlerMethod, Known> known = new ConcurrentHashMap<>();

  private record Known(boolean all, Set<String> names) {}

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(OURS)) {
      check(request, known.computeIfAbsent(method, KnownParametersHttp::known));
    }
    return true;
  }

  private static void check(HttpServletRequest request, Known known) {
    if (known.all()) {
      return;
    }
    Problems problems = new Problems();
    String names =
        known.names().isEmpty() ? "no parameter" : "one of " + String.join(", ", known.names());
    request
        .getParameterMap()
        .forEach(
            (name, values) ->
                problems.require(
                    known.names().contains(name), name, String.join(", ", values), names));
    problems.refuse("The address has parameters that it does not know");
  }

  private static Known known(HandlerMethod method) {
    Set<String> names =
        Arrays.stream(method.getMethodParameters())
            .flatMap(KnownParametersHttp::names)
            .collect(Collectors.toCollection(TreeSet::new));
    return new Known(Arrays.stream(method.getMethodParameters()).anyMatch(p -> takesAll(p)), names);
  }

  private static boolean takesAll(MethodParameter parameter) {
    return MultiValueMap.class.isAssignableFrom(parameter.getParameterType());
  }

  private static Stream<String> names(MethodParameter parameter) {
    RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
    if (declared != null) {
      String name = declared.value().isEmpty() ? declared.name() : declared.value();
      return Stream.of(name.isEmpty() ? parameter.getParameter().getName() : name);
    }
    Class<?> type = parameter.getParameterType();
    boolean isBound = parameter.getParameterAnnotations().length == 0 && type.isRecord();
    return isBound || isObject(parameter)
        ? Arrays.stream(type.getRecordComponents()).map(component -> component.getName())
        : Stream.empty();
  }

  private static boolean isObject(MethodParameter parameter) {
    return parameter.getParameterType().isRecord()
        && Arrays.stream(parameter.getParameterAnnotations())
            .anyMatch(a -> a.annotationType().getSimpleName().equals("ParameterObject"));
  }
}
