package org.millrace.exchange.export;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.millrace.document.custom.CustomField;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON array of objects, one a row. The columns {@code lines.item}, {@code lines.quantity} are
 * objects in a list {@code lines}: rows that differ in those alone are one document.
 */
final class JsonOut implements RowsOut {
  private final JsonGenerator json;
  private List<?> header = List.of();
  private boolean hasLists;
  private Map<String, Object> open = Map.of();
  private final Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();
  private boolean isOpen;

  JsonOut(OutputStream out) {
    json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartArray();
  }

  @Override
  public void line(List<?> values) {
    if (header.isEmpty()) {
      header = List.copyOf(values);
      hasLists = header.stream().anyMatch(column -> ofList(column.toString()) >= 0);
      return;
    }
    Map<String, Object> head = new LinkedHashMap<>();
    Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
    for (int at = 0; at < header.size(); at++) {
      String column = header.get(at).toString();
      int dot = ofList(column);
      Map<String, Object> place =
          dot < 0
              ? head
              : entries.computeIfAbsent(column.substring(0, dot), n -> new LinkedHashMap<>());
      Object value = values.get(at);
      if (value != null) {
        place.put(column.substring(dot + 1), value);
      }
    }
    if (!isOpen || !hasLists || !head.equals(open)) {
      end();
      open = head;
      isOpen = true;
    }
    entries.forEach(
        (list, entry) -> {
          List<Map<String, Object>> all = lists.computeIfAbsent(list, name -> new ArrayList<>());
          if (!entry.isEmpty()) {
            all.add(entry);
          }
        });
  }

  /** Where the name of the list ends that a column is of; custom fields are of the document. */
  private static int ofList(String column) {
    return column.startsWith(CustomField.BEFORE) ? -1 : column.indexOf('.');
  }

  private void end() {
    if (isOpen) {
      json.writeStartObject();
      open.forEach(this::field);
      lists.forEach(
          (list, entries) -> {
            json.writeArrayPropertyStart(list);
            for (Map<String, Object> entry : entries) {
              json.writeStartObject();
              entry.forEach(this::field);
              json.writeEndObject();
            }
            json.writeEndArray();
          });
      json.writeEndObject();
      json.writeRaw('\n');
      lists.clear();
    }
  }

  private void field(String name, Object value) {
    json.writeName(name);
    if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(Objects.toString(value));
    }
  }

  @Override
  public void close() {
    end();
    json.writeEndArray();
    json.close();
  }
}
