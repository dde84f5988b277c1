package org.millrace.deploy.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millrace.deploy.part.PartProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The way to a firm's own Apache Superset. */
@Command(
    name = "superset",
    description = "Bring the boards into an Apache Superset.",
    subcommands = Superset.Publish.class)
final class Superset {

  private Superset() {}

  /** Publishes the boards; a second time changes nothing. */
  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = {
        "Bring all boards into an Apache Superset by its REST API; the charts read the marts.",
        "Publishing twice changes nothing the second time."
      })
  static final class Publish implements Callable<Integer> {

    @Option(names = "--url", required = true, description = "Such as http://127.0.0.1:8088")
    private String url = "";

    @Option(names = "--user", description = "Default: admin.")
    private String user = "admin";

    @Option(names = "--password-file", required = true, description = "One line.")
    private Path passwordFile = Path.of("");

    @Option(
        names = "--database-url",
        description = {
          "How Superset reaches the marts, as SQLAlchemy writes it, without a password.",
          "Default: this instance's, as role reader."
        })
    private Optional<String> databaseUrl = Optional.empty();

    @Option(names = "--language", description = "en or zh. Default: en.")
    private String language = "en";

    @Option(names = "--dry-run", description = "Tell what would change; change nothing.")
    private boolean isDryRun;

    @Option(names = "--prune", description = "Delete boards of ours that are no longer defined.")
    private boolean isPruning;

    @Override
    public Integer call() throws IOException, InterruptedException {
      Instance instance = Instance.running();
      String marts =
          databaseUrl.orElse(
              "postgresql://reader@127.0.0.1:" + instance.ports().postgres() + "/millrace");
      List<String> command =
          new ArrayList<>(
              List.of(
                  ProcessHandle.current().info().command().orElse("java"),
                  "-Xmx256m",
                  "-cp",
                  PartProcess.classpath(instance.home(), "dashboards"),
                  "org.millrace.dashboards.superset.PublishBoards",
                  "--url",
                  url,
                  "--user",
                  user,
                  "--password-file",
                  passwordFile.toString(),
                  "--database-url",
                  marts,
                  "--database-password-file",
                  instance.secrets().file("reader.password").toString(),
                  "--language",
                  language));
      if (isDryRun) {
        command.add("--dry-run");
      }
      if (isPruning) {
        command.add("--prune");
      }
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
  }
}
