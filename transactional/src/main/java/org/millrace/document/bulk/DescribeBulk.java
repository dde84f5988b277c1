package org.millrace.document.bulk;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Objects;
import java.util.Optional;

/** Tells in the description of the API what each verb takes when it is done to several at once. */
final class DescribeBulk {
  private static final String REFERENCE = "#/components/schemas/";

  private DescribeBulk() {}

  static void describe(OpenAPI api, int most) {
    api.getPaths()
        .forEach(
            (path, item) -> {
              if (path.contains(BulkVerbHttp.MANY)) {
                String alone = path.replace(BulkVerbHttp.MANY, "/{number}/");
                PathItem one = Objects.requireNonNull(api.getPaths().get(alone));
                describe(api, item.getPost(), one.getPost(), most);
              }
            });
  }

  private static void describe(OpenAPI api, Operation many, Operation alone, int most) {
    many.setOperationId(alone.getOperationId() + "Many");
    many.setTags(alone.getTags());
    many.setSummary("The same for up to " + most + " documents, each with an outcome of its own");
    many.setDescription(
        "Each document in a transaction of its own: one that is refused leaves the others. Sent"
            + " again with the same key, no document is changed twice.");
    Schema<?> body = new ObjectSchema();
    body.addProperty(
        BulkVerbHttp.DOCUMENTS, new ArraySchema().items(document()).minItems(1).maxItems(most));
    body.addRequiredItem(BulkVerbHttp.DOCUMENTS);
    taken(api, alone).ifPresent(taken -> beside(body, taken));
    many.setRequestBody(
        new RequestBody()
            .required(true)
            .content(new Content().addMediaType("application/json", new MediaType().schema(body))));
  }

  private static Schema<?> document() {
    Schema<?> document = new ObjectSchema();
    document.addProperty("number", new StringSchema().minLength(1));
    document.addProperty(
        "version",
        new IntegerSchema().format("int64").description("What If-Match names of one document"));
    document.addRequiredItem("number");
    return document;
  }

  private static void beside(Schema<?> body, Schema<?> taken) {
    if (taken.getProperties() != null) {
      taken.getProperties().forEach(body::addProperty);
    }
    if (taken.getRequired() != null) {
      taken.getRequired().forEach(body::addRequiredItem);
    }
  }

  /** What the verb alone takes. */
  private static Optional<Schema<?>> taken(OpenAPI api, Operation alone) {
    return Optional.ofNullable(alone.getRequestBody())
        .map(body -> body.getContent().values().iterator().next().getSchema())
        .map(schema -> resolved(api, schema));
  }

  private static Schema<?> resolved(OpenAPI api, Schema<?> schema) {
    return schema.get$ref() == null
        ? schema
        : Objects.requireNonNull(
            api.getComponents().getSchemas().get(schema.get$ref().substring(REFERENCE.length())));
  }
}
