package org.millrace.demo.business;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millrace.demo.market.Catalogue;
import org.millrace.demo.market.Season;
import org.millrace.demo.market.Shop;

/** What the planner expects to be needed a week, from the shops' habits and the season. */
final class Outlook {
  private static final double DAYS_A_WEEK = 7;

  private final LocalDate first;
  private final Map<String, Double> averageWeek = new HashMap<>();

  Outlook(LocalDate first, List<Shop> shops) {
    this.first = first;
    double orders = shops.stream().mapToDouble(s -> DAYS_A_WEEK / s.habit().daysApart()).sum();
    double size = shops.stream().mapToDouble(s -> s.habit().size()).average().orElse(1);
    for (Catalogue.Sold sold : Catalogue.SALES) {
      double pieces = orders * SalesDesk.LINES_AN_ORDER * sold.share() * sold.pieces() * size;
      averageWeek.put(sold.code(), pieces * (1 + SalesDesk.WALK_IN_SHARE));
    }
  }

  /** Pieces of each item, products, assemblies and components, in the weeks from that day. */
  Map<String, Double> needs(LocalDate day, int weeks) {
    Map<String, Double> needs = new HashMap<>();
    for (int week = 0; week < weeks; week++) {
      LocalDate in = day.plusWeeks(week);
      for (Catalogue.Sold sold : Catalogue.SALES) {
        double pieces =
            requireNonNull(averageWeek.get(sold.code()))
                * sold.season().factor(in)
                * Season.trend(first, in);
        explode(sold.code(), pieces, needs);
      }
    }
    return needs;
  }

  private static void explode(String item, double quantity, Map<String, Double> needs) {
    needs.merge(item, quantity, Double::sum);
    if (Catalogue.isMade(item)) {
      Catalogue.materials(item)
          .forEach((material, each) -> explode(material, quantity * each, needs));
    }
  }
}
