package org.millrace.exchange.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.exchange.layout.ListMapping;
import org.millrace.exchange.layout.ListMappingFile;
import org.millrace.exchange.layout.MappingLines;
import org.millrace.outbox.Acting;
import org.millrace.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MappingsJdbc implements Mappings {
  private static final String SALES_HISTORY = "sales-history";
  private static final String FOLDER = "/mappings/";

  private final JdbcClient jdbc;

  MappingsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Mapping named(String nameOrId) {
    return MappingLines.reading(text(nameOrId), MappingFile::read);
  }

  @Override
  public ListMapping ofList(String nameOrId) {
    return ListMappingFile.read(text(nameOrId));
  }

  private String text(String nameOrId) {
    return shipped(nameOrId)
        .or(() -> kept(nameOrId))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no mapping '%s'. Shipped are: %s. Bring your own as a YAML file."
                        .formatted(nameOrId, String.join(", ", names()))));
  }

  @Override
  public List<Shipped> shipped() {
    return names().stream()
        .map(
            name -> {
              String text = text(name);
              boolean isOfList = ListMappingFile.isOfList(text);
              return new Shipped(
                  name, isOfList ? ListMappingFile.read(text).kind() : SALES_HISTORY);
            })
        .toList();
  }

  /** One name a line. */
  private static List<String> names() {
    return resource("names.txt").orElseThrow().lines().filter(line -> !line.isBlank()).toList();
  }

  @Override
  public String keep(String yaml) {
    if (ListMappingFile.isOfList(yaml)) {
      ListMappingFile.read(yaml);
    } else {
      MappingLines.reading(yaml, MappingFile::read);
    }
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
    return name.matches("[a-z0-9-]{1,60}") ? resource(name + ".yaml") : Optional.empty();
  }

  private static Optional<String> resource(String file) {
    try (InputStream in = MappingsJdbc.class.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
