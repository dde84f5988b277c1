package org.millrace.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.demo.business.BusinessYear;
import org.millrace.demo.business.BusinessYear.Founding;
import org.millrace.demo.business.Day;
import org.millrace.demo.business.Trickle;

/**
 * Posts a year of Millrace Bicycles through the API, then live acts when asked. Every act has its
 * own idempotency key: a second run changes nothing, a killed one resumes, a later one adds the
 * days since.
 */
public final class DemoCompany {
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(3);

  private final DemoSettings settings;
  private final Clock clock;

  private DemoCompany(DemoSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    try {
      post(arguments);
    } catch (DemoRefused e) {
      System.err.println("demo company: " + e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Does what the program does with these arguments.
   *
   * @return the number of acts posted of the days that are over
   * @throws DemoRefused when the arguments, the core or a password do not fit
   */
  public static int post(String... arguments) {
    return new DemoCompany(DemoSettings.of(arguments), Clock.systemUTC()).run();
  }

  /** Posts all days that are over; returns the number of acts. Live acts, if asked, never end. */
  private int run() {
    CoreBooks core = login("operator");
    DemoSettings.Business business = settings.business();
    LocalDate end = business.until().orElseGet(() -> LocalDate.now(clock));
    Optional<LocalDate> founded = founded(core);
    LocalDate first =
        founded.or(business::since).orElseGet(() -> end.minusYears(1).withDayOfMonth(1));
    BusinessYear year =
        new BusinessYear(
            business.seed(),
            first,
            founded.isPresent() ? founding(core) : Founding.WITH_CURRENCIES);
    List<Day> days = year.daysUntil(end);
    try (Poster poster = new Poster(core, login("admin"))) {
      if (!days.isEmpty()) {
        postAll(days, poster);
      }
      if (settings.trickle().isPresent()) {
        new Trickle(poster::post, year, clock).run(settings.trickle().getAsDouble());
      }
      return poster.posted();
    }
  }

  private void postAll(List<Day> days, Poster poster) {
    int all = days.stream().mapToInt(Day::size).sum();
    long began = System.nanoTime();
    long news = began;
    for (Day day : days) {
      poster.postDay(day);
      if (System.nanoTime() - news > BETWEEN_NEWS.toNanos()) {
        news = System.nanoTime();
        say("  %s: %,d of %,d acts posted".formatted(day.date(), poster.posted(), all));
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    say(
        "  %,d acts from %s to %s posted in %.0f s"
            .formatted(all, days.get(0).date(), days.get(days.size() - 1).date(), seconds));
  }

  /** The day the capital was paid in, where the company is founded already. */
  private static Optional<LocalDate> founded(CoreBooks core) {
    String home = "/api/companies/" + BusinessYear.COMPANY;
    if (core.has(home)) {
      String search = BusinessYear.FOUNDING_TEXT.replace(" ", "%20");
      for (JsonNode entry : core.get(home + "/ledger/entries?search=" + search).path("rows")) {
        if (entry.path("text").asText().equals(BusinessYear.FOUNDING_TEXT)) {
          return Optional.of(LocalDate.parse(entry.path("postingDate").asText()));
        }
      }
    }
    return Optional.empty();
  }

  /** A company that an earlier release founded goes on as it began. */
  private static Founding founding(CoreBooks core) {
    String home = "/api/companies/" + BusinessYear.COMPANY;
    if (!core.get(home + "/currency/rates").path("rows").isEmpty()) {
      return Founding.WITH_CURRENCIES;
    }
    return core.get(home + "/tax/codes").path("rows").isEmpty()
        ? Founding.WITHOUT_TAXES
        : Founding.WITH_TAXES;
  }

  private CoreBooks login(String user) {
    return CoreBooks.login(settings.core(), user, password(settings.secrets(), user));
  }

  private static String password(Path secrets, String user) {
    Path file = secrets.resolve(user + ".password");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DemoRefused("There is no secret " + file + ". Start Millrace: ./millrace up");
    }
  }

  private static void say(String line) {
    System.out.println(String.format(Locale.ROOT, "%s", line));
    System.out.flush();
  }
}
