package org.millrace.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millrace.client.CorePath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes records of the core as CSV. */
@Command(
    name = "export",
    description = {
      "Write records of a company as CSV: parties, items, invoices, journal, stock-balances,",
      "stock-movements, item-policies, forecast-overrides, rejects, and each kind of document:",
      "tickets, transfers, counts. Those of planners may be changed and imported again.",
      "Rejected rows come in the columns, encoding and delimiter of the file they are from:",
      "correct them and import them again as that file was."
    })
final class Export implements Callable<Integer> {

  @Parameters(
      paramLabel = "KIND",
      description =
          "Such as parties, items, invoices, journal, tickets or rejects; an unknown one is"
              + " answered by the names of all.")
  private String kind = "";

  @Option(names = "--company", paramLabel = "C", required = true, description = "The company.")
  private String company = "";

  @Option(
      names = "--kind",
      paramLabel = "K",
      description = {
        "Of the rejects, those of one kind of import:",
        "sales-history, item-policies or forecast-overrides."
      })
  private Optional<String> rejectsOf = Optional.empty();

  @Option(
      names = "--file",
      paramLabel = "NAME",
      description = "Of the rejects, those of one file, when several differ in their columns.")
  private Optional<String> rejectsFrom = Optional.empty();

  @Option(
      names = "--bom",
      description = "Begin UTF-8 with the mark by which spreadsheets know it: Excel needs it.")
  private boolean hasMark;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws IOException {
    CoreApi core = new CoreApi(Instance.running()).login();
    String address =
        "/api/companies/%s/exports/%s?bom=%s".formatted(encoded(company), kind, hasMark);
    address += rejectsOf.map(k -> "&kind=" + encoded(k)).orElse("");
    address += rejectsFrom.map(f -> "&file=" + encoded(f)).orElse("");
    try (InputStream rows = core.get(address)) {
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

  private static String encoded(String text) {
    return CorePath.segment(text);
  }
}
