package org.millrace.analytics.mrp;

import java.util.Arrays;

/**
 * All that is needed of all items, one row a need. The source says who needs it: a demand (its
 * number, 0 or more), safety stock, stock below nothing, or a supply whose bill takes it.
 */
final class Needs {

  static final int SAFETY = -1;
  static final int SHORT_STOCK = -2;
  private static final int FIRST_SUPPLY = -3;

  private final IntColumn item = new IntColumn();
  private final IntColumn day = new IntColumn();
  private final IntColumn source = new IntColumn();
  private final LongColumn quantity = new LongColumn();
  private final IntColumn previousOfItem = new IntColumn();
  private final IntColumn firstPeg = new IntColumn();
  private final IntColumn endPeg = new IntColumn();
  private final int[] lastOfItem;
  private final int[] countOfItem;

  Needs(int items) {
    lastOfItem = new int[items];
    countOfItem = new int[items];
    Arrays.fill(lastOfItem, -1);
  }

  static int takenBy(int supply) {
    return FIRST_SUPPLY - supply;
  }

  void add(int ofItem, int onDay, long needed, int by) {
    int need = item.add(ofItem);
    day.add(onDay);
    source.add(by);
    quantity.add(needed);
    previousOfItem.add(lastOfItem[ofItem]);
    firstPeg.add(0);
    endPeg.add(0);
    lastOfItem[ofItem] = need;
    countOfItem[ofItem]++;
  }

  int size() {
    return item.size();
  }

  int item(int need) {
    return item.at(need);
  }

  int day(int need) {
    return day.at(need);
  }

  long quantity(int need) {
    return quantity.at(need);
  }

  int source(int need) {
    return source.at(need);
  }

  boolean isDemand(int need) {
    return source.at(need) >= 0;
  }

  boolean isTaken(int need) {
    return source.at(need) <= FIRST_SUPPLY;
  }

  /** The supply whose bill takes this. */
  int taker(int need) {
    return FIRST_SUPPLY - source.at(need);
  }

  void pegged(int need, int first, int end) {
    firstPeg.put(need, first);
    endPeg.put(need, end);
  }

  int firstPeg(int need) {
    return firstPeg.at(need);
  }

  int endPeg(int need) {
    return endPeg.at(need);
  }

  /** The needs of an item by day; on a day safety stock first, then in the order they came. */
  int[] byDay(int ofItem) {
    long[] keys = new long[countOfItem[ofItem]];
    int need = lastOfItem[ofItem];
    for (int i = 0; i < keys.length; i++) {
      long rank = source.at(need) == SAFETY ? 0 : 1;
      keys[i] = (2L * day.at(need) + rank) << 32 | need;
      need = previousOfItem.at(need);
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
