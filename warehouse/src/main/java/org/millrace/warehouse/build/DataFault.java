package org.millrace.warehouse.build;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkThrowable;

/**
 * Tells a value that cannot be calculated or stored from a disk, a table or a program that failed:
 * the first concerns one row and is held back with its reason, the second is tried again.
 */
public final class DataFault {
  private static final int LONGEST = 300;

  private DataFault() {}

  /** What is wrong with the data, when that is why it failed. */
  public static Optional<String> in(Throwable failed) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable each = failed; each != null && seen.add(each); each = each.getCause()) {
      if (isAboutValues(each)) {
        return Optional.of(sentence(each));
      }
    }
    return Optional.empty();
  }

  private static boolean isAboutValues(Throwable each) {
    if (each instanceof SQLException refused) {
      return isDataState(refused.getSQLState());
    }
    if (each instanceof SparkThrowable spark && spark.getSqlState() != null) {
      return isDataState(spark.getSqlState());
    }
    return each instanceof ArithmeticException || each instanceof DateTimeException;
  }

  /** Class 22 is "data exception", 23 a broken constraint, 54 a limit of the program. */
  private static boolean isDataState(String state) {
    return state != null && state.matches("(22|23|54).*");
  }

  private static String sentence(Throwable each) {
    String text = String.valueOf(each.getMessage()).lines().findFirst().orElse("");
    String whole = text.isBlank() ? each.getClass().getSimpleName().toLowerCase(Locale.ROOT) : text;
    return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "..." : whole;
  }
}
