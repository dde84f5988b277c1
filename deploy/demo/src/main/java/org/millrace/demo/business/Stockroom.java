package org.millrace.demo.business;

import java.util.HashMap;
import java.util.Map;

/**
 * What lies in stock and what is on its way, as the simulation knows it. Goods are counted out when
 * they are promised to an act, and in when the act that brings them has its day.
 */
final class Stockroom {
  private final Map<String, Integer> free = new HashMap<>();
  private final Map<String, Integer> coming = new HashMap<>();
  private final Map<String, Integer> wanted = new HashMap<>();

  int free(String item) {
    return free.getOrDefault(item, 0);
  }

  /** Free and not kept for customers who wait. */
  int unclaimed(String item) {
    return Math.max(0, free(item) - wanted.getOrDefault(item, 0));
  }

  /** Free and coming, less what customers wait for. */
  int position(String item) {
    return free(item) + coming.getOrDefault(item, 0) - wanted.getOrDefault(item, 0);
  }

  void expect(String item, int quantity) {
    coming.merge(item, quantity, Integer::sum);
  }

  /** Expected goods arrived. */
  void arrive(String item, int quantity) {
    coming.merge(item, -quantity, Integer::sum);
    free.merge(item, quantity, Integer::sum);
  }

  /** Goods came in that nobody expected. */
  void put(String item, int quantity) {
    free.merge(item, quantity, Integer::sum);
  }

  void take(String item, int quantity) {
    if (free(item) < quantity) {
      throw new IllegalStateException(
          "Only " + free(item) + " of " + item + " are free, " + quantity + " are to be taken");
    }
    free.merge(item, -quantity, Integer::sum);
  }

  /** A customer waits for that much more, or less when negative. */
  void want(String item, int quantity) {
    wanted.merge(item, quantity, Integer::sum);
  }
}
