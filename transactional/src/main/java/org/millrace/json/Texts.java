package org.millrace.json;

import org.millrace.shared.Problems;

/** The one way in for text from outside: what the database cannot store is no text. */
final class Texts {
  private Texts() {}

  /**
   * The text itself.
   *
   * @throws Refused naming the field when it holds a NUL or half a character
   */
  static String read(String field, String text) {
    new Problems()
        .require(isStorable(text), field, shown(text), "text without NUL and half characters")
        .refuse("The " + field + " cannot be read");
    return text;
  }

  /** Whether the database can store it. */
  static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || Character.isSurrogate(c) && !isPair) {
        return false;
      }
      i += isPair ? 1 : 0;
    }
    return true;
  }

  private static String shown(String text) {
    String start = text.length() > 40 ? text.substring(0, 40) + "..." : text;
    return start.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }
}
