package org.millrace.dashboards.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One YAML file with the lines of its parts; problems go to the list that all files share. */
public final class YamlFile {
  private final Path path;
  private final List<Problem> problems;
  private final Node empty = new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);

  public YamlFile(Path path, List<Problem> problems) {
    this.path = path;
    this.problems = problems;
  }

  /** The keys of the file; empty when it cannot be read at all, which is then reported. */
  public Optional<Fields> fields() {
    return root().map(root -> new Fields(this, root));
  }

  /** Another file, by its way from the folder of this one. */
  Optional<YamlFile> beside(String way) {
    Path other = path.resolveSibling(way).normalize();
    return Optional.of(other).filter(Files::isRegularFile).map(o -> new YamlFile(o, problems));
  }

  /** Stands for a part that is missing and already reported. */
  Node empty() {
    return empty;
  }

  void problem(Node at, String message) {
    problems.add(new Problem(path, at.getStartMark().map(m -> m.getLine() + 1).orElse(1), message));
  }

  private Optional<Node> root() {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(path.toString()).setAllowDuplicateKeys(false).build();
      Optional<Node> root = new Compose(settings).composeString(Files.readString(path));
      if (root.isEmpty()) {
        problems.add(new Problem(path, 1, "the file is empty"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      problems.add(new Problem(path, line, "not readable as YAML: " + e.getProblem()));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
