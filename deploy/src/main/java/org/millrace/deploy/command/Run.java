package org.millrace.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.terminal.Problems;
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
  private String analysis = "";

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Business date, such as 2011-08-31. Default: each company's last day of data.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--company", paramLabel = "C", description = "One company only. Default: all.")
  private Optional<String> company = Optional.empty();

  /** What to run, for which date and company. */
  record Order(String analysis, Optional<LocalDate> asOf, Optional<String> company) {
    Order(String analysis) {
      this(analysis, Optional.empty(), Optional.empty());
    }
  }

  @Override
  public Integer call() {
    ordered(new WarehouseApi(Instance.running()), new Order(analysis, asOf, company));
    return 0;
  }

  /** Refuses an unknown analysis at once, not after the marts were brought up to date for it. */
  static void ordered(WarehouseApi warehouse, Order order) {
    List<String> known = warehouse.analyses();
    if (!known.contains(order.analysis())) {
      throw new Refusal(
          "There is no analysis '" + order.analysis() + "'. Known: " + String.join(", ", known));
    }
    warehouse.refresh(Duration.ofMinutes(10));
    String result = run(warehouse, order);
    System.out.println(
        hasRunForNobody(result)
            ? "Up to date: already run for the last day of data. Another day: --as-of"
            : result);
    warehouse.refresh(Duration.ofMinutes(10));
  }

  private static boolean hasRunForNobody(String result) {
    try {
      JsonNode companies = new ObjectMapper().readTree(result).path("companies");
      return companies.isArray() && companies.isEmpty();
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  static String run(WarehouseApi warehouse, Order order) {
    ObjectNode request = new ObjectMapper().createObjectNode();
    request.put("analysis", order.analysis());
    order.asOf().ifPresent(date -> request.put("asOf", date.toString()));
    order.company().ifPresent(name -> request.put("company", name));
    try (InputStream answer =
        Waiting.with(
            "running " + order.analysis(),
            () -> warehouse.post("/run", request.toString(), Duration.ofMinutes(60)))) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new Refusal("The warehouse broke off: " + Problems.why(e));
    }
  }
}
