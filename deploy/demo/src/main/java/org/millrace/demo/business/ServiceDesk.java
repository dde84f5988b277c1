package org.millrace.demo.business;

import java.util.List;
import java.util.Random;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Season;
import org.millrace.demo.market.Shop;

/** Takes tickets of shops, mostly in the riding season, and uses parts for most of them. */
final class ServiceDesk {
  /** What breaks, the part it takes and what is done. */
  private record Trouble(String subject, String item, String part, String cure) {}

  private static final List<Trouble> TROUBLES =
      List.of(
          new Trouble("Brake squeals and grips late", "BIKE-CITY", "BRAKE-SET", "Brake replaced"),
          new Trouble("Flat tyre on delivery", "BIKE-TREK", "TUBE", "Inner tube replaced"),
          new Trouble("Chain jumps under load", "BIKE-MTB", "CHAIN", "Chain replaced"),
          new Trouble("Derailleur bent in transport", "BIKE-ROAD", "DERAILLEUR", "Replaced"),
          new Trouble("Battery loses charge", "EBIKE-CITY", "BATTERY", "Battery exchanged"),
          new Trouble("Saddle torn", "BIKE-KIDS", "SADDLE", "Saddle replaced"),
          new Trouble("Lamp does not light", "LIGHT-SET", "LAMP-FRONT", "Lamp replaced"),
          new Trouble("Motor is noisy", "EBIKE-CARGO", "MOTOR", "Motor exchanged"));

  private final Random random;
  private final Agenda agenda;
  private final Stockroom stock;
  private final List<Shop> shops;
  private int tickets;

  ServiceDesk(Random random, Agenda agenda, Stockroom stock, List<Shop> shops) {
    this.random = random;
    this.agenda = agenda;
    this.stock = stock;
    this.shops = shops;
  }

  void work(Day day) {
    if (random.nextDouble() < 0.38 * Season.RIDING.factor(day.date())) {
      open(day);
    }
  }

  private void open(Day day) {
    tickets++;
    String name = "ticket-" + tickets;
    Trouble trouble = TROUBLES.get(Math.min(random.nextInt(11) * 2 / 3, TROUBLES.size() - 1));
    Shop shop = shops.get(random.nextInt(shops.size()));
    day.add(Phase.ORDERING, Acts.ticket(name, shop.code(), trouble.item(), trouble.subject()));
    int days = 1 + random.nextInt(3);
    if (random.nextInt(10) < 8) {
      agenda.on(day.date().plusDays(days), d -> use(d, name, trouble.part()));
    }
    agenda.on(
        day.date().plusDays(days + 1L + random.nextInt(12)),
        d -> d.add(Phase.BOOKKEEPING, Acts.ticketClosed(name, trouble.cure())));
  }

  private void use(Day day, String ticket, String part) {
    if (stock.free(part) > 0) {
      stock.take(part, 1);
      day.add(Phase.DELIVERING, Acts.part(ticket, part));
    }
  }
}
