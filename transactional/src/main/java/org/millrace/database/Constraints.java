package org.millrace.database;

import java.util.function.Supplier;
import org.millrace.shared.Refused;
import org.springframework.dao.DataIntegrityViolationException;

/** What the database itself insists on. */
public final class Constraints {
  private Constraints() {}

  /**
   * Does the work.
   *
   * @throws Refused as conflict when it breaks a constraint, for work that is one of many and must
   *     not stop the others
   */
  public static <T> T asRefusals(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataIntegrityViolationException e) {
      String cause = String.valueOf(e.getMostSpecificCause().getMessage());
      throw Refused.conflict(
          "The database does not take it: " + cause.lines().findFirst().orElse(""));
    }
  }
}
