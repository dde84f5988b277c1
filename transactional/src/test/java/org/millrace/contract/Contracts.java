package org.millrace.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.json.Json;
import org.millrace.shared.EventType;
import tools.jackson.databind.JsonNode;

/** The contract files and the event classes of this module. */
final class Contracts {
  static final Path FOLDER = Path.of("contracts");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contracts() {}

  /** Name of a contract, such as {@code sales/invoice-posted.v1}, to its schema. */
  static Map<String, JsonNode> schemas() {
    return files(".schema.json");
  }

  /** Those that are written today: of each event the newest version. */
  static Map<String, JsonNode> written() {
    Map<String, JsonNode> all = schemas();
    Map<String, JsonNode> written = new TreeMap<>(all);
    written.keySet().removeIf(name -> all.containsKey(next(name)));
    return written;
  }

  private static String next(String name) {
    int at = name.lastIndexOf(".v") + 2;
    return name.substring(0, at) + (Integer.parseInt(name.substring(at)) + 1);
  }

  /** Name of a contract to its example. */
  static Map<String, JsonNode> examples() {
    return files(".example.json");
  }

  /** Name of a contract to the class that carries it. */
  static Map<String, Class<?>> events() {
    return new TreeMap<>(
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.millrace")
                .stream()
                .filter(type -> type.isAnnotatedWith(EventType.class))
                .map(JavaClass::reflect)
                .collect(Collectors.toMap(Contracts::name, Function.identity())));
  }

  /** What keeps a payload from being one of the contract; empty when nothing does. */
  static List<String> faults(JsonNode schema, JsonNode payload) {
    return SCHEMAS.getSchema(schema).validate(payload).stream().map(Error::toString).toList();
  }

  static String name(String type, int version) {
    return type.replaceFirst("\\.", "/") + ".v" + version;
  }

  private static String name(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    return name(type.value(), type.version());
  }

  private static Map<String, JsonNode> files(String suffix) {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Map<String, JsonNode> found = new TreeMap<>();
      for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
        String name = FOLDER.relativize(file).toString().replace(suffix, "");
        found.put(name, Json.mapper().readTree(Files.readString(file)));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
