package org.millrace.fuzz;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Bodies that follow what the core describes, here and there with something else in them. */
final class OddBodies {
  private static final int DEEPEST = 6;
  private final OddValues values;
  private final JsonNode schemas;

  OddBodies(OddValues values, JsonNode schemas) {
    this.values = values;
    this.schemas = schemas;
  }

  String of(JsonNode schema) {
    return switch (values.below(40)) {
      case 0 -> "";
      case 1 -> "{";
      case 2 -> values.any();
      default -> value("", schema, 0);
    };
  }

  private String value(String name, JsonNode schema, int depth) {
    if (depth > DEEPEST || values.isOneIn(12)) {
      return values.any();
    }
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").asString();
      return value(name, schemas.path(reference.substring(reference.lastIndexOf('/') + 1)), depth);
    }
    if (schema.path("enum").isArray() && values.below(4) > 0) {
      return schema.get("enum").get(values.below(schema.get("enum").size())).toString();
    }
    return switch (schema.path("type").asString("")) {
      case "array" -> array(name, schema.path("items"), depth);
      case "object" -> object(name, schema.path("properties"), depth);
      case "integer", "number" -> values.number();
      case "boolean" -> values.isOneIn(2) ? "true" : "false";
      default -> isDay(name, schema) ? values.date() : values.text();
    };
  }

  private static boolean isDay(String name, JsonNode schema) {
    return schema.has("format") || name.matches(".*(On|At|Date|Until|period|month)");
  }

  private String array(String name, JsonNode items, int depth) {
    List<String> all = new ArrayList<>();
    int size = values.isOneIn(60) ? 300 : values.below(4);
    for (int i = 0; i < size; i++) {
      all.add(value(name, items, depth + 1));
    }
    return "[" + String.join(",", all) + "]";
  }

  /** Codes, quantities and money are described as objects and written as their one value. */
  private String object(String name, JsonNode properties, int depth) {
    if (properties.has("value") && properties.size() == 1) {
      return value(name, properties.get("value"), depth);
    }
    if (properties.has("amount") && properties.size() <= 3) {
      return values.number();
    }
    List<String> all = new ArrayList<>();
    for (String each : properties.propertyNames()) {
      if (!values.isOneIn(7)) {
        all.add("\"" + each + "\":" + value(each, properties.get(each), depth + 1));
      }
    }
    if (values.isOneIn(50)) {
      all.add("\"unknown\":1");
    }
    return "{" + String.join(",", all) + "}";
  }
}
