package org.millrace.dashboards.superset;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.DefinitionsRefused;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.superset.bundle.BoardCompiler;
import org.millrace.dashboards.superset.bundle.Bundle;
import org.millrace.dashboards.superset.bundle.MartColumns;
import org.millrace.dashboards.superset.server.SupersetRefused;
import org.millrace.dashboards.superset.server.SupersetServer;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.CatalogInvalid;

/**
 * The command {@code ./millrace superset publish}. Ends with 0 when the boards are there and every
 * chart gives data, 1 when Superset or a file refused, 2 on a wrong command line.
 */
public final class PublishBoards {
  private PublishBoards() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), System.getenv(), out, errors));
  }

  static int run(
      List<String> arguments,
      Map<String, String> environment,
      PrintStream out,
      PrintStream errors) {
    if (arguments.contains("--help")) {
      out.print(PublishSettings.USAGE);
      return 0;
    }
    PublishSettings settings;
    try {
      settings = PublishSettings.of(arguments, environment);
    } catch (IllegalArgumentException wrong) {
      errors.println("superset publish: " + wrong.getMessage());
      errors.print(PublishSettings.USAGE);
      return 2;
    }
    try {
      PublishReport report = publish(settings);
      out.print(report.text());
      if (settings.mode() == PublishSettings.Mode.PRUNE) {
        out.println("deleted: " + report.leftovers().size() + " left over");
      }
      return report.failures().isEmpty() ? 0 : 1;
    } catch (SupersetRefused | DefinitionsRefused | CatalogInvalid | IllegalArgumentException no) {
      errors.println("superset publish: " + no.getMessage());
      return 1;
    }
  }

  /** Does what the settings say and answers with what was done. */
  public static PublishReport publish(PublishSettings settings) {
    SupersetServer server = new SupersetServer(settings.address(), settings.login());
    Publication publication = new Publication(server, bundle(settings));
    return switch (settings.mode()) {
      case DRY_RUN -> publication.plan();
      case PUBLISH -> publication.publish();
      case PRUNE -> publication.publishAndPrune();
    };
  }

  static Bundle bundle(PublishSettings settings) {
    Path root = settings.root();
    Catalog catalog = Catalog.read(root.resolve("warehouse/tables"));
    Definitions definitions = Definitions.read(root.resolve("dashboards"), MartTables.read(root));
    MartColumns mart = MartColumns.of(catalog);
    return new BoardCompiler(definitions, mart, settings.database(), settings.language()).compile();
  }
}
