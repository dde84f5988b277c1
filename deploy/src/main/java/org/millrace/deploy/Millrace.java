package org.millrace.deploy;

import org.millrace.deploy.command.Verbs;
import org.millrace.deploy.home.Refusal;
import picocli.CommandLine;

/** Entry of {@code ./millrace VERB}; exit status 0 only when the verb did what it was asked. */
public final class Millrace {

  private Millrace() {}

  public static void main(String[] arguments) {
    CommandLine line = Verbs.commandLine();
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (failure instanceof Refusal) {
            command.getErr().println("millrace: " + failure.getMessage());
          } else {
            command.getErr().println("millrace: unexpected failure, please report it:");
            failure.printStackTrace(command.getErr());
          }
          return 1;
        });
    System.exit(line.execute(arguments));
  }
}
