package org.millrace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.millrace.access.role.Modules;
import org.millrace.access.role.Roles;
import org.millrace.shared.Caller;
import org.millrace.web.AskedPermission;
import org.millrace.web.RequiresPermission;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Asks of each request the permission that its endpoint declares. Which endpoint that is, is
 * decided by the very mapping that will call it and never by the path. What declares nothing is
 * open to nobody; the core does not start with such an endpoint.
 */
final class PermissionsHttp implements AuthorizationManager<RequestAuthorizationContext> {
  private static final AuthorizationDecision YES = new AuthorizationDecision(true);
  private static final AuthorizationDecision NO = new AuthorizationDecision(false);

  private final Supplier<RequestMappingHandlerMapping> endpoints;
  private final Roles roles;
  private final Modules modules;

  PermissionsHttp(Supplier<RequestMappingHandlerMapping> endpoints, Roles roles, Modules modules) {
    this.modules = modules;
    this.endpoints = endpoints;
    this.roles = roles;
  }

  /** Refuses to start with an endpoint of ours that declares no permission, or an unknown one. */
  void checkEndpoints() {
    List<String> wrong = new ArrayList<>();
    endpoints
        .get()
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              Optional<String> declared = AskedPermission.of(method);
              if (isOurs(method) && declared.filter(this::isKnown).isEmpty()) {
                wrong.add(
                    mapping
                        + " ("
                        + method.getShortLogMessage()
                        + ") declares "
                        + declared.map(p -> "'" + p + "'").orElse("nothing"));
              }
            });
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "Each endpoint needs @RequiresPermission with a permission of access/roles.yaml:\n  "
              + String.join("\n  ", wrong));
    }
  }

  private boolean isKnown(String permission) {
    return permission.equals(RequiresPermission.NONE)
        || permission.equals(RequiresPermission.LOGIN)
        || roles.permissions().containsKey(permission);
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends Authentication> visitor, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Optional<HandlerMethod> endpoint = endpoint(request).filter(PermissionsHttp::isOurs);
    String permission = endpoint.flatMap(AskedPermission::of).orElse(RequiresPermission.LOGIN);
    if (permission.equals(RequiresPermission.NONE)) {
      return YES;
    }
    Optional<Visitor> known = VisitorsHttp.of(visitor.get());
    if (known.isEmpty()) {
      return NO;
    }
    if (permission.equals(RequiresPermission.LOGIN)) {
      return YES;
    }
    boolean showsSome =
        endpoint
            .filter(e -> e.hasMethodAnnotation(RequiresPermission.OrSomeRows.class))
            .isPresent();
    lacking(known.get(), permission, AskedPermission.company(request), showsSome)
        .ifPresent(
            text -> {
              throw new AccessDeniedException(text);
            });
    return YES;
  }

  /** Why the visitor may not, where that is so; enough for some rows is enough where they show. */
  private Optional<String> lacking(
      Visitor visitor, String permission, String company, boolean showsSome) {
    Caller caller = visitor.caller();
    if (caller.may(company, permission) || showsSome && caller.maySeeSome(company, permission)) {
      return Optional.empty();
    }
    return Optional.of(
        visitor
            .owed()
            .map(Visitor.Owed::text)
            .or(() -> modules.missing(permission))
            .orElseGet(
                () ->
                    showsSome
                        ? caller.missingForSome(permission, company)
                        : Caller.missing(permission, company)));
  }

  /** Empty for what no endpoint answers: the dispatcher tells the caller so. */
  private Optional<HandlerMethod> endpoint(HttpServletRequest request) {
    if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
      ServletRequestPathUtils.parseAndCache(request);
    }
    try {
      return Optional.ofNullable(endpoints.get().getHandler(request))
          .map(HandlerExecutionChain::getHandler)
          .filter(HandlerMethod.class::isInstance)
          .map(HandlerMethod.class::cast);
    } catch (Exception noneForThis) { // another method or media type than any endpoint takes
      return Optional.empty();
    }
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("org.millrace.");
  }
}
