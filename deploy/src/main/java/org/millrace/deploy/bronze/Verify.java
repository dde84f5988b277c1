package org.millrace.deploy.bronze;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Names the recorded events that the lake lacks. */
@Command(
    name = "verify",
    description = {
      "Hold every event of the books against bronze in the lake and name what is missing.",
      "Reads all of bronze; the house may run, its PostgreSQL must.",
      "Exit status: 0 all there, 1 some missing, 2 bronze cannot be read."
    })
public final class Verify implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    return BronzeProcess.run();
  }
}
