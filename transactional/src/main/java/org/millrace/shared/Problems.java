package org.millrace.shared;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything wrong with one input, to be refused together. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Notes a problem unless the condition holds. */
  public Problems require(boolean holds, String field, @Nullable Object value, String expected) {
    return holds ? this : add(field, value, expected);
  }

  /** Notes a problem. */
  public Problems add(String field, @Nullable Object value, String expected) {
    found.add(new Problem(field, value == null ? "" : value.toString(), expected));
    return this;
  }

  /** Whether anything was noted. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All noted so far. */
  public List<Problem> found() {
    return List.copyOf(found);
  }

  /**
   * Does nothing when nothing was noted.
   *
   * @throws Refused with all problems otherwise
   */
  public void refuse(String title) {
    if (!found.isEmpty()) {
      throw refused(title);
    }
  }

  /** The refusal of all noted so far, to be thrown. */
  public Refused refused(String title) {
    return Refused.invalid(title, found);
  }
}
