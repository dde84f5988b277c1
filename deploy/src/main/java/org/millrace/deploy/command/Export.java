package org.millrace.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.millrace.client.CorePath;
import org.millrace.deploy.home.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes records of the core as CSV. */
@Command(
    name = "export",
    description = {
      "Write records of a company as CSV, XLSX or JSON: parties, items, invoices, journal,",
      "stock-balances,",
      "stock-movements, purchase-price-history, lead-time-history, supplier-lead-times,",
      "supplier-scorecard, item-policies, forecast-overrides, rejects, and each kind of document:",
      "tickets, transfers, counts. Those of planners may be changed and imported again.",
      "The journal leaves for other programs too: hledger, hledger-original (currencies of",
      "the documents at their cost), saf-t (OECD) or fec (France).",
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
      names = "--format",
      paramLabel = "F",
      description = "csv, xlsx or json; of the journal also hledger, saf-t or fec. Default: csv.")
  private String format = "csv";

  @Option(
      names = "--from",
      paramLabel = "D",
      description = "Of a book for other programs, the first day, YYYY-MM-DD. Default: all.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "D",
      description = "Of a book for other programs, the last day. Default: all.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--bom",
      description = "Begin UTF-8 with the mark by which spreadsheets know it: Excel needs it.")
  private boolean hasMark;

  @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
  private Optional<Path> out = Optional.empty();

  private static final Set<String> OF_LISTS = Set.of("csv", "xlsx", "json");

  @Override
  public Integer call() throws IOException {
    CoreApi core = new CoreApi(Instance.running()).login();
    String address = OF_LISTS.contains(format) ? list() : book();
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

  private String list() {
    if (from.isPresent() || to.isPresent()) {
      throw new Refusal("--from and --to belong to the formats hledger, saf-t and fec.");
    }
    return "/api/companies/%s/exports/%s?format=%s&bom=%s"
            .formatted(encoded(company), kind, encoded(format), hasMark)
        + rejectsOf.map(k -> "&kind=" + encoded(k)).orElse("")
        + rejectsFrom.map(f -> "&file=" + encoded(f)).orElse("");
  }

  private String book() {
    if (!kind.equals("journal")) {
      throw new Refusal(
          "Only the journal leaves as %s; lists do as csv, xlsx or json.".formatted(format));
    }
    String days =
        from.map(d -> "&from=" + encoded(d)).orElse("")
            + to.map(d -> "&to=" + encoded(d)).orElse("");
    return "/api/companies/%s/ledger/books/%s%s"
        .formatted(
            encoded(company), encoded(format), days.isEmpty() ? "" : "?" + days.substring(1));
  }

  private static String encoded(String text) {
    return CorePath.segment(text);
  }
}
