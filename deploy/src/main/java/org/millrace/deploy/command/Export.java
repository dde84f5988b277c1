package org.millrace.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes records of the core as CSV. */
@Command(
    name = "export",
    description = {
      "Write records of a company as CSV: parties, items, invoices, journal, item-policies,",
      "forecast-overrides, rejects. Those of planners may be changed and imported again.",
      "Rejected rows come in the layout of the file they are from: correct and import them again."
    })
final class Export implements Callable<Integer> {

  @Parameters(
      paramLabel = "KIND",
      description =
          "parties, items, invoices, journal, item-policies, forecast-overrides or rejects.")
  private String kind;

  @Option(names = "--company", paramLabel = "C", required = true, description = "The company.")
  private String company;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws IOException {
    CoreApi core = new CoreApi(Instance.running()).login();
    String name = URLEncoder.encode(company, StandardCharsets.UTF_8).replace("+", "%20");
    try (InputStream rows = core.get("/api/companies/" + name + "/exports/" + kind)) {
      if (out.isPresent()) {
        try (OutputStream file = Files.newOutputStream(out.get())) {
          rows.transferTo(file);
        }
        System.out.println("Written: " + out.get());
      } else {
        rows.transferTo(System.out);
        System.out.flush();
      }
    }
    return 0;
  }
}
