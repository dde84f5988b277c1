package org.millrace.demo.business;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Random;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Catalogue;
import org.millrace.demo.market.Promotion;
import org.millrace.demo.market.Shop;

/**
 * Follows a few chances to sell to the stage where they are won or lost, and announces each
 * promotion as a campaign.
 */
final class AccountDesk {
  private static final int OPENED_PERCENT = 70;
  private static final int DAYS_AHEAD = 21;

  private final Random random;
  private final Agenda agenda;
  private final List<Shop> shops;
  private int opportunities;

  AccountDesk(Random random, Agenda agenda, List<Shop> shops) {
    this.random = random;
    this.agenda = agenda;
    this.shops = shops;
  }

  void work(Day day) {
    if (day.date().getDayOfWeek() == DayOfWeek.TUESDAY && random.nextInt(100) < OPENED_PERCENT) {
      open(day);
    }
    for (Promotion promotion : Promotion.values()) {
      LocalDate start = promotion.start(Year.from(day.date().plusDays(DAYS_AHEAD)));
      if (Agenda.working(start.minusDays(DAYS_AHEAD)).equals(day.date())) {
        announce(day, promotion, start);
      }
    }
  }

  private void open(Day day) {
    opportunities++;
    String name = "op-" + opportunities;
    Shop shop = shops.get(random.nextInt(shops.size()));
    Catalogue.Sold wanted = Catalogue.SALES.get(random.nextInt(Catalogue.SALES.size()));
    int quantity = wanted.pieces() * (4 + random.nextInt(12));
    LocalDate decided = day.date().plusDays(30L + random.nextInt(40));
    day.add(
        Phase.SELLING,
        Acts.opportunity(
            name, shop.code(), decided, new Acts.Line(wanted.code(), quantity, wanted.price())));
    next(day, name, List.of("proposal", "negotiation"));
  }

  /** Leads on to the next stage, which one in five does not reach. */
  private void next(Day day, String name, List<String> stages) {
    LocalDate then = day.date().plusDays(4L + random.nextInt(18));
    int percent = random.nextInt(100);
    if (stages.isEmpty()) {
      boolean won = percent < 55;
      agenda.on(
          then,
          d ->
              d.add(
                  Phase.SELLING,
                  won ? Acts.opportunityWon(name) : Acts.opportunityLost(name, "Another offer")));
    } else if (percent < 20) {
      agenda.on(then, d -> d.add(Phase.SELLING, Acts.opportunityLost(name, "No budget")));
    } else {
      agenda.on(then, d -> enter(d, name, stages));
    }
  }

  private void enter(Day day, String name, List<String> stages) {
    day.add(Phase.SELLING, Acts.opportunityStage(name, stages.get(0)));
    next(day, name, stages.subList(1, stages.size()));
  }

  private void announce(Day day, Promotion promotion, LocalDate start) {
    String code = promotion.name().replace('_', '-') + "-" + start.getYear();
    LocalDate end = promotion.end(Year.from(start));
    List<String> items = Catalogue.SALES.stream().map(Catalogue.Sold::code).toList();
    day.add(Phase.SELLING, Acts.campaign(code, start, end, items));
    agenda.on(start, d -> d.add(Phase.SELLING, Acts.campaignStep(code, "start")));
    agenda.on(end.plusDays(1), d -> d.add(Phase.SELLING, Acts.campaignStep(code, "end")));
  }
}
