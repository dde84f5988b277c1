package org.millrace.document.together;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.millrace.database.Together;

/** The codes of masters that wait to be written. */
final class WaitingCodes implements Together.Part {
  private final List<String> codes = new ArrayList<>();
  private final Map<String, Integer> alike = new HashMap<>();

  void add(String code) {
    codes.add(code);
    alike.merge(small(code), 1, Integer::sum);
  }

  /** Whether one waits that has this code, in capital or small letters. */
  boolean hasAlike(String code) {
    return alike.containsKey(small(code));
  }

  void clear() {
    codes.clear();
    alike.clear();
  }

  private static String small(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  @Override
  public Supplier<Boolean> mark() {
    int before = codes.size();
    return () -> {
      while (codes.size() > before) {
        String last = small(codes.remove(codes.size() - 1));
        alike.computeIfPresent(last, (code, count) -> count > 1 ? count - 1 : null);
      }
      return true;
    };
  }

  @Override
  public void finish() {
    clear();
  }
}
