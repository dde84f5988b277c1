package org.millrace.outbox;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.millrace.shared.EventType;
import org.millrace.shared.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published contracts of the events. What the readers behind the outbox would reject is not
 * committed: the act is refused while the person who did it is still there.
 */
final class Contracts {
  private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Map<EventType, Schema> schemas = new ConcurrentHashMap<>();
  private final JsonMapper json;

  Contracts(JsonMapper json) {
    this.json = json;
  }

  /**
   * Checks a payload as it is about to be written.
   *
   * @throws org.millrace.shared.Refused naming each place where it breaks the contract
   */
  void require(EventType type, String payload) {
    Schema schema = schemas.computeIfAbsent(type, this::read);
    List<Error> errors = schema.validate(json.readTree(payload));
    if (errors.isEmpty()) {
      return;
    }
    LOG.error("An event of type {} breaks its contract: {}", type.value(), errors);
    Problems problems = new Problems();
    errors.forEach(
        error -> problems.add(error.getInstanceLocation().toString(), "", error.getMessage()));
    throw problems.refused("What this does cannot be told as " + type.value());
  }

  private Schema read(EventType type) {
    String path =
        "/contracts/%s.v%d.schema.json"
            .formatted(type.value().replaceFirst("\\.", "/"), type.version());
    try (InputStream text = getClass().getResourceAsStream(path)) {
      if (text == null) {
        throw new IllegalStateException("There is no contract " + path + ": write it");
      }
      return REGISTRY.getSchema(json.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
