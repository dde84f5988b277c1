package org.millrace.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.terminal.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an analysis. */
@Command(
    name = "run",
    description = {
      "Run an analysis: segmentation, demand, statements, stock-policy or plan.",
      "Run twice for the same date on the same data, it gives the same result."
    })
final class Run implements Callable<Integer> {

  @Parameters(
      paramLabel = "ANALYSIS",
      description =
          "segmentation, demand, demand-by-day|week|month, statements, stock-policy or plan.")
  private String analysis;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Business date, such as 2011-08-31. Default: each company's last day of data.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--company", paramLabel = "C", description = "One company only. Default: all.")
  private Optional<String> company = Optional.empty();

  @Override
  public Integer call() {
    WarehouseApi warehouse = new WarehouseApi(Instance.running());
    warehouse.refresh(Duration.ofMinutes(10));
    String result = run(warehouse, analysis, asOf, company);
    System.out.println(
        result.equals("{\"companies\":[]}")
            ? "Up to date: already run for the last day of data. Another day: --as-of"
            : result);
    warehouse.refresh(Duration.ofMinutes(10));
    return 0;
  }

  static String run(
      WarehouseApi warehouse, String analysis, Optional<LocalDate> asOf, Optional<String> company) {
    ObjectNode request = new ObjectMapper().createObjectNode();
    request.put("analysis", analysis);
    asOf.ifPresent(date -> request.put("asOf", date.toString()));
    company.ifPresent(name -> request.put("company", name));
    try (InputStream answer =
        Waiting.with(
            "running " + analysis,
            () -> warehouse.post("/run", request.toString(), Duration.ofMinutes(60)))) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new Refusal("The warehouse broke off: " + e.getMessage());
    }
  }
}
