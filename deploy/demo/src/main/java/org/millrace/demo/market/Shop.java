package org.millrace.demo.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** A customer: how often and how much it orders, until when, and how it pays. */
public record Shop(String code, String name, String country, Habit habit) {
  /** Orders come that many days apart in an average month; lines are larger for larger shops. */
  public record Habit(double daysApart, double size, Paying paying, Optional<LocalDate> lastDay) {}

  /** What a customer may keep of an invoice that is paid within so many days. */
  public record EarlyPayment(int percent, int days) {}

  /** When a customer pays, in days after the due date. */
  public enum Paying {
    EARLY(-12, 0),
    PUNCTUAL(-2, 4),
    LATE(10, 45),
    VERY_LATE(60, 200);

    private final int least;
    private final int most;

    Paying(int least, int most) {
      this.least = least;
      this.most = most;
    }

    public int days(Random random) {
      return least + random.nextInt(most - least + 1);
    }
  }

  /** Where the firm is. */
  public static final String HOME_COUNTRY = "Germany";

  private static final int COUNT = 60;
  private static final int ONE_IN_STOPPED = 7;

  private static final List<String> COUNTRIES =
      List.of(
          HOME_COUNTRY,
          "Netherlands",
          "France",
          "Denmark",
          "Austria",
          "Italy",
          "Belgium",
          "Sweden");
  private static final Map<String, String> REGIONS =
      Map.of(
          "Germany", "NORTH",
          "Denmark", "NORTH",
          "Sweden", "NORTH",
          "Netherlands", "WEST",
          "France", "WEST",
          "Belgium", "WEST",
          "Austria", "SOUTH",
          "Italy", "SOUTH");
  private static final int[] WEIGHTS = {30, 17, 14, 10, 9, 8, 7, 5};

  private static final List<List<String>> TOWNS =
      List.of(
          List.of("Freiburg", "Münster", "Bremen", "Leipzig", "Erlangen", "Kiel", "Mainz"),
          List.of("Utrecht", "Zwolle", "Breda", "Delft", "Leiden"),
          List.of("Nantes", "Strasbourg", "Lyon", "Grenoble", "Angers"),
          List.of("Odense", "Aarhus", "Roskilde"),
          List.of("Graz", "Linz", "Bregenz"),
          List.of("Ferrara", "Bolzano", "Modena"),
          List.of("Gent", "Leuven", "Brugge"),
          List.of("Malmö", "Uppsala"));
  private static final List<String> NAMES =
      List.of("Velo", "Cycle", "Pedal", "Rad", "Spoke", "Tandem", "Wheel", "Sprint", "Tour");
  private static final List<String> ENDINGS =
      List.of("House", "Works", "Point", "Studio", "Corner", "Depot", "Centre", "Garage");

  /** Those abroad who pay before others get something for it. */
  public Optional<EarlyPayment> terms() {
    return habit.paying() == Paying.EARLY && !country.equals(HOME_COUNTRY)
        ? Optional.of(new EarlyPayment(2, 14))
        : Optional.empty();
  }

  /** The sales territory: the shops of three regions have sellers of their own. */
  public String region() {
    return Objects.requireNonNull(REGIONS.get(country));
  }

  /** Sixty shops in eight countries; one in seven stops buying at some day of the first year. */
  public static List<Shop> all(Random random, LocalDate first) {
    List<Shop> shops = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      int country = weighted(random, WEIGHTS);
      String town = pick(random, TOWNS.get(country));
      String name = pick(random, NAMES) + " " + pick(random, ENDINGS) + " " + town;
      boolean stops = i % ONE_IN_STOPPED == 3;
      Optional<LocalDate> last =
          stops ? Optional.of(first.plusDays(90L + random.nextInt(170))) : Optional.empty();
      double daysApart = 12 + Math.pow(random.nextDouble(), 2) * 70;
      double size = 0.9 + random.nextDouble() * 1.1;
      shops.add(
          new Shop(
              "C-" + (1001 + i),
              name,
              COUNTRIES.get(country),
              new Habit(daysApart, size, paying(random.nextInt(100)), last)));
    }
    return List.copyOf(shops);
  }

  private static Paying paying(int percent) {
    if (percent < 20) {
      return Paying.EARLY;
    }
    if (percent < 74) {
      return Paying.PUNCTUAL;
    }
    return percent < 94 ? Paying.LATE : Paying.VERY_LATE;
  }

  private static int weighted(Random random, int[] weights) {
    int rest = random.nextInt(java.util.Arrays.stream(weights).sum());
    int index = 0;
    while (rest >= weights[index]) {
      rest -= weights[index++];
    }
    return index;
  }

  private static String pick(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
