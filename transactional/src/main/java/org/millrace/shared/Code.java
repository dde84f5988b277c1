package org.millrace.shared;

/** A short readable identifier; JSON, paths and columns carry its bare {@link #value()}. */
public interface Code {
  /** The text people write, trimmed and never blank. */
  String value();

  /**
   * Trims and checks a code.
   *
   * @throws Refused when it is blank, has control characters or is longer than the limit
   */
  static String checked(String what, String value, int longest) {
    return checked(what, what, value, longest);
  }

  /**
   * Trims and checks a text of a field that is called otherwise than what it holds: the field
   * {@code name}, a company name.
   *
   * @throws Refused naming the field when it is blank, has control characters or is longer than the
   *     limit
   */
  static String checked(String field, String what, String value, int longest) {
    String trimmed = value == null ? "" : value.strip();
    if (!trimmed.isEmpty() && trimmed.length() <= longest && isPrintable(trimmed)) {
      return trimmed;
    }
    throw new Problems()
        .add(field, trimmed, "1 to " + longest + " printable characters")
        .refused("The " + what + " cannot be used");
  }

  /** Whether a text has no control characters, neither 00-1F nor 7F-9F. */
  static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text with a blank for each run of control characters, trimmed. */
  static String printable(String text) {
    return isPrintable(text) ? text.strip() : text.replaceAll("\\p{Cc}+", " ").strip();
  }
}
