package org.millrace.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.part.DeclaresPermission;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What a request needs: the permission that its endpoint declares, and for which company. */
public final class AskedPermission {
  private AskedPermission() {}

  /** What an endpoint declares; a question may leave that to its class. */
  public static Optional<String> of(HandlerMethod method) {
    RequiresPermission own = method.getMethodAnnotation(RequiresPermission.class);
    if (method.getBean() instanceof DeclaresPermission declared) {
      return Optional.of(declared.permission());
    }
    boolean asks = method.hasMethodAnnotation(GetMapping.class);
    return Optional.ofNullable(own)
        .or(() -> Optional.of(method).filter(m -> asks).map(AskedPermission::ofItsClass))
        .map(RequiresPermission::value);
  }

  private static @Nullable RequiresPermission ofItsClass(HandlerMethod method) {
    return AnnotationUtils.findAnnotation(method.getBeanType(), RequiresPermission.class);
  }

  /** The company in the path of a request, else all of them. */
  @SuppressWarnings("unchecked") // Spring's own type for this attribute
  public static String company(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    String company = variables == null ? null : ((Map<String, String>) variables).get("company");
    if (company == null) {
      return Caller.EVERY_COMPANY;
    }
    try {
      return new CompanyCode(company).value();
    } catch (Refused unreadable) {
      return company;
    }
  }

  /** Whether the caller of this thread's request has a permission for the company in its path. */
  public static boolean isHeld(String permission) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        && Caller.current().may(company(request.getRequest()), permission);
  }
}
