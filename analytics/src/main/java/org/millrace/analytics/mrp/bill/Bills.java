package org.millrace.analytics.mrp.bill;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The bills of numbered items with their low-level codes: the longest way from an item that nothing
 * takes, so that an item is planned after all that take it (Orlicky, Material Requirements Planning
 * 1975). Worked: A takes B and C, C takes B: A is level 0, C 1, B 2.
 */
public final class Bills {

  private final List<String> items;
  private final List<BillLine> lines;
  private final int[] firstLine;
  private final int[] component;
  private final double[] gross;
  private final int[] level;

  private Bills(List<String> items, List<BillLine> lines) {
    this.items = List.copyOf(items);
    Map<String, Integer> number = new TreeMap<>();
    for (int item = 0; item < items.size(); item++) {
      number.put(items.get(item), item);
    }
    this.lines =
        lines.stream()
            .filter(line -> number.containsKey(line.item()) && number.containsKey(line.component()))
            .sorted(
                Comparator.<BillLine>comparingInt(line -> number.get(line.item()))
                    .thenComparing(BillLine::component)
                    .thenComparing(BillLine::quantity)
                    .thenComparing(BillLine::scrap))
            .toList();
    component = this.lines.stream().mapToInt(line -> number.get(line.component())).toArray();
    gross = this.lines.stream().mapToDouble(BillLine::grossQuantity).toArray();
    firstLine = new int[items.size() + 1];
    this.lines.forEach(line -> firstLine[requireNonNull(number.get(line.item())) + 1]++);
    for (int item = 0; item < items.size(); item++) {
      firstLine[item + 1] += firstLine[item];
    }
    level = new int[items.size()];
  }

  /**
   * Numbers the lines of items by their place in the list; lines of other items are left out.
   *
   * @throws BillCycle when an item takes itself, with the way around
   */
  public static Bills of(List<String> items, List<BillLine> lines) {
    Bills bills = new Bills(items, lines);
    bills.findLevels();
    return bills;
  }

  /** The low-level code. */
  public int level(int item) {
    return level[item];
  }

  /** The items by low-level code, then by number. */
  public int[] planningOrder() {
    return IntStream.range(0, level.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(item -> level[item]).thenComparing(item -> item))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  public boolean hasBill(int item) {
    return firstLine[item] < firstLine[item + 1];
  }

  /** The lines of an item run from this one up to, not including, that of the next item. */
  public int firstLine(int item) {
    return firstLine[item];
  }

  public int component(int line) {
    return component[line];
  }

  /** What has to be issued for one unit, scrap included. */
  public double grossQuantity(int line) {
    return gross[line];
  }

  private void findLevels() {
    int[] takers = new int[level.length];
    for (int taken : component) {
      takers[taken]++;
    }
    int[] ready = new int[level.length];
    int count = 0;
    for (int item = 0; item < level.length; item++) {
      if (takers[item] == 0) {
        ready[count++] = item;
      }
    }
    for (int done = 0; done < count; done++) {
      int item = ready[done];
      for (int line = firstLine[item]; line < firstLine[item + 1]; line++) {
        int taken = component[line];
        level[taken] = Math.max(level[taken], level[item] + 1);
        if (--takers[taken] == 0) {
          ready[count++] = taken;
        }
      }
    }
    if (count < level.length) {
      throw new BillCycle(circle(takers));
    }
  }

  // Every item left has a taker that is left too, so going up must come around.
  private List<String> circle(int[] takersLeft) {
    Map<String, String> takerOf = new TreeMap<>();
    for (BillLine line : lines) {
      int taker = items.indexOf(line.item());
      if (takersLeft[taker] > 0) {
        takerOf.putIfAbsent(line.component(), line.item());
      }
    }
    List<String> way = new ArrayList<>();
    String at =
        IntStream.range(0, takersLeft.length)
            .filter(item -> takersLeft[item] > 0)
            .mapToObj(items::get)
            .findFirst()
            .orElseThrow();
    while (!way.contains(at)) {
      way.add(at);
      at = takerOf.get(at);
    }
    List<String> circle = new ArrayList<>(way.subList(way.indexOf(at), way.size()));
    circle.add(at);
    Collections.reverse(circle);
    return circle;
  }
}
