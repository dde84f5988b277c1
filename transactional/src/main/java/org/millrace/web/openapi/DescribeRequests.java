package org.millrace.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.millrace.shared.Caller;
import org.millrace.web.AskedPermission;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.RequiresPermission;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.UriTemplate;

/** What holds for every request: the token, the key of a command, the errors, a name of its own. */
final class DescribeRequests {
  /** The permission that an operation or a field needs. */
  static final String PERMISSION = "x-permission";

  /** What opens the operation in the place of the permission, for some of its rows. */
  private static final String FOR_SOME_ROWS = "x-permission-for-some-rows";

  private static final String LOGIN = "login";
  private static final String PROBLEM = "#/components/schemas/ProblemAnswer";
  private static final List<Answer> ERRORS =
      List.of(
          new Answer("400", "The request cannot be read"),
          new Answer("401", "Login needed"),
          new Answer("403", "The user may not do this"),
          new Answer("404", "What the address names does not exist"),
          new Answer("409", "A document's state does not allow it, or another command was first"),
          new Answer("422", "Fields of the request are wrong; each is named"));
  private static final List<Answer> OF_VERSIONS =
      List.of(
          new Answer("412", "The document has a newer version"),
          new Answer("428", "The header If-Match is missing"));

  private record Answer(String status, String words) {}

  private DescribeRequests() {}

  static OpenAPI about() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Millrace")
                .version("1")
                .description(
                    "Commands and questions of the transactional core. A command carries an"
                        + " Idempotency-Key; sent again with the same key it is answered again and"
                        + " done once. A change names in If-Match the version it was decided on."))
        .servers(List.of(new Server().url("/").description("The address of this page")))
        .components(
            new Components()
                .addSecuritySchemes(
                    LOGIN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("opaque")
                        .description("The token that POST /api/login answers")))
        .addSecurityItem(new SecurityRequirement().addList(LOGIN));
  }

  /** Names an operation by its domain, its adapter and its method: salesOrdersPlace. */
  static void named(Operation operation, HandlerMethod handler) {
    String adapter = SchemaNames.of(handler.getBeanType());
    String method = handler.getMethod().getName();
    operation.setOperationId(
        adapter.substring(0, 1).toLowerCase(Locale.ROOT)
            + adapter.substring(1)
            + method.substring(0, 1).toUpperCase(Locale.ROOT)
            + method.substring(1));
    operation.setTags(List.of(adapter));
    AskedPermission.of(handler).ifPresent(asked -> operation.addExtension(PERMISSION, asked));
    if (handler.hasMethodAnnotation(RequiresPermission.OrSomeRows.class)) {
      AskedPermission.of(handler)
          .ifPresent(all -> operation.addExtension(FOR_SOME_ROWS, Caller.RowRule.inPlaceOf(all)));
    }
  }

  static void completed(String path, PathItem.HttpMethod method, Operation operation) {
    boolean isLogin = path.equals("/api/login");
    namesOfPath(path, operation);
    if (isLogin) {
      operation.setSecurity(List.of());
    }
    if (method != PathItem.HttpMethod.GET && !isLogin) {
      operation.addParametersItem(
          new Parameter()
              .in("header")
              .name("Idempotency-Key")
              .required(true)
              .description("Any text of 8 to 80 characters, new for each command")
              .schema(new StringSchema().minLength(8).maxLength(80)));
      operation.addParametersItem(
          new Parameter()
              .in("header")
              .name("Preview")
              .description(
                  "true: nothing is done; answered are status and answer of the command, and the"
                      + " events that it would publish")
              .schema(new StringSchema().addEnumItem("true")));
    }
    ApiResponses responses = operation.getResponses();
    ApiResponse success = responses.get("200");
    if (method == PathItem.HttpMethod.POST && success != null && !isLogin) {
      success.setDescription("Done");
      responses.addApiResponse(
          "201", new ApiResponse().description("Made").content(success.getContent()));
    }
    ERRORS.forEach(e -> responses.addApiResponse(e.status(), problem(e.words())));
    if (hasHeader(operation, "If-Match")) {
      OF_VERSIONS.forEach(e -> responses.addApiResponse(e.status(), problem(e.words())));
    }
  }

  /** A handler need not read what stands in its address; who asks has to fill it in. */
  private static void namesOfPath(String path, Operation operation) {
    for (String name : new UriTemplate(path).getVariableNames()) {
      boolean isTold =
          operation.getParameters() != null
              && operation.getParameters().stream()
                  .anyMatch(p -> p.getIn().equals("path") && p.getName().equals(name));
      if (!isTold) {
        operation.addParametersItem(
            new Parameter().in("path").name(name).required(true).schema(new StringSchema()));
      }
    }
  }

  private static boolean hasHeader(Operation operation, String name) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> name.equals(p.getName()));
  }

  private static ApiResponse problem(String words) {
    return new ApiResponse()
        .description(words)
        .content(
            new Content()
                .addMediaType(
                    ProblemAnswer.MEDIA_TYPE,
                    new MediaType().schema(new Schema<>().$ref(PROBLEM))));
  }
}
