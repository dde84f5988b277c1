package org.millrace.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.part.Parts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the end of a part's log. */
@Command(name = "logs", description = "Print the end of a part's log.")
final class Logs implements Callable<Integer> {

  @Parameters(
      paramLabel = "PART",
      description = "postgres, core, warehouse, ingestion, cockpit or supervisor.")
  private String part = "";

  @Option(names = "-n", paramLabel = "LINES", defaultValue = "100", description = "How many lines.")
  private int lines;

  @Option(names = "-f", description = "Go on printing what is added, until interrupted.")
  private boolean isFollowing;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Parts.NAMES.contains(part) && !part.equals("supervisor")) {
      throw new Refusal(
          "There is no part '%s'. Parts: %s, supervisor"
              .formatted(part, String.join(", ", Parts.NAMES)));
    }
    Path log = Instance.here().log(part);
    if (!Files.exists(log)) {
      throw new Refusal("No log yet at " + log + ". Start Millrace: ./millrace up");
    }
    List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
    if (isFollowing) {
      command.add("-F");
    }
    command.add(log.toString());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
