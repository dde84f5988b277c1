package org.millrace.dashboards.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the core's OpenAPI description says of requests and answers. */
final class Api {
  private static final String COMPANY = "/api/companies/{company}";

  private final JsonNode description;

  Api(JsonNode description) {
    this.description = description;
  }

  /**
   * One request: its parameters with the words that each may have, the schemas of body and answer
   * where it has them, whether the body is a file, the permission that it needs, and the kinds of
   * document that it is for where it is for some.
   */
  record Call(
      Map<String, List<String>> words,
      Optional<Type> body,
      Optional<Type> answer,
      boolean takesFile,
      Optional<String> permission,
      List<String> kinds) {
    /** What the core does not know. */
    static final Call NONE =
        new Call(Map.of(), Optional.empty(), Optional.empty(), false, Optional.empty(), List.of());

    Set<String> parameters() {
      return words.keySet();
    }
  }

  /** A schema, followed to where it is described. */
  final class Type {
    private final JsonNode schema;

    Type(JsonNode schema) {
      JsonNode reference = schema.get("$ref");
      this.schema = reference == null ? schema : description.at(reference.asString().substring(1));
    }

    /** The type of a field, or of one within it: {@code customer.name}. */
    Optional<Type> field(String path) {
      Optional<Type> found = Optional.of(this);
      for (String name : path.split("\\.")) {
        found = found.flatMap(type -> type.own(name));
      }
      return found;
    }

    private Optional<Type> own(String name) {
      return Optional.ofNullable(schema.at("/properties").get(name)).map(Type::new);
    }

    /** What stands in the list, of a list. */
    Optional<Type> items() {
      return Optional.ofNullable(schema.get("items")).map(Type::new);
    }

    List<String> fields() {
      return List.copyOf(schema.at("/properties").propertyNames());
    }

    List<String> required() {
      List<String> names = new ArrayList<>();
      schema.path("required").forEach(name -> names.add(name.asString()));
      return names;
    }

    /** Whether a field must be there, or one within it in what must be there. */
    boolean requires(String path) {
      String[] parts = path.split("\\.", 2);
      return required().contains(parts[0])
          && (parts.length == 1
              || own(parts[0]).filter(type -> type.requires(parts[1])).isPresent());
    }

    List<String> words() {
      List<String> words = new ArrayList<>();
      schema.path("enum").forEach(word -> words.add(word.asString()));
      return words;
    }

    /** The permission without which the core leaves the field out. */
    Optional<String> permission() {
      return Optional.ofNullable(schema.get("x-permission")).map(JsonNode::asString);
    }

    /** The field that says of an amount in which currency it is; none of the company's. */
    Optional<String> currency() {
      return Optional.ofNullable(schema.get("x-currency"))
          .map(JsonNode::asString)
          .filter(field -> !field.equals("company"));
    }

    Page.Kind kind() {
      String type = schema.path("type").asString("");
      String format = schema.path("format").asString("");
      return switch (type) {
        case "boolean" -> Page.Kind.YES_NO;
        case "array" -> Page.Kind.LIST;
        case "number" ->
            format.equals("money")
                ? Page.Kind.MONEY
                : format.equals("quantity") ? Page.Kind.QUANTITY : Page.Kind.NUMBER;
        case "integer" -> Page.Kind.NUMBER;
        default -> text(format);
      };
    }

    private Page.Kind text(String format) {
      if (!words().isEmpty()) {
        return Page.Kind.WORD;
      }
      return switch (format) {
        case "date" -> Page.Kind.DATE;
        case "date-time" -> Page.Kind.MOMENT;
        default -> Page.Kind.TEXT;
      };
    }
  }

  /** A request below a company; path variables may be called anything. */
  Optional<Call> call(String method, String path) {
    String shape = shape(COMPANY + path);
    for (Map.Entry<String, JsonNode> entry : description.path("paths").properties()) {
      JsonNode operation = entry.getValue().get(method.toLowerCase(Locale.ROOT));
      if (operation != null && shape(entry.getKey()).equals(shape)) {
        return Optional.of(call(operation, List.of("query", "path", "header")));
      }
    }
    return Optional.empty();
  }

  /**
   * The files that the core gives of one document of a path, by the last word of their addresses,
   * with the parameters of their queries.
   */
  Map<String, Call> files(String path) {
    Map<String, Call> files = new TreeMap<>();
    String shape = shape(COMPANY + path + "/{}/");
    for (Map.Entry<String, JsonNode> entry : description.path("paths").properties()) {
      String name = entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1);
      JsonNode operation = entry.getValue().path("get");
      if (shape(entry.getKey()).equals(shape + name)
          && operation.at("/responses/200/content").valueStream().anyMatch(Api::isFile)) {
        files.put(name, call(operation, List.of("query")));
      }
    }
    return files;
  }

  /** Bytes, or text that is no JSON. */
  private static boolean isFile(JsonNode content) {
    return content.at("/schema/type").asString("").equals("string");
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  private Call call(JsonNode operation, List<String> places) {
    Map<String, List<String>> words = new TreeMap<>();
    operation
        .path("parameters")
        .forEach(
            parameter -> {
              Type type = new Type(parameter.path("schema"));
              if (places.contains(parameter.path("in").asString())) {
                words.put(parameter.path("name").asString(), type.items().orElse(type).words());
              }
            });
    return new Call(
        words,
        schema(operation.at("/requestBody/content/application~1json/schema")),
        schema(operation.at("/responses/200/content/application~1json/schema")),
        operation.at("/requestBody/content").has("application/octet-stream"),
        Optional.ofNullable(operation.get("x-permission")).map(JsonNode::asString),
        operation.path("x-kinds").valueStream().map(JsonNode::asString).toList());
  }

  private Optional<Type> schema(JsonNode schema) {
    return schema.isMissingNode() ? Optional.empty() : Optional.of(new Type(schema));
  }
}
