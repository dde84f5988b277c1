package org.millrace.web.language;

import org.jspecify.annotations.Nullable;
import org.millrace.web.ProblemAnswer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Says the refusals of handlers in the language that the request prefers. */
@RestControllerAdvice
class TranslateAnswersHttp implements ResponseBodyAdvice<Object> {
  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (!(body instanceof ProblemAnswer problem)) {
      return body;
    }
    Language language =
        Language.preferred(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    return language.of(problem);
  }
}
