package org.millrace.analytics.forecast.file;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.analytics.forecast.interval.Levels;
import org.millrace.analytics.forecast.season.Seasons;

/** What was asked for on the command line. */
record Options(Path in, Optional<Path> out, Cycle cycle, Levels levels) {

  private static final List<String> KNOWN =
      List.of(
          "--in",
          "--out",
          "--season",
          "--horizon",
          "--level",
          "--season-column",
          "--horizon-column");

  /** Seasons and horizon: one for all series, or the name of the column that holds each one's. */
  record Cycle(Seasons seasons, int horizon, String seasonColumn, String horizonColumn) {}

  static Options of(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      int equals = name.indexOf('=');
      if (equals > 0) {
        given.put(known(name.substring(0, equals)), name.substring(equals + 1));
        i--;
      } else if (i + 1 < arguments.length) {
        given.put(known(name), arguments[i + 1]);
      } else {
        throw new FileRefused("The option " + known(name) + " has no value");
      }
    }
    if (!given.containsKey("--in")) {
      throw new FileRefused("Name the file of series: --in series.csv");
    }
    String seasonColumn = given.getOrDefault("--season-column", "");
    String horizonColumn = given.getOrDefault("--horizon-column", "");
    if (!given.containsKey("--horizon") && horizonColumn.isEmpty()) {
      throw new FileRefused("Say how many steps to forecast: --horizon 18, or --horizon-column");
    }
    return new Options(
        Path.of(given.get("--in")),
        Optional.ofNullable(given.get("--out")).map(Path::of),
        new Cycle(
            Numbers.seasons(given.getOrDefault("--season", "1"), "The option --season"),
            number(given, "--horizon", 1),
            seasonColumn,
            horizonColumn),
        levels(given.getOrDefault("--level", "80,95")));
  }

  private static String known(String name) {
    if (!KNOWN.contains(name)) {
      throw new FileRefused("There is no option '" + name + "'. Options: " + KNOWN);
    }
    return name;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String text = given.get(name);
    return text == null ? otherwise : Numbers.count(text, "The option " + name);
  }

  private static Levels levels(String text) {
    try {
      return new Levels(
          List.of(text.split(",")).stream().map(String::strip).map(Integer::valueOf).toList());
    } catch (IllegalArgumentException e) {
      throw new FileRefused(
          "The option --level is '" + text + "', but takes per cents from 1 to 99 such as 80,95");
    }
  }
}
