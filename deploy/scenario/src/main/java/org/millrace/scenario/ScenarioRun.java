package org.millrace.scenario;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.millrace.client.CoreUnreachable;

/** The program: acts the cases of files against a core and tells what differs. */
public final class ScenarioRun {
  private static final String USAGE =
      "ScenarioRun --core-url URL --secrets DIR [--json] [--only ID] FILE...";

  private ScenarioRun() {}

  /** Ends with 1 when a case differs or is not understood, or nothing could be done. */
  public static void main(String[] arguments) {
    try {
      System.exit(run(System.out, arguments) ? 0 : 1);
    } catch (BadScenario | CoreUnreachable e) {
      System.err.println("scenario run: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Does what the program does with these arguments.
   *
   * @return whether all cases passed
   * @throws BadScenario when the arguments or a file cannot be read
   */
  static boolean run(PrintStream out, String... arguments) {
    Asked asked = Asked.of(arguments);
    List<Scenario> cases = new ArrayList<>();
    asked.files.forEach(file -> cases.addAll(Scenario.in(file)));
    cases.removeIf(each -> !asked.only.isEmpty() && !asked.only.contains(each.id()));
    if (cases.isEmpty()) {
      throw new BadScenario("No case is there to run");
    }
    Runner runner = asked.runner();
    Report report = new Report(out, asked.form);
    cases.forEach(each -> report.add(runner.act(each)));
    return report.end();
  }

  /** What the companies of a run are called. */
  static String name(Instant now) {
    return "SCENARIO-" + Long.toString(now.toEpochMilli(), 36).toUpperCase(Locale.ROOT);
  }

  /** What the program is asked for. */
  private static final class Asked {
    private final List<Path> files = new ArrayList<>();
    private final List<String> only = new ArrayList<>();
    private Report.Form form = Report.Form.TEXT;
    private String url = "";
    private String secrets = "";

    static Asked of(String... arguments) {
      Asked asked = new Asked();
      Iterator<String> words = Arrays.asList(arguments).iterator();
      while (words.hasNext()) {
        String word = words.next();
        switch (word) {
          case "--json" -> asked.form = Report.Form.JSON;
          case "--only" -> asked.only.add(value(word, words));
          case "--core-url" -> asked.url = value(word, words);
          case "--secrets" -> asked.secrets = value(word, words);
          default -> asked.files.add(Path.of(word));
        }
      }
      if (asked.files.isEmpty() || asked.url.isEmpty() || asked.secrets.isEmpty()) {
        throw new BadScenario("Usage: " + USAGE);
      }
      return asked;
    }

    private static String value(String name, Iterator<String> words) {
      if (!words.hasNext()) {
        throw new BadScenario("Nothing stands after " + name + ". Usage: " + USAGE);
      }
      return words.next();
    }

    Runner runner() {
      Path file = Path.of(secrets).resolve("operator.password");
      try {
        String password = Files.readString(file).strip();
        return Runner.at(URI.create(url), "operator", password, name(Instant.now()));
      } catch (IOException e) {
        throw new BadScenario("There is no secret " + file + ". Start Millrace: ./millrace up", e);
      }
    }
  }
}
