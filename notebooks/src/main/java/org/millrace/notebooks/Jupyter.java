package org.millrace.notebooks;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Jupyter's nbconvert in its own Python environment with the Java kernel. The kernel starts with
 * the class path of this module: notebooks need no download and see pinned versions.
 */
final class Jupyter {

  static final String KERNEL = "millrace-java";

  private static final String KERNEL_JAR = "rapaio-jupyter-kernel";
  private static final String START_RACE = "Kernel didn't respond in";
  private static final int TRIES = 8;

  private final Path environment;
  private final String classPath;

  private Jupyter(Path environment, String classPath) {
    this.environment = environment;
    this.classPath = classPath;
  }

  /** Installs what is missing; a second call finds everything in place. */
  static Jupyter installed(Path environment, Path requirements, String classPath)
      throws IOException, InterruptedException {
    Path stamp = environment.resolve("installed.txt");
    String wanted = Files.readString(requirements);
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
      System.out.println("Installing Jupyter into " + environment + " (once, about a minute) …");
      Files.createDirectories(environment);
      require(List.of("python3", "-m", "venv", environment.toString()));
      String pip = environment.resolve("bin/pip").toString();
      require(
          List.of(
              pip,
              "install",
              "--quiet",
              "--disable-pip-version-check",
              "-r",
              requirements.toString()));
      Files.writeString(stamp, wanted);
    }
    Jupyter jupyter = new Jupyter(environment, classPath);
    jupyter.writeKernel();
    return jupyter;
  }

  /**
   * Runs a notebook and writes the executed copy; false when a cell fails. The kernel sometimes
   * does not answer when it starts; that alone is tried again.
   */
  boolean execute(Path notebook, Path result, Map<String, String> variables)
      throws IOException, InterruptedException {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Process process = start(notebook, result, variables);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        return true;
      }
      if (!output.contains(START_RACE) || attempt == TRIES) {
        System.out.println(output);
        return false;
      }
      System.out.println("The Java kernel did not answer at start; trying again …");
    }
    return false;
  }

  private Process start(Path notebook, Path result, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            environment.resolve("bin/python").toString(),
            "-m",
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            notebook.toAbsolutePath().toString(),
            "--output-dir",
            requireNonNull(result.toAbsolutePath().getParent(), "the copy is a file").toString(),
            "--output",
            result.getFileName().toString(),
            "--ExecutePreprocessor.kernel_name=" + KERNEL,
            "--ExecutePreprocessor.timeout=300",
            "--ExecutePreprocessor.startup_timeout=40");
    builder.environment().putAll(variables);
    builder.environment().put("JUPYTER_PATH", environment.resolve("share/jupyter").toString());
    builder.environment().put("JUPYTER_PLATFORM_DIRS", "1");
    builder.environment().put("RJK_CLASSPATH", libraries());
    return builder.redirectErrorStream(true).start();
  }

  private void writeKernel() throws IOException {
    Path folder = environment.resolve("share/jupyter/kernels").resolve(KERNEL);
    Files.createDirectories(folder);
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    Files.writeString(
        folder.resolve("kernel.json"),
        """
        {
          "argv": ["%s", "-Xmx512m", "-jar", "%s", "{connection_file}"],
          "display_name": "Java (Millrace)",
          "language": "java",
          "interrupt_mode": "message",
          "env": {}
        }
        """
            .formatted(java, kernelJar()));
  }

  private String kernelJar() {
    return entries(classPath).stream()
        .filter(entry -> entry.contains(KERNEL_JAR))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No %s jar on the class path; run by ./millrace notebook after a build"
                        .formatted(KERNEL_JAR)));
  }

  private String libraries() {
    return entries(classPath).stream()
        .filter(entry -> !entry.contains(KERNEL_JAR))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(";"));
  }

  private static List<String> entries(String classPath) {
    return new ArrayList<>(Arrays.asList(classPath.split(File.pathSeparator)));
  }

  private static void require(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "Could not install Jupyter: [%s] failed, see above. It needs python3 with venv and a"
                  .formatted(String.join(" ", command))
              + " package index; set PIP_INDEX_URL for a mirror");
    }
  }
}
