package org.millrace.document;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events of a document and compares each with the one before. */
@Component
class DocumentHistoryJdbc implements DocumentHistory {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  DocumentHistoryJdbc(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Event(Entry entry, JsonNode payload) {}

  @Override
  public <T extends Record> List<Entry> of(DocumentKind<T> kind, Versioned<T> document) {
    String number = kind.mapping().number(document.document()).value();
    String field = kind.mapping().field(kind.key());
    List<Event> events =
        jdbc.sql(
                """
                select aggregate_version, type, actor, occurred_at, recorded_at, payload
                from outbox.event where aggregate_id = ? order by aggregate_version
                """)
            .param(kind.aggregateId(document))
            .query(
                (row, i) -> {
                  JsonNode payload = json.readTree(row.getString("payload"));
                  return new Event(
                      new Entry(
                          row.getLong("aggregate_version"),
                          row.getString("type"),
                          row.getString("actor"),
                          row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                          row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                          reason(payload),
                          List.of()),
                      payload);
                })
            .list();
    Set<String> hidden = kind.hiddenIn(document.company());
    List<Entry> entries = new ArrayList<>();
    Map<String, JsonNode> before = Map.of();
    for (Event event : events) {
      Optional<JsonNode> told = document(event.payload(), field, number);
      if (told.isPresent() && isReversal(told.get(), number)) {
        Optional<JsonNode> by = told.map(reversal -> reversal.path(field));
        entries.add(with(event.entry(), List.of(new Changed("reversedBy", Optional.empty(), by))));
      } else if (told.isPresent()) {
        Map<String, JsonNode> after = untold(told.get(), before);
        flatten("", told.get(), after);
        flatten("custom", event.payload().path("custom"), after);
        after.keySet().removeIf(each -> hidden.contains(each.replaceAll("\\.\\d+", "")));
        entries.add(with(event.entry(), changes(before, after)));
        before = after;
      }
    }
    Collections.reverse(entries);
    return entries;
  }

  private static Optional<String> reason(JsonNode payload) {
    return Stream.concat(Stream.of(payload), payload.valueStream())
        .map(told -> told.path("reason").asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** The payload, or the object of it, that has the number or reverses what has it. */
  private static Optional<JsonNode> document(JsonNode payload, String field, String number) {
    return Stream.concat(Stream.of(payload), payload.valueStream())
        .filter(
            told ->
                Stream.of(field, "reverses")
                    .anyMatch(name -> told.path(name).asString("").equals(number)))
        .findFirst();
  }

  private static boolean isReversal(JsonNode told, String number) {
    return told.path("reverses").asString("").equals(number);
  }

  /** The lines of lists that an event leaves out: it says nothing of them. */
  private static Map<String, JsonNode> untold(JsonNode told, Map<String, JsonNode> before) {
    Map<String, JsonNode> untold = new TreeMap<>(before);
    untold
        .keySet()
        .removeIf(
            field ->
                !field.matches("\\w+\\.\\d+\\b.*") || told.has(field.replaceFirst("\\..*", "")));
    return untold;
  }

  private static void flatten(String path, JsonNode node, Map<String, JsonNode> to) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e ->
                  flatten(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), to));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "." + (i + 1), node.get(i), to);
      }
    } else {
      to.put(path, node);
    }
  }

  private static List<Changed> changes(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    TreeSet<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    return fields.stream()
        .map(
            field ->
                new Changed(
                    field,
                    Optional.ofNullable(before.get(field)),
                    Optional.ofNullable(after.get(field))))
        .filter(changed -> !changed.before().equals(changed.after()))
        .toList();
  }

  private static Entry with(Entry entry, List<Changed> changes) {
    return new Entry(
        entry.version(),
        entry.event(),
        entry.actor(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.reason(),
        changes);
  }
}
