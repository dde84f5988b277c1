package org.millrace.analytics.forecast.file;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

  /**
   * Seasons and horizon: for all series, or for those of which the named column says none. A
   * horizon of 0 is none.
   */
  record Cycle(Seasons seasons, int horizon, String seasonColumn, String horizonColumn) {

    /** The horizon for a cell that is blank. */
    int horizonOr(Supplier<String> place) {
      if (horizon == 0) {
        throw new FileRefused(
            place.get() + " is blank. Fill it in or say --horizon for such series");
      }
      return horizon;
    }
  }

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
            horizon(given),
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

  private static int horizon(Map<String, String> given) {
    String text = given.get("--horizon");
    return text == null ? 0 : Numbers.count(text, "The option --horizon");
  }

  private static Levels levels(String text) {
    if (text.strip().equalsIgnoreCase("none")) {
      return new Levels(List.of());
    }
    try {
      return Levels.of(text.strip().split("[,;\\s]+"));
    } catch (IllegalArgumentException e) {
      throw new FileRefused(
          "The option --level is '%s', but takes per cents above 0 and below 100".formatted(text)
              + " such as 80,95 or 97.5, or none");
    }
  }
}
