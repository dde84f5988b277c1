package org.millrace.deploy.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.millrace.deploy.home.Refusal;

/**
 * What the demo company is told: where the core is, which secrets log in, which business to post
 * until which day (that day is not posted any more), and how many live acts a second follow.
 */
record DemoSettings(
    URI core, Path secrets, long seed, Optional<LocalDate> until, OptionalDouble trickle) {
  private static final String USAGE =
      "DemoCompany --core-url URL --secrets DIR [--trickle N] [--seed S] [--until yyyy-MM-dd]";
  private static final long USUAL_SEED = 1869;

  static DemoSettings of(String... arguments) {
    DemoSettings settings =
        new DemoSettings(
            URI.create(""), Path.of(""), USUAL_SEED, Optional.empty(), OptionalDouble.empty());
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      String name = words.next();
      if (!words.hasNext()) {
        throw new Refusal("Nothing stands after " + name + ". Usage: " + USAGE);
      }
      settings = settings.with(name, words.next());
    }
    if (settings.core.toString().isEmpty() || settings.secrets.toString().isEmpty()) {
      throw new Refusal("The core's address and the secrets are needed. Usage: " + USAGE);
    }
    return settings;
  }

  private DemoSettings with(String name, String value) {
    try {
      return switch (name) {
        case "--core-url" -> new DemoSettings(URI.create(value), secrets, seed, until, trickle);
        case "--secrets" -> new DemoSettings(core, Path.of(value), seed, until, trickle);
        case "--seed" -> new DemoSettings(core, secrets, Long.parseLong(value), until, trickle);
        case "--until" ->
            new DemoSettings(core, secrets, seed, Optional.of(LocalDate.parse(value)), trickle);
        case "--trickle" -> new DemoSettings(core, secrets, seed, until, rate(value));
        default -> throw new Refusal("Nothing is called " + name + ". Usage: " + USAGE);
      };
    } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
      throw new Refusal(name + " cannot be '" + value + "'. Usage: " + USAGE);
    }
  }

  private static OptionalDouble rate(String value) {
    double rate = Double.parseDouble(value);
    if (!(rate > 0 && rate <= 1000)) {
      throw new Refusal(
          "--trickle cannot be " + value + ": choose above 0, at most 1000 a second.");
    }
    return OptionalDouble.of(rate);
  }
}
