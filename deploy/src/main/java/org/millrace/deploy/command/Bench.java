package org.millrace.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Runs a benchmark from the folder benchmarks. */
@Command(
    name = "bench",
    description = {
      "Run a benchmark: a folder below benchmarks/ with a run.sh and a README of figures seen.",
      "It prints the figure, the limit or peer beside it, and their ratio."
    })
final class Bench implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "Such as freshness or import.")
  private String name = "";

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Instance.here();
    Path script = home.root().resolve("benchmarks").resolve(name).resolve("run.sh");
    if (!Files.exists(script)) {
      try (Stream<Path> folders = Files.list(home.root().resolve("benchmarks"))) {
        List<String> known =
            folders
                .filter(Files::isDirectory)
                .map(f -> f.getFileName().toString())
                .sorted()
                .toList();
        throw new Refusal("There is no benchmark '" + name + "'. Known: " + known);
      }
    }
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
