package org.millrace.document.custom;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import org.millrace.document.DetailedEndpoints;
import org.springframework.web.method.HandlerMethod;

/** Tells in the description of the API where custom fields can be set. */
public final class DescribeCustom {
  /** The kind of document whose custom fields a request can hold. */
  private static final String KIND = "x-custom-fields";

  private static final String REFERENCE = "#/components/schemas/";

  private DescribeCustom() {}

  /** Marks an operation that records or changes a document. */
  public static void mark(Operation operation, HandlerMethod handler) {
    if (DetailedEndpoints.class.isAssignableFrom(handler.getBeanType())
        && DetailedEndpoints.takesWhole(handler.getMethod())) {
      DetailedEndpoints<?, ?, ?> kind =
          (DetailedEndpoints<?, ?, ?>) handler.createWithResolvedBean().getBean();
      if (kind.hasCustomFields()) {
        operation.addExtension(KIND, kind.kind().name());
      }
    }
  }

  /** Adds {@code custom} to what these operations take. */
  public static void complete(OpenAPI api) {
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(each -> each.getExtensions() != null && each.getExtensions().containsKey(KIND))
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
        .map(MediaType::getSchema)
        .filter(schema -> schema.get$ref() != null)
        .map(schema -> schema.get$ref().substring(REFERENCE.length()))
        .distinct()
        .forEach(name -> add(Objects.requireNonNull(api.getComponents().getSchemas().get(name))));
  }

  private static void add(Schema<?> taken) {
    taken.addProperty(
        "custom",
        new ObjectSchema()
            .additionalProperties(true)
            .description("Values of custom fields by name, as /custom-fields declares them"));
  }
}
