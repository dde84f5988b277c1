package org.millrace.warehouse.catalog.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A YAML value that knows its file and line, and reports what is wrong with it there. */
public final class YamlNode {
  private final Path file;
  private final Optional<Node> node;
  private final int line;
  private final List<String> problems;

  private YamlNode(Path file, Optional<Node> node, int line, List<String> problems) {
    this.file = file;
    this.node = node;
    this.line = line;
    this.problems = problems;
  }

  /** The root of a file; one that is no YAML is a problem, and has no fields. */
  public static YamlNode read(Path file, List<String> problems) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setLabel(file.toString()).build();
    try (Reader reader = Files.newBufferedReader(file)) {
      var parser = new ParserImpl(settings, new StreamReader(settings, reader));
      Optional<Node> root = new Composer(settings, parser).getSingleNode();
      if (root.isEmpty()) {
        problems.add(file + ":1: the file is empty");
      }
      return new YamlNode(file, root, 1, problems);
    } catch (MarkedYamlEngineException broken) {
      int at = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(file + ":" + at + ": not YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      problems.add(file + ":1: not YAML: " + broken.getMessage());
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read " + file, failed);
    }
    return new YamlNode(file, Optional.empty(), 1, problems);
  }

  /** Tells what is wrong, with file and line. */
  public void problem(String text) {
    problems.add(file + ":" + line + ": " + text);
  }

  /** True where the file says something here. */
  public boolean isPresent() {
    return node.isPresent();
  }

  /** True for one value. */
  public boolean isText() {
    return node.filter(ScalarNode.class::isInstance).isPresent();
  }

  /** True for fields with values. */
  public boolean isMapping() {
    return node.filter(MappingNode.class::isInstance).isPresent();
  }

  /** The fields by name; one that stands twice is a problem. */
  public Map<String, YamlNode> fields() {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    if (node.isEmpty()) {
      return fields;
    }
    if (node.get() instanceof MappingNode mapping) {
      for (var pair : mapping.getValue()) {
        int at = lineOf(pair.getKeyNode());
        String name = ((ScalarNode) pair.getKeyNode()).getValue();
        var field = new YamlNode(file, Optional.of(pair.getValueNode()), at, problems);
        if (fields.put(name, field) != null) {
          field.problem("'" + name + "' stands twice; keep one");
        }
      }
    } else {
      problem("expected fields (name: value)");
    }
    return fields;
  }

  /** The fields, after refusing those that are not known. */
  public Map<String, YamlNode> fields(List<String> known) {
    Map<String, YamlNode> fields = fields();
    fields.forEach(
        (name, field) -> {
          if (!known.contains(name)) {
            field.problem("unknown field '" + name + "'; known are " + String.join(", ", known));
          }
        });
    return fields;
  }

  /** One of those fields; an absent one can be asked too, and is told at this line. */
  public YamlNode field(Map<String, YamlNode> fields, String name) {
    return fields.getOrDefault(name, new YamlNode(file, Optional.empty(), line, problems));
  }

  /** One line of text; none is a problem. */
  public String text(String what) {
    if (node.isPresent() && node.get() instanceof ScalarNode scalar) {
      if (!scalar.getValue().isBlank()) {
        return scalar.getValue();
      }
    }
    problem(what + " is missing; write one line of text");
    return "";
  }

  /** The entries of a list; none where nothing is given. */
  public List<YamlNode> items(String what) {
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(each -> new YamlNode(file, Optional.of(each), lineOf(each), problems))
          .toList();
    }
    problem(what + " must be a list, such as [a, b]");
    return List.of();
  }

  /** One text alone, or a list of them; none where nothing is given. */
  public List<String> textOrTexts(String what) {
    return isText() ? List.of(text(what)) : texts(what);
  }

  /** The entries of a list of texts; none where nothing is given. */
  public List<String> texts(String what) {
    return items(what).stream().map(each -> each.text("an entry of " + what)).toList();
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
