package org.millrace.dashboards.definition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a figure comes from summed columns: a sum of signed columns, or the quotient of two such
 * sums. A quotient is never summed itself: (60 - 40) / 60 and (40 - 38) / 40 give together (100 -
 * 78) / 100 = 0.22, not 0.33 + 0.05.
 */
public sealed interface Formula {
  /** numerator = sum of the signed columns; it is the figure. */
  record Sum(List<Term> terms) implements Formula {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** value = sum of the numerator's columns / sum of the denominator's columns. */
  record Ratio(List<Term> numerator, List<Term> denominator) implements Formula {
    public Ratio {
      numerator = List.copyOf(numerator);
      denominator = List.copyOf(denominator);
    }
  }

  /** The columns that are summed, numerator first. */
  default List<Term> terms() {
    return this instanceof Ratio r
        ? Stream.concat(r.numerator().stream(), r.denominator().stream()).toList()
        : ((Sum) this).terms();
  }

  /** The terms of the numerator; of a plain sum, all. */
  default List<Term> above() {
    return this instanceof Ratio r ? r.numerator() : ((Sum) this).terms();
  }

  /** The terms of the denominator; empty for a plain sum. */
  default List<Term> below() {
    return this instanceof Ratio r ? r.denominator() : List.of();
  }

  /** The figure from sums of columns; empty when the denominator is zero. */
  default Optional<BigDecimal> from(Map<String, BigDecimal> sums) {
    BigDecimal above = add(above(), sums);
    if (below().isEmpty()) {
      return Optional.of(above);
    }
    BigDecimal below = add(below(), sums);
    return below.signum() == 0
        ? Optional.empty()
        : Optional.of(above.divide(below, MathContext.DECIMAL64));
  }

  /** The formula as people read it: {@code (net_revenue - cost_amount) / (net_revenue)}. */
  default String asText() {
    return below().isEmpty()
        ? "sum of " + Term.formula(above())
        : "(" + Term.formula(above()) + ") / (" + Term.formula(below()) + ")";
  }

  private static BigDecimal add(List<Term> terms, Map<String, BigDecimal> sums) {
    BigDecimal total = BigDecimal.ZERO;
    for (Term term : terms) {
      BigDecimal value = sums.getOrDefault(term.column(), BigDecimal.ZERO);
      total = total.add(term.sign() < 0 ? value.negate() : value);
    }
    return total;
  }
}
