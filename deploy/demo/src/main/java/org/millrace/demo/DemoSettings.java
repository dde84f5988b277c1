package org.millrace.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the demo company is told: where the core is, which secrets log in, which business to post
 * from which day until which day (that one is not posted any more), and how many live acts a second
 * follow.
 */
record DemoSettings(URI core, Path secrets, Business business, OptionalDouble trickle) {
  private static final String USAGE =
      "DemoCompany --core-url URL --secrets DIR [--trickle N] [--seed S]"
          + " [--since yyyy-MM-dd] [--until yyyy-MM-dd]";
  private static final long DEFAULT_SEED = 1869;

  /** The seed decides what happens; the first day counts only while nothing is posted yet. */
  record Business(long seed, Optional<LocalDate> since, Optional<LocalDate> until) {
    static final Business DEFAULT = new Business(DEFAULT_SEED, Optional.empty(), Optional.empty());
  }

  static DemoSettings of(String... arguments) {
    DemoSettings settings =
        new DemoSettings(URI.create(""), Path.of(""), Business.DEFAULT, OptionalDouble.empty());
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      String name = words.next();
      if (!words.hasNext()) {
        throw new DemoRefused("Nothing stands after " + name + ". Usage: " + USAGE);
      }
      settings = settings.with(name, words.next());
    }
    if (settings.core.toString().isEmpty() || settings.secrets.toString().isEmpty()) {
      throw new DemoRefused("The core's address and the secrets are needed. Usage: " + USAGE);
    }
    return settings;
  }

  private DemoSettings with(String name, String value) {
    long seed = business.seed();
    try {
      return switch (name) {
        case "--core-url" -> new DemoSettings(URI.create(value), secrets, business, trickle);
        case "--secrets" -> new DemoSettings(core, Path.of(value), business, trickle);
        case "--trickle" -> new DemoSettings(core, secrets, business, rate(value));
        case "--seed" ->
            with(new Business(Long.parseLong(value), business.since(), business.until()));
        case "--since" -> with(new Business(seed, Optional.of(day(value)), business.until()));
        case "--until" -> with(new Business(seed, business.since(), Optional.of(day(value))));
        default -> throw new DemoRefused("Nothing is called " + name + ". Usage: " + USAGE);
      };
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new DemoRefused(name + " cannot be '" + value + "'. Usage: " + USAGE);
    }
  }

  private DemoSettings with(Business other) {
    return new DemoSettings(core, secrets, other, trickle);
  }

  private static LocalDate day(String value) {
    return LocalDate.parse(value);
  }

  private static OptionalDouble rate(String value) {
    double rate = Double.parseDouble(value);
    if (!(rate > 0 && rate <= 1000)) {
      throw new DemoRefused(
          "--trickle cannot be " + value + ": choose above 0, at most 1000 a second.");
    }
    return OptionalDouble.of(rate);
  }
}
