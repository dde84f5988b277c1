package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the endpoint of a request among those whose path has as many segments and the same fixed
 * words. Spring's own search tries each endpoint of the core where a path holds a variable, which
 * took more than a quarter of the time of a command; whatever is not found here in exactly one way
 * is left to it.
 */
final class EndpointsHttp extends RequestMappingHandlerMapping {
  private volatile @Nullable Map<Shape, List<Endpoint>> byShape;

  /** What is known of a request before any pattern is tried. */
  private record Shape(String method, int segments) {}

  /** An endpoint and the fixed words of its path, null where a variable stands. */
  private record Endpoint(
      RequestMappingInfo mapping, HandlerMethod method, @Nullable String[] words) {
    boolean mayAnswer(List<String> segments) {
      for (int i = 0; i < words.length; i++) {
        String word = words[i];
        if (word != null && !word.equals(segments.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    List<String> segments = segments(request);
    Shape shape = new Shape(request.getMethod(), segments.size());
    Endpoint found = null;
    for (Endpoint endpoint : byShape().getOrDefault(shape, List.of())) {
      if (endpoint.mayAnswer(segments)) {
        RequestMappingInfo matching = getMatchingMapping(endpoint.mapping(), request);
        if (matching != null && found != null) {
          return super.lookupHandlerMethod(path, request); // the more exact one is to be chosen
        }
        if (matching != null) {
          found = new Endpoint(matching, endpoint.method(), endpoint.words());
        }
      }
    }
    if (found == null) {
      return super.lookupHandlerMethod(path, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.method());
    handleMatch(found.mapping(), path, request);
    return found.method();
  }

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
    super.registerHandlerMethod(handler, method, mapping);
    byShape = null;
  }

  @Override
  public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
    super.registerMapping(mapping, handler, method);
    byShape = null;
  }

  private static List<String> segments(HttpServletRequest request) {
    List<String> segments = new ArrayList<>();
    for (PathContainer.Element element :
        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements()) {
      if (element instanceof PathSegment segment) {
        segments.add(segment.valueToMatch());
      }
    }
    return segments;
  }

  private Map<Shape, List<Endpoint>> byShape() {
    Map<Shape, List<Endpoint>> known = byShape;
    if (known == null) {
      known = shapes();
      byShape = known;
    }
    return known;
  }

  private static Set<PathPattern> patterns(RequestMappingInfo mapping) {
    return Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns();
  }

  /** An endpoint of any length is in no shape, and one with a fixed length is preferred to it. */
  private Map<Shape, List<Endpoint>> shapes() {
    Map<Shape, List<Endpoint>> shapes = new HashMap<>();
    getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              for (PathPattern pattern : patterns(mapping)) {
                String[] words = words(pattern.getPatternString());
                for (RequestMethod verb : verbs(mapping)) {
                  shapes
                      .computeIfAbsent(
                          new Shape(verb.name(), words.length), shape -> new ArrayList<>())
                      .add(new Endpoint(mapping, method, words));
                }
              }
            });
    return shapes;
  }

  private static Set<RequestMethod> verbs(RequestMappingInfo mapping) {
    Set<RequestMethod> declared = mapping.getMethodsCondition().getMethods();
    return declared.isEmpty() ? EnumSet.allOf(RequestMethod.class) : declared;
  }

  private static @Nullable String[] words(String pattern) {
    return Arrays.stream(pattern.split("/"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.contains("{") || word.contains("*") ? null : word)
        .toArray(String[]::new);
  }
}
