package org.millrace.demo.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.demo.market.Catalogue;

class TrickleTest {
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private final Map<String, Integer> own = new HashMap<>();
  private final Map<String, Map<String, Object>> bodies = new HashMap<>();

  @Test
  void takesOnlyGoodsThatItBoughtOrMadeBefore() {
    BusinessYear year = new BusinessYear(1869, LocalDate.of(2025, 11, 1));
    Trickle trickle = new Trickle(act -> {}, year, clock);
    Set<String> keys = new HashSet<>();
    int sold = 0;
    for (int i = 0; i < 3_000; i++) {
      Act act = trickle.act();
      assertThat(keys.add(act.key())).isTrue();
      act.link().makes().ifPresent(name -> bodies.put(name, act.body()));
      move(act);
      sold += act.path().endsWith("/deliveries") ? 1 : 0;
    }
    assertThat(sold).isGreaterThan(200);
  }

  private void move(Act act) {
    Map<String, Object> order = act.link().changes().map(bodies::get).orElse(Map.of());
    if (act.path().endsWith("/receipts")) {
      lines(order).forEach(l -> put((String) l.get("item"), (int) l.get("quantity")));
    } else if (act.path().endsWith("/deliveries")) {
      lines(order).forEach(l -> put((String) l.get("item"), -(int) l.get("quantity")));
    } else if (act.path().endsWith("/consumptions")) {
      Catalogue.materials((String) order.get("item"))
          .forEach((item, each) -> put(item, -each * (int) order.get("quantity")));
    } else if (act.path().endsWith("/completions")) {
      put((String) order.get("item"), (int) order.get("quantity"));
    }
  }

  private void put(String item, int quantity) {
    assertThat(own.merge(item, quantity, Integer::sum)).as(item).isNotNegative();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> lines(Map<String, Object> order) {
    return (List<Map<String, Object>>) order.get("lines");
  }
}
