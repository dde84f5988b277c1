package org.millrace.scenario;

import java.math.BigDecimal;
import java.util.List;

/** Notes where what came is not what was expected. */
record Comparison(List<Difference> differences) {
  /** Two texts. */
  void same(String where, String expected, String actual) {
    if (!expected.equals(actual)) {
      differences.add(new Difference(where, expected, actual));
    }
  }

  /** Two numbers. */
  void equal(String where, BigDecimal expected, BigDecimal actual) {
    if (expected.compareTo(actual) != 0) {
      differences.add(new Difference(where, expected.toPlainString(), actual.toPlainString()));
    }
  }
}
