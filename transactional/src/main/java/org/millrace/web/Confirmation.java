package org.millrace.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person who records a document confirms what nobody usually means. Documents that follow
 * from others, or come in files, are asked nothing.
 */
public final class Confirmation {
  private static final ThreadLocal<@Nullable Boolean> ASKED = new ThreadLocal<>();

  private Confirmation() {}

  /** Acts for a person, who says {@code confirmed: true} or not. */
  public static <T> T by(Optional<Boolean> confirmed, Supplier<T> act) {
    ASKED.set(confirmed.orElse(false));
    try {
      return act.get();
    } finally {
      ASKED.remove();
    }
  }

  /** Whether a person acts who did not confirm it. */
  public static boolean isMissing() {
    return Boolean.FALSE.equals(ASKED.get());
  }
}
