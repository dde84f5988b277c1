package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a scenario that remembers which of its fields were read, so that one nobody asked
 * for is found. Numbers are decimals as they are written.
 */
public final class Fields {
  private final String where;
  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  /** The object, with the words that tell where it stands. */
  public Fields(String where, JsonNode node) {
    if (!node.isObject()) {
      throw new BadScenario(where + ": '" + node + "', expected an object");
    }
    this.where = where;
    this.node = node;
  }

  /** Where it stands, for messages. */
  public String where() {
    return where;
  }

  /** Whether the field is there; that it was read is not noted. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** The names of all fields, as they are written. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The field as it is written; nothing where it is absent. */
  public Optional<JsonNode> find(String name) {
    read.add(name);
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  /** The field, which must be there. */
  public JsonNode get(String name) {
    return find(name)
        .orElseThrow(() -> new BadScenario(where + ": the field '" + name + "' is missing"));
  }

  /** The objects of a field that is a list; none where it is absent. */
  public List<Fields> objects(String name) {
    List<Fields> found = new ArrayList<>();
    Iterator<JsonNode> each =
        find(name).map(JsonNode::elements).orElse(List.<JsonNode>of().iterator());
    while (each.hasNext()) {
      found.add(new Fields("%s, %s %d".formatted(where, name, found.size() + 1), each.next()));
    }
    return found;
  }

  /** Whether the field is an object. */
  public boolean isObject(String name) {
    return node.path(name).isObject();
  }

  /** The object of a field. */
  public Optional<Fields> object(String name) {
    return find(name).map(value -> new Fields(where + ", " + name, value));
  }

  /** The text of a field, which must be there. */
  public String text(String name) {
    return get(name).asText();
  }

  /** The text of a field. */
  public Optional<String> findText(String name) {
    return find(name).map(JsonNode::asText);
  }

  /** The number of a field, which must be there. */
  public BigDecimal number(String name) {
    return decimal(where + ", " + name, get(name));
  }

  /** The number of a field. */
  public Optional<BigDecimal> findNumber(String name) {
    return find(name).map(value -> decimal(where + ", " + name, value));
  }

  /** The day of a field, such as 2026-05-11. */
  public LocalDate day(String name) {
    String text = text(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadScenario(where + ", " + name + ": '" + text + "', expected a day", e);
    }
  }

  /**
   * Refuses what nobody read.
   *
   * @throws UnknownWord naming the first field that was not asked for
   */
  public void refuseUnread() {
    for (String name : names()) {
      if (!read.contains(name)) {
        throw new UnknownWord(where, name);
      }
    }
  }

  /** The decimal that a node is. */
  public static BigDecimal decimal(String where, JsonNode value) {
    if (!value.isNumber()) {
      throw new BadScenario(where + ": '" + value.asText() + "', expected a number");
    }
    return value.decimalValue();
  }
}
