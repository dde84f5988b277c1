package org.millrace.exchange.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** In which line of a mapping file each key stands, so that a refusal can say it. */
public final class MappingLines {
  private final Map<String, Integer> lines = new HashMap<>();

  private MappingLines() {}

  /**
   * Reads a mapping; what is wrong with it is told with its line.
   *
   * @throws Refused as the reader does, each field with its line behind
   */
  public static <T> T reading(String yaml, Function<String, T> reader) {
    try {
      return reader.apply(yaml);
    } catch (Refused refused) {
      throw told(yaml, refused);
    }
  }

  private static Refused told(String yaml, Refused refused) {
    if (refused.problems().isEmpty()) {
      return refused;
    }
    MappingLines places = of(yaml);
    List<Problem> problems =
        refused.problems().stream()
            .map(p -> new Problem(places.placed(p.field()), p.value(), p.expected()))
            .toList();
    String message = refused.getMessage();
    int title = message.indexOf(": ");
    return Refused.invalid(title < 0 ? message : message.substring(0, title), problems);
  }

  private static MappingLines of(String yaml) {
    MappingLines places = new MappingLines();
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel("mapping").build()).composeString(yaml);
      root.ifPresent(node -> places.add("", node));
    } catch (YamlEngineException e) {
      // what is wrong there is told by the reader
    }
    return places;
  }

  private void add(String path, Node node) {
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          String place = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
          key.getStartMark().ifPresent(mark -> lines.put(place, mark.getLine() + 1));
          add(place, tuple.getValueNode());
        }
      }
    }
  }

  /** The key with its line, or with that of what it would stand in. */
  private String placed(String field) {
    for (String at = field; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
      Integer line = lines.get(at);
      if (line != null) {
        return field + ", line " + line;
      }
    }
    return field;
  }
}
