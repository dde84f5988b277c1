package org.millrace.deploy.bronze;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Reads the events that the lake lacks again. */
@Command(
    name = "repair",
    description = {
      "Read the events that ./millrace verify names again from the books and add them to bronze.",
      "Silver, gold and the boards follow by themselves. The house may run, its PostgreSQL must."
    })
public final class Repair implements Callable<Integer> {

  @Override
  public Integer call() throws Exception {
    return BronzeProcess.run("repair");
  }
}
