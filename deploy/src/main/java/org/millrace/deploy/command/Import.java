package org.millrace.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.millrace.deploy.command.ImportSession.Order;
import org.millrace.deploy.command.ImportSession.Totals;
import org.millrace.deploy.home.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Posts the documents of files. */
@Command(
    name = "import",
    description = {
      "Take in files through the core. sales-history posts documents: invoices, stock",
      "issues, cash; item-policies and forecast-overrides set what planners keep in a",
      "spreadsheet; tickets (and what ./millrace new made) make new documents, a",
      "document a row, or a line a row where rows have the same number. Columns are those of",
      "./millrace export of the same name, or a mapping says what those of the file mean.",
      "e-invoices takes in files of suppliers, XML or PDF,",
      "a file a document, and names the official rules that one breaks.",
      "The same file twice changes nothing. Rows that cannot be read are kept with their reason:",
      "./millrace export rejects --company C"
    })
final class Import implements Callable<Integer> {

  private static final String HISTORY = "sales-history";
  private static final String E_INVOICES = "e-invoices";

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "sales-history, item-policies, forecast-overrides, or a kind of document.")
  private String kind = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, also as .xz or .gz, or .xlsx; taken in the order given.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "M",
      description = {
        "A mapping file (YAML), or the name of a shipped one, such as online-retail; an unknown",
        "name is answered by all of them. What it can say stands in",
        "transactional/src/main/resources/mappings/README.md.",
        "A sales-history needs one; the others take the columns of their export without one."
      })
  private Optional<String> mapping = Optional.empty();

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "Another file that the mapping looks up rows in; may be given several times.")
  private List<Path> with = List.of();

  @Option(
      names = "--company",
      paramLabel = "NAME",
      description = {
        "The company; a sales-history makes it when it is new.",
        "Default for a sales-history: named as the mapping."
      })
  private Optional<String> company = Optional.empty();

  @Option(
      names = "--expected-rows",
      paramLabel = "N",
      description = "How many rows the file has; nothing is imported where it has others.")
  private Optional<Long> expectedRows = Optional.empty();

  @Option(
      names = "--expected-sum",
      paramLabel = "COLUMN=VALUE",
      description = {
        "What a column of the list comes to, such as lines.quantity=2254599, or the products of",
        "two: lines.quantity*lines.unit_price=61211692.731; else nothing is imported."
      })
  private Optional<String> expectedSum = Optional.empty();

  @Option(names = "--dry-run", description = "Read and check everything, change nothing.")
  private boolean isDryRun;

  @Option(
      names = "--propose",
      description = {
        "Print a mapping for the file, made from its columns and values: write it to a file,",
        "correct it and import by it. Nothing is imported."
      })
  private boolean isProposed;

  @Override
  public Integer call() throws IOException {
    Order order = order();
    for (Path file : Stream.concat(files.stream(), with.stream()).toList()) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new Refusal("Cannot read the file " + file + ". Nothing was imported.");
      }
    }
    CoreApi core = new CoreApi(Instance.running()).login();
    if (kind.equals(E_INVOICES)) {
      return new ImportSession(core, order).takeIn(files) ? 0 : 1;
    }
    if (isProposed) {
      new ImportSession(core, order).propose(files.get(0));
      return 0;
    }
    return new ImportSession(core, order).post(files) ? 0 : 1;
  }

  private Order order() {
    if (!kind.equals(HISTORY)) {
      String to =
          company.orElseThrow(() -> new Refusal("Name the company to import to: --company C"));
      return new Order(kind, mapping, to, with, new Totals(expectedRows, expectedSum), isDryRun);
    }
    String by =
        mapping.orElseThrow(
            () -> new Refusal("Name the mapping of the file's columns: --mapping M, see --help"));
    String name = company.orElseGet(() -> Path.of(by).getFileName().toString());
    String to = name.replaceFirst("\\.ya?ml$", "");
    return new Order(kind, mapping, to, with, Totals.NONE, isDryRun);
  }
}
