package org.millrace.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millrace.deploy.command.ImportSession.Order;
import org.millrace.deploy.home.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Posts the documents of files. */
@Command(
    name = "import",
    description = {
      "Post the documents of files through the core: invoices, stock issues, cash.",
      "The same file twice changes nothing. Rows that cannot be read are kept with their reason:",
      "./millrace export rejects --company C"
    })
final class Import implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "KIND", description = "sales-history.")
  private String kind;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV, also as .xz or .gz, or .xlsx; posted in the order given.")
  private List<Path> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "M",
      required = true,
      description = "A mapping file (YAML), or the name of a shipped one: online-retail.")
  private String mapping;

  @Option(
      names = "--company",
      paramLabel = "NAME",
      description = "The company to post to; made when new. Default: named as the mapping.")
  private Optional<String> company = Optional.empty();

  @Option(names = "--dry-run", description = "Read and check everything, change nothing.")
  private boolean isDryRun;

  @Override
  public Integer call() throws IOException {
    if (!kind.equals("sales-history")) {
      throw new Refusal("There is no import '" + kind + "'. Known: sales-history");
    }
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new Refusal("Cannot read the file " + file + ". Nothing was imported.");
      }
    }
    CoreApi core = new CoreApi(Instance.running()).login();
    String name = company.orElseGet(() -> Path.of(mapping).getFileName().toString());
    Order order = new Order(mapping, name.replaceFirst("\\.ya?ml$", ""), "" + isDryRun);
    return new ImportSession(core, order).post(files) ? 0 : 1;
  }
}
