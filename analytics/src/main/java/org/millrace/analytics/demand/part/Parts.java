package org.millrace.analytics.demand.part;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the forecasts of an item's parts (locations, customer groups) add up to the item's own in
 * every period: each part keeps its proportion of what the parts say together; where they say
 * nothing, its proportion of what was sold. Intervals move along.
 *
 * <p>Source: forecast proportions, Athanasopoulos, Ahmed and Hyndman, IJF 25 (2009) 146. Worked: an
 * item of 10 over parts of 3 and 5 becomes 3.75 and 6.25.
 */
public final class Parts {

  private Parts() {}

  /** One part: what was sold of it in all, and its own forecast by period. */
  public record Part(double sold, double... ahead) {}

  /** The forecasts of the parts so that they add up to those of the item. */
  public static List<double[]> adjusted(double[] item, List<Part> parts) {
    List<double[]> adjusted = new ArrayList<>(parts.size());
    for (Part part : parts) {
      adjusted.add(new double[part.ahead.length]);
    }
    double sold = parts.stream().mapToDouble(Part::sold).sum();
    for (int step = 0; step < item.length; step++) {
      int now = step;
      double said = parts.stream().mapToDouble(part -> part.ahead[now]).sum();
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        double share =
            said > 0 ? part.ahead[step] / said : sold > 0 ? part.sold / sold : 1.0 / parts.size();
        adjusted.get(i)[step] = item[step] * share;
      }
    }
    return adjusted;
  }
}
