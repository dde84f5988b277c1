package org.millrace.deploy.command;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.part.PartProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From nothing to living boards. */
@Command(
    name = "demo",
    description = {
      "Start everything and fill it with a year of a small bicycle maker's business.",
      "The acts go through the API, the analyses run, and it says where to look.",
      "Running it again posts nothing twice."
    })
final class Demo implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", description = "Address of the cockpit (see up).")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--trickle",
      paramLabel = "N",
      description = "Afterwards post N live business events a second until interrupted.")
  private Optional<Double> trickle = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Instance instance = Up.start(port, Map.of());
    System.out.println("Posting a year of Millrace Bicycles through the API ...");
    simulate(instance, List.of());
    WarehouseApi warehouse = new WarehouseApi(instance);
    warehouse.refresh(Duration.ofMinutes(10));
    for (String analysis : List.of("statements", "segmentation", "demand", "demand-by-week")) {
      Run.run(warehouse, new Run.Order(analysis, Optional.empty(), Optional.of("DEMO")));
      System.out.println("  " + analysis + " done");
    }
    warehouse.refresh(Duration.ofMinutes(10));
    System.out.println(
        """

        The boards are alive: %1$s
          user      admin
          password  in %2$s
          look at   Management, Sales, Planning, Supply; click a figure to open the rows behind it
          ask       ./millrace sql "select * from sales_monthly order by month desc limit 5"
          import    ./millrace import sales-history FILE... --mapping online-retail --company NAME
          live      ./millrace demo --trickle 5     events go on; watch the boards move
          end       ./millrace down"""
            .formatted(instance.cockpitUrl(), instance.secrets().file("admin.password")));
    if (trickle.isPresent()) {
      simulate(instance, List.of("--trickle", Double.toString(trickle.get())));
    }
    return 0;
  }

  private static void simulate(Instance instance, List<String> more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                PartProcess.classpath(instance.home(), "deploy/demo"),
                "org.millrace.demo.DemoCompany",
                "--core-url",
                instance.ports().coreUrl(),
                "--secrets",
                instance.secrets().folder().toString()));
    command.addAll(more);
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new Refusal(
          "The demo company was not posted whole (status "
              + status
              + "). What was posted stays; ./millrace demo goes on where it stopped.");
    }
  }
}
