package org.millrace.deploy.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a Java notebook without a browser. */
@Command(
    name = "notebook",
    description = {
      "Run the Java notebooks headless over the gold tables of this instance.",
      "The executed notebooks are kept below var/notebooks."
    })
final class Notebook implements Callable<Integer> {

  @Parameters(
      paramLabel = "NOTEBOOK",
      arity = "0..*",
      description = "Such as sales/01-who-stopped-buying. Default: all.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Instance instance = Instance.running();
    List<String> command = new ArrayList<>();
    command.add(instance.home().root().resolve("notebooks/run.sh").toString());
    command.addAll(names);
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("MILLRACE_ROOT", instance.home().root().toString());
    builder.environment().put("MILLRACE_HOME", instance.home().dir().toString());
    builder.environment().put("MILLRACE_LAKE", instance.home().lake());
    builder.environment().put("MILLRACE_DATABASE_URL", instance.ports().jdbcUrl());
    builder
        .environment()
        .put(
            "MILLRACE_DATABASE_PASSWORD_FILE",
            instance.secrets().file("reader.password").toString());
    return builder.start().waitFor();
  }
}
