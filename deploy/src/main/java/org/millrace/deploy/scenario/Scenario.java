package org.millrace.deploy.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.supervisor.Watcher;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Acts scenarios against the running instance. */
@Command(
    name = "scenario",
    description = "Act scenarios that are given as data, and compare what comes of them.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = Scenario.Run.class)
public final class Scenario implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** The cases of files. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = {
        "Act the cases of JSON files through the API of the running instance, each in a",
        "company of its own, and tell by case what was expected and what came.",
        "A word that is not known is an error. Exit status 1 when a case differs.",
        "What a file can say: deploy/scenario/README.md"
      })
  static final class Run implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files with a list of cases.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Tell it as JSON.")
    private boolean isJson;

    @Option(names = "--only", paramLabel = "ID", description = "Only the case of that id.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
      Home home = Home.ofEnvironment(System.getenv());
      if (!Watcher.isWatching(home)) {
        throw new Refusal("Millrace is not running here. Start it: ./millrace up");
      }
      for (Path file : files) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
          throw new Refusal("Cannot read the file " + file + ". Nothing was run.");
        }
      }
      return new ProcessBuilder(command(home)).inheritIO().start().waitFor();
    }

    private List<String> command(Home home) {
      Ports ports = Ports.stored(home).orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
      List<String> command =
          new ArrayList<>(
              List.of(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  PartProcess.classpath(home, "deploy/scenario"),
                  "org.millrace.scenario.ScenarioRun",
                  "--core-url",
                  ports.coreUrl(),
                  "--secrets",
                  new Secrets(home.secrets()).folder().toString()));
      if (isJson) {
        command.add("--json");
      }
      only.forEach(id -> command.addAll(List.of("--only", id)));
      files.forEach(file -> command.add(file.toString()));
      return command;
    }
  }
}
