package org.millrace.deploy.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.terminal.CsvRecords;
import org.millrace.deploy.terminal.Problems;
import org.millrace.deploy.terminal.Table;
import org.millrace.deploy.terminal.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the lake. */
@Command(
    name = "lake",
    description = {
      "Ask the lake by Spark SQL: tables bronze.*, silver.*, gold.*; time travel by VERSION AS OF.",
      "Example: ./millrace lake \"select domain, count(*) from bronze.events group by domain\""
    })
final class Lake implements Callable<Integer> {

  @Parameters(paramLabel = "SELECT", description = "One SELECT statement.")
  private String query = "";

  @Option(names = "--csv", description = "Print comma-separated rows with a header line.")
  private boolean isCsv;

  @Override
  public Integer call() {
    WarehouseApi warehouse = new WarehouseApi(Instance.running());
    try (InputStream answer =
        Waiting.with(
            "the lake is being asked",
            () -> warehouse.post("/lake", query, Duration.ofMinutes(30)))) {
      if (isCsv) {
        answer.transferTo(System.out);
      } else {
        print(answer);
      }
      System.out.flush();
    } catch (IOException e) {
      throw new Refusal("The warehouse broke off: " + Problems.why(e));
    }
    return 0;
  }

  private static void print(InputStream csv) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      CsvRecords.forEach(reader, row -> rows.add(row.stream().map(Table::bare).toList()));
    }
    if (!rows.isEmpty()) {
      System.out.print(Table.text(rows.get(0), rows.subList(1, rows.size())));
    }
  }
}
