package org.millrace.deploy.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;
import org.millrace.deploy.supervisor.Watcher;
import picocli.CommandLine.Command;

/** Ends every part; leaves no process. */
@Command(name = "down", description = "End every part of this instance; the data stay.")
final class Down implements Callable<Integer> {

  @Override
  public Integer call() {
    Home home = Instance.here();
    Ports ports = Ports.stored(home).orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
    boolean isRunning = Instance.isRunning(home);
    if (isRunning) {
      System.out.println("Ending the parts ...");
    }
    // Twice: the watcher may just have started another one.
    for (int round = 0; round < 2; round++) {
      Watcher.processes(home)
          .forEach(process -> PartProcess.stop(process, Duration.ofSeconds(100)));
    }
    List<ProcessHandle> left =
        Parts.NAMES.stream()
            .filter(part -> !part.equals("postgres"))
            .flatMap(part -> PartProcess.find(home, part).stream())
            .toList();
    left.forEach(process -> PartProcess.stop(process, Duration.ofSeconds(15)));
    new PostgresServer(home, ports).stop();
    System.out.println(isRunning ? "Millrace is down." : "Millrace was not running.");
    return 0;
  }
}
