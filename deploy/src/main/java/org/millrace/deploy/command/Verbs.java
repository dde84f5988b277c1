package org.millrace.deploy.command;

import org.millrace.deploy.backup.Backup;
import org.millrace.deploy.backup.Restore;
import org.millrace.deploy.bronze.Repair;
import org.millrace.deploy.bronze.Verify;
import org.millrace.deploy.calculation.Forecast;
import org.millrace.deploy.scenario.Scenario;
import org.millrace.deploy.skeleton.New;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The list of verbs, as {@code ./millrace help} shows it. */
@Command(
    name = "millrace",
    mixinStandardHelpOptions = true,
    description = "ERP and CRM whose books are a data warehouse: one set of numbers, seconds old.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      Demo.class,
      Up.class,
      Down.class,
      Status.class,
      Logs.class,
      Import.class,
      Export.class,
      Run.class,
      Sql.class,
      Lake.class,
      Verify.class,
      VerifyLedger.class,
      Repair.class,
      Superset.class,
      Notebook.class,
      Backup.class,
      Restore.class,
      Forecast.class,
      Bench.class,
      Scenario.class,
      New.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Also: ./millrace test [--fast]   all the tests (or the fast subset).",
      "State lives below var/ (or $MILLRACE_HOME). ./millrace VERB --help tells more."
    })
public final class Verbs implements Runnable {

  private Verbs() {}

  /** The command line with all verbs, ready to execute. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Verbs());
    line.getSubcommands()
        .values()
        .forEach(verb -> verb.getCommandSpec().mixinStandardHelpOptions(true));
    return line;
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
