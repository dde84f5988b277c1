package org.millrace.exchange.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.millrace.outbox.Acting;
import org.millrace.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MappingsJdbc implements Mappings {
  private static final String SHIPPED = "online-retail";

  private final JdbcClient jdbc;

  MappingsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Mapping named(String nameOrId) {
    return shipped(nameOrId)
        .or(() -> kept(nameOrId))
        .map(MappingFile::read)
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no mapping '%s'. Shipped is: %s. Bring your own as a YAML file."
                        .formatted(nameOrId, SHIPPED)));
  }

  @Override
  public String keep(String yaml) {
    MappingFile.read(yaml);
    UUID hash = UUID.nameUUIDFromBytes(yaml.getBytes(StandardCharsets.UTF_8));
    String id = "own-" + hash;
    jdbc.sql(
            """
            insert into exchange.mapping(id, text, added_by) values (:id, :text, :actor)
            on conflict do nothing
            """)
        .param("id", id)
        .param("text", yaml)
        .param("actor", Acting.actor())
        .update();
    return id;
  }

  private Optional<String> kept(String id) {
    return jdbc.sql("select text from exchange.mapping where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  private static Optional<String> shipped(String name) {
    if (!name.matches("[a-z0-9-]{1,60}")) {
      return Optional.empty();
    }
    try (InputStream in = MappingsJdbc.class.getResourceAsStream("/mappings/" + name + ".yaml")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
