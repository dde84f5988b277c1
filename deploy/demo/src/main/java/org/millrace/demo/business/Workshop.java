package org.millrace.demo.business;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Catalogue;

/**
 * Makes assemblies on Mondays and Thursdays, products on Wednesdays, as many as the outlook asks
 * for and the materials allow.
 */
final class Workshop {
  static final int LEAD_DAYS = 4;
  private static final int LOT = 5;
  private static final int WEEKS_OF_ASSEMBLIES = 4;
  private static final int WEEKS_OF_PRODUCTS = 4;

  private final Random random;
  private final Agenda agenda;
  private final Stockroom stock;
  private final Outlook outlook;
  private int orders;

  Workshop(Random random, Agenda agenda, Stockroom stock, Outlook outlook) {
    this.random = random;
    this.agenda = agenda;
    this.stock = stock;
    this.outlook = outlook;
  }

  void work(Day day) {
    DayOfWeek weekday = day.date().getDayOfWeek();
    if (weekday == DayOfWeek.MONDAY || weekday == DayOfWeek.THURSDAY) {
      Map<String, Double> needs = outlook.needs(day.date(), WEEKS_OF_ASSEMBLIES);
      Catalogue.ASSEMBLIES.forEach(a -> make(day, a.code(), needs.getOrDefault(a.code(), 0.0)));
    }
    if (weekday == DayOfWeek.WEDNESDAY) {
      Map<String, Double> needs = outlook.needs(day.date(), WEEKS_OF_PRODUCTS);
      Catalogue.PRODUCTS.forEach(p -> make(day, p.code(), needs.getOrDefault(p.code(), 0.0)));
    }
  }

  private void make(Day day, String item, double level) {
    double missing = level - stock.position(item);
    if (missing < level / 2.5) {
      return;
    }
    int wanted = (int) Math.ceil(missing / LOT) * LOT;
    int quantity = Math.min(wanted, possible(item));
    if (quantity < LOT) {
      return;
    }
    orders++;
    String name = "wo-" + orders;
    LocalDate due = Agenda.working(day.date().plusDays(LEAD_DAYS));
    day.add(Phase.RELEASING, Acts.workOrder(name, item, quantity, due));
    Catalogue.materials(item).forEach((material, each) -> stock.take(material, each * quantity));
    stock.expect(item, quantity);
    agenda.on(day.date().plusDays(1), d -> d.add(Phase.CONSUMING, Acts.consumption(name)));
    finish(name, item, quantity, due.plusDays(random.nextInt(10) < 2 ? 3 : 0));
  }

  private void finish(String name, String item, int quantity, LocalDate ready) {
    boolean inTwoParts = quantity >= 2 * LOT && random.nextInt(10) < 2;
    int firstPart = inTwoParts ? quantity / 2 : quantity;
    agenda.on(ready, d -> complete(d, name, item, 1, firstPart));
    if (inTwoParts) {
      agenda.on(ready.plusDays(3), d -> complete(d, name, item, 2, quantity - firstPart));
    }
  }

  private void complete(Day day, String name, String item, int part, int quantity) {
    day.add(Phase.COMPLETING, Acts.completion(name, part, quantity));
    stock.arrive(item, quantity);
  }

  private int possible(String item) {
    return Catalogue.materials(item).entrySet().stream()
        .mapToInt(m -> stock.free(m.getKey()) / m.getValue())
        .min()
        .orElseThrow();
  }
}
