package org.millrace.json;

import java.util.regex.Pattern;
import org.millrace.shared.Problems;

/**
 * The one way in for text from outside. What the database cannot store is no text, and signs that
 * turn the direction of what follows make one text look like another.
 */
final class Texts {
  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST_SHOWN = 40;

  private Texts() {}

  /**
   * The text itself.
   *
   * @throws org.millrace.shared.Refused naming the field when it holds a NUL, half a character or a
   *     sign that turns its direction
   */
  static String read(String field, String text) {
    boolean isReadable = isStorable(text) && !TURNING.matcher(text).find();
    return required(
        isReadable, field, text, "text without NUL, half characters and signs of direction");
  }

  /**
   * The text of a code: all of it can be seen, and it can be a part of an address.
   *
   * @throws org.millrace.shared.Refused naming the field when it cannot be used
   */
  static String readCode(String field, String text) {
    String code = read(field, text);
    boolean isWritable = !UNSEEN.matcher(code).find() && !code.strip().matches("\\.{1,2}");
    return required(
        isWritable, field, code, "characters that can be seen, and more than one or two dots");
  }

  private static String required(boolean holds, String field, String text, String expected) {
    new Problems()
        .require(holds, field, shown(text), expected)
        .refuse("The " + field + " cannot be read");
    return text;
  }

  private static boolean isStorable(String text) {
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
    String start = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return start.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}]", "?");
  }
}
