package org.millrace.analytics.forecast.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which series are sums of which: the lowest ones, such as an item at a location, and the sums over
 * levels that may cross (item, group, location, company). The sums come first, then the lowest.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), 11.1-11.2
 * (summing matrix, grouped series). Worked: 3 and 4 under one company give 7, 3, 4. Immutable.
 */
public final class Hierarchy {

  private final List<String> lowest;
  private final List<Sum> sums;

  private record Sum(String name, List<Integer> members) {}

  private Hierarchy(List<String> lowest, List<Sum> sums) {
    this.lowest = List.copyOf(lowest);
    this.sums = List.copyOf(sums);
  }

  /** The lowest series, not yet summed. */
  public static Hierarchy of(List<String> lowest) {
    if (lowest.isEmpty() || lowest.stream().distinct().count() < lowest.size()) {
      throw new IllegalArgumentException(
          "The lowest series need names of their own, but there are " + lowest + ".");
    }
    return new Hierarchy(lowest, List.of());
  }

  /**
   * With the sums of one level, one for each value, named {@code level value}.
   *
   * @param values where each of the lowest series belongs
   */
  public Hierarchy withLevel(String level, List<String> values) {
    if (values.size() != lowest.size()) {
      throw new IllegalArgumentException(
          "The level '%s' places %d series, but there are %d at the bottom."
              .formatted(level, values.size(), lowest.size()));
    }
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      members.computeIfAbsent(level + " " + values.get(i), name -> new ArrayList<>()).add(i);
    }
    List<Sum> all = new ArrayList<>(sums);
    members.forEach((name, list) -> all.add(new Sum(name, List.copyOf(list))));
    Hierarchy more = new Hierarchy(lowest, all);
    if (more.names().stream().distinct().count() < more.size()) {
      throw new IllegalArgumentException(
          "The level '%s' gives a name twice: %s.".formatted(level, more.names()));
    }
    return more;
  }

  /** The sums, level by level, then the lowest series. */
  public List<String> names() {
    List<String> names = new ArrayList<>(sums.stream().map(Sum::name).toList());
    names.addAll(lowest);
    return List.copyOf(names);
  }

  public int size() {
    return sums.size() + lowest.size();
  }

  public int sumCount() {
    return sums.size();
  }

  /** The places of the series that make up a sum, counted among all. */
  List<Integer> members(int sum) {
    return sums.get(sum).members().stream().map(i -> sums.size() + i).toList();
  }

  /** How many of the lowest series are in the series at this place. */
  int breadth(int place) {
    return place < sums.size() ? sums.get(place).members().size() : 1;
  }

  /** The values of all series, of the values of the lowest. */
  public double[] summed(double... values) {
    if (values.length != lowest.size()) {
      throw new IllegalArgumentException(
          "%d values were given for %d lowest series.".formatted(values.length, lowest.size()));
    }
    double[] all = new double[size()];
    System.arraycopy(values, 0, all, sums.size(), values.length);
    for (int sum = 0; sum < sums.size(); sum++) {
      for (int member : sums.get(sum).members()) {
        all[sum] += values[member];
      }
    }
    return all;
  }

  /** The values of the lowest series alone. */
  public double[] lowest(double... all) {
    return Arrays.copyOfRange(checked(all), sums.size(), all.length);
  }

  /** By how much each sum differs from what it is the sum of. */
  public double[] gaps(double... all) {
    double[] added = summed(lowest(all));
    double[] gaps = new double[sums.size()];
    for (int sum = 0; sum < gaps.length; sum++) {
      gaps[sum] = all[sum] - added[sum];
    }
    return gaps;
  }

  double[] checked(double... all) {
    if (all.length != size()) {
      throw new IllegalArgumentException(
          "%d values were given for the %d series of the hierarchy.".formatted(all.length, size()));
    }
    for (int i = 0; i < all.length; i++) {
      if (!Double.isFinite(all[i])) {
        throw new IllegalArgumentException(
            "The value of '%s' is %s; a number is needed.".formatted(names().get(i), all[i]));
      }
    }
    return all;
  }
}
