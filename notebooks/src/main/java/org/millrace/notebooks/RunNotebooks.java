package org.millrace.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs notebooks headless and keeps the executed copies; ends with 1 and the notebook's error when
 * one fails. Arguments are names such as {@code sales/01-who-stopped-buying}; none means all.
 */
public final class RunNotebooks {

  private final Path folder;
  private final Path results;
  private final Jupyter jupyter;

  RunNotebooks(Path folder, Path results, Jupyter jupyter) {
    this.folder = folder;
    this.results = results;
    this.jupyter = jupyter;
  }

  /** See the class. */
  public static void main(String[] names) throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    Path root = Path.of(Gold.required(environment, "MILLRACE_ROOT", "the checkout's folder"));
    Path home = Path.of(environment.getOrDefault("MILLRACE_HOME", root.resolve("var").toString()));
    Path folder = root.resolve("notebooks");
    Jupyter jupyter =
        Jupyter.installed(
            home.resolve("venv/notebooks"),
            folder.resolve("requirements.txt"),
            System.getProperty("java.class.path"));
    RunNotebooks run = new RunNotebooks(folder, home.resolve("notebooks"), jupyter);
    System.exit(run.run(List.of(names), environment) ? 0 : 1);
  }

  boolean run(List<String> names, Map<String, String> environment)
      throws IOException, InterruptedException {
    boolean isGood = true;
    for (Path notebook : notebooks(names)) {
      Path result = results.resolve(folder.relativize(notebook));
      Files.createDirectories(result.getParent());
      System.out.println("Running " + folder.relativize(notebook) + " …");
      boolean isDone = jupyter.execute(notebook, result, environment);
      System.out.println(isDone ? "Passed; executed copy: " + result : "Failed: " + notebook);
      isGood &= isDone;
    }
    return isGood;
  }

  private List<Path> notebooks(List<String> names) throws IOException {
    if (names.isEmpty()) {
      return all(folder);
    }
    List<Path> found =
        names.stream()
            .map(name -> folder.resolve(name.endsWith(".ipynb") ? name : name + ".ipynb"))
            .toList();
    for (Path notebook : found) {
      if (!Files.isRegularFile(notebook)) {
        throw new IllegalArgumentException(
            "There is no notebook %s; there are %s".formatted(notebook, all(folder)));
      }
    }
    return found;
  }

  static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(file -> file.toString().endsWith(".ipynb"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
