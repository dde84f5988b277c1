package org.millrace.exchange.layout;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What fills one column of a list: a constant, or columns of the file, worked on in the order of
 * the components.
 *
 * @param columns the first that is not empty counts, or all of them with {@code with} between
 * @param constant one value for all rows
 * @param text what is done to the text
 * @param number what is done to the number
 * @param as how the file's form is read where that is not the type of the column
 */
public record CellRule(
    List<String> columns,
    Optional<String> constant,
    TextStep text,
    NumberStep number,
    Optional<CellType> as) {
  public CellRule {
    columns = List.copyOf(columns);
  }

  /**
   * What is done to a text.
   *
   * @param with stands between the columns, which are then all taken
   * @param between what stands before and after the part that counts
   * @param values what the values of the file mean; {@code *} stands for any other
   * @param otherwise what an empty cell means
   */
  public record TextStep(
      Optional<String> with,
      List<String> between,
      Map<String, String> values,
      Optional<String> otherwise) {
    public TextStep {
      between = List.copyOf(between);
      values = Map.copyOf(values);
    }
  }

  /**
   * What is done to a number, in this order.
   *
   * @param daysFrom column of a day from which the days are counted up to the one in the column
   * @param plus column that is added
   * @param minus column that is taken off
   * @param times column that it is multiplied by
   * @param discount column of a discount that is taken off
   * @param discountIs what stands in that column
   * @param per column that it is divided by: the price of one where this is the amount of a line
   */
  public record NumberStep(
      Optional<String> daysFrom,
      Optional<String> plus,
      Optional<String> minus,
      Optional<String> times,
      Optional<String> discount,
      DiscountIs discountIs,
      Optional<String> per) {
    /** Whether the number of the column counts as it is. */
    boolean isNone() {
      return daysFrom.isEmpty()
          && plus.isEmpty()
          && minus.isEmpty()
          && times.isEmpty()
          && discount.isEmpty()
          && per.isEmpty();
    }
  }

  /** What stands in the column of a discount. */
  public enum DiscountIs {
    /** 0.05 of the price. */
    FRACTION,
    /** 5 of a hundred. */
    PERCENT,
    /** Money off. */
    AMOUNT
  }

  /** The column alone. */
  static CellRule of(String column) {
    return new CellRule(
        List.of(column),
        Optional.empty(),
        new TextStep(Optional.empty(), List.of(), Map.of(), Optional.empty()),
        new NumberStep(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DiscountIs.FRACTION,
            Optional.empty()),
        Optional.empty());
  }
}
