package org.millrace.dashboards.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The keys of one YAML mapping. Reading marks a key as known; what nobody read is reported by
 * {@link #end()}.
 */
public final class Fields {
  private final YamlFile file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  Fields(YamlFile file, Node node) {
    this.file = file;
    this.node = node;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        keys.put(key, tuple.getKeyNode());
        values.put(key, tuple.getValueNode());
      }
    } else {
      file.problem(node, "expected keys with values here");
    }
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The text of a key that must be there. */
  public String text(String key) {
    return required(key).map(n -> scalar(key, n)).orElse("");
  }

  /** The text of a key that may be there. */
  public Optional<String> optional(String key) {
    return node(key).map(n -> scalar(key, n));
  }

  /** A number of a key that may be there, from 1 to the highest. */
  public int number(String key, int otherwise, int highest) {
    Optional<Node> found = node(key);
    if (found.isEmpty()) {
      return otherwise;
    }
    String text = scalar(key, found.get());
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > highest) {
      file.problem(found.get(), key + " is a number from 1 to " + highest + ", not '" + text + "'");
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  /** A list of texts; one text alone is a list of one. */
  public List<String> texts(String key) {
    Optional<Node> found = node(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get() instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(n -> scalar(key, n)).toList();
    }
    return List.of(scalar(key, found.get()));
  }

  /** The mapping of a key that must be there. */
  public Fields fields(String key) {
    return required(key)
        .map(n -> new Fields(file, n))
        .orElseGet(() -> new Fields(file, file.empty()));
  }

  /** The mapping of a key that may be there. */
  public Optional<Fields> optionalFields(String key) {
    return node(key).map(n -> new Fields(file, n));
  }

  /** The keys of another file that the value names without its ending. */
  Optional<Fields> file(String key, String folder) {
    String name = text(key);
    end();
    Optional<YamlFile> other = file.beside(folder + "/" + name + ".yaml");
    if (other.isEmpty()) {
      problem(key, "no file '" + name + ".yaml' in " + folder);
    }
    return other.flatMap(YamlFile::fields);
  }

  /** The mappings of a list that must be there. */
  public List<Fields> list(String key) {
    return items(key).stream().map(n -> new Fields(file, n)).toList();
  }

  List<List<Fields>> rows(String key) {
    List<List<Fields>> rows = new ArrayList<>();
    for (Node row : items(key)) {
      if (row instanceof SequenceNode sequence) {
        rows.add(sequence.getValue().stream().map(n -> new Fields(file, n)).toList());
      } else {
        file.problem(row, key + " is a list of lists");
      }
    }
    return rows;
  }

  /** A text in both languages that must be there. */
  public Label label(String key) {
    Optional<Node> found = required(key);
    return found.isEmpty() ? new Label("", "") : label(new Fields(file, found.get()));
  }

  /** A text in both languages that may be there. */
  public Optional<Label> optionalLabel(String key) {
    return has(key) ? Optional.of(label(key)) : Optional.empty();
  }

  private static Label label(Fields fields) {
    Label label = new Label(fields.text("en"), fields.text("zh"));
    fields.end();
    return label;
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return required(key).flatMap(n -> choice(key, n, type)).orElse(type.getEnumConstants()[0]);
  }

  <E extends Enum<E>> E choice(String key, E otherwise) {
    return node(key).flatMap(n -> choice(key, n, otherwise.getDeclaringClass())).orElse(otherwise);
  }

  <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    return node(key).isEmpty()
        ? List.of()
        : items(key).stream().flatMap(n -> choice(key, n, type).stream()).toList();
  }

  /** Reads a text and reports what the reader refuses at its line. */
  <T> Optional<T> read(String key, Function<String, T> reader) {
    return required(key).flatMap(n -> attempt(n, scalar(key, n), reader));
  }

  <T> List<T> readAll(String key, Function<String, T> reader) {
    return texts(key).stream().flatMap(t -> attempt(at(key), t, reader).stream()).toList();
  }

  /**
   * Whether this mapping's other keys may be anything; used for conditions, whose keys are columns.
   */
  public Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    values.keySet().forEach(key -> columns.put(key, texts(key)));
    return columns;
  }

  /** Columns of a table with the values that rows must have. */
  List<Metric.Condition> conditions(String key, MartTables tables, String table) {
    List<Metric.Condition> conditions = new ArrayList<>();
    optionalFields(key)
        .map(Fields::columns)
        .orElse(Map.of())
        .forEach(
            (column, values) -> {
              require(key, tables, table, column);
              conditions.add(new Metric.Condition(column, new TreeSet<>(values)));
            });
    return conditions;
  }

  /** Reports a column that the table lacks; an unknown table is reported elsewhere. */
  void require(String key, MartTables tables, String table, String column) {
    if (tables.has(table) && !tables.has(table, column)) {
      problem(
          key, "table " + table + " has no column '" + column + "'; it has " + tables.of(table));
    }
  }

  /** Reports what is wrong with the value of a key, at its line. */
  public void problem(String key, String message) {
    file.problem(at(key), message);
  }

  Node at(String key) {
    return values.getOrDefault(key, node);
  }

  /** The names of all keys, which then count as known. */
  public Set<String> names() {
    known.addAll(keys.keySet());
    return Set.copyOf(keys.keySet());
  }

  /** Reports keys that nobody has read. */
  public void end() {
    for (String key : keys.keySet()) {
      if (!known.contains(key)) {
        file.problem(
            keys.get(key),
            "unknown key '" + key + "'; known here: " + known.stream().sorted().toList());
      }
    }
  }

  private Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private Optional<Node> required(String key) {
    Optional<Node> found = node(key);
    if (found.isEmpty() && !node.equals(file.empty())) {
      file.problem(node, "the key '" + key + "' is missing");
    }
    return found;
  }

  private List<Node> items(String key) {
    Optional<Node> found = required(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    file.problem(found.get(), key + " is a list");
    return List.of();
  }

  private <E extends Enum<E>> Optional<E> choice(String key, Node found, Class<E> type) {
    String text = scalar(key, found);
    List<String> allowed = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      allowed.add(name);
      if (name.equals(text)) {
        return Optional.of(constant);
      }
    }
    file.problem(found, key + " is one of " + allowed + ", not '" + text + "'");
    return Optional.empty();
  }

  private String scalar(String key, Node found) {
    if (found instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().trim();
    }
    file.problem(found, key + " needs a text");
    return "";
  }

  private <T> Optional<T> attempt(Node found, String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException refused) {
      file.problem(found, String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }
}
