package org.millrace.deploy.skeleton;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millrace.deploy.home.Home;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the skeleton of something new in the checkout. */
@Command(
    name = "new",
    description = "Make the skeleton of something new in this checkout.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = New.Document.class)
public final class New implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** A kind of document. */
  @Command(
      name = "document",
      mixinStandardHelpOptions = true,
      description = {
        "Make a kind of document with lines: record, verbs, event and contract,",
        "migration, permissions, silver tables, page, and a tile on a board.",
        "It is a draft that is changed, then posted or cancelled.",
        "No file that is there is edited. What next: docs/recipes/add-a-document.md",
        "Example: ./millrace new document quality/inspection --zh 检验单"
      })
  static final class Document implements Callable<Integer> {
    @Parameters(paramLabel = "DOMAIN/KIND", description = "Such as quality/inspection.")
    private String name = "";

    @Option(
        names = "--zh",
        paramLabel = "WORD",
        required = true,
        description = "What it is called in Chinese.")
    private String chinese = "";

    @Option(
        names = "--prefix",
        paramLabel = "P",
        description = "Before its numbers; else the first two letters.")
    private Optional<String> prefix = Optional.empty();

    @Option(
        names = "--board",
        paramLabel = "DOMAIN/BOARD",
        description = "The board that gets its tile; ${DEFAULT-VALUE} if not said.")
    private String board = "planning/supply";

    @Override
    public Integer call() {
      DocumentNames names = DocumentNames.of(name, chinese, prefix, board);
      List<Path> made = Skeleton.document(Home.ofEnvironment(System.getenv()).root()).make(names);
      made.forEach(System.out::println);
      if (!made.contains(Skeleton.packageOf(names.domain()))) {
        System.out.printf(
            "The domain %s is there: its package-info must allow document, document::number,"
                + " document::draft and item; its permissions %1$s.read and %1$s.write are used.%n",
            names.domain());
      }
      System.out.printf(
          "%d files. Now fill the rule in %s and accept the contract:%n"
              + "  ./mvnw -pl transactional -am test -Dtest=ContractTest"
              + " -Dsurefire.failIfNoSpecifiedTests=false"
              + " -Dtest.jvm.flags=-Dcontracts.accept=true%n",
          made.size(), names.record());
      return 0;
    }
  }
}
