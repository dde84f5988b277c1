package org.millrace.exchange.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of cells as spreadsheets store them, and no longer than those allow. */
final class CellText {
  static final int LONGEST = 32_767;
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** The text up to the end of the element that began, without readings in phonetic script. */
  static String within(XmlPart xml, String element, String name) {
    StringBuilder text = new StringBuilder();
    boolean isText = false;
    int phonetic = 0;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("rPh")) {
        phonetic++;
      } else if (xml.isEnd("rPh")) {
        phonetic--;
      } else if (xml.isStart("t")) {
        isText = true;
      } else if (xml.isEnd("t")) {
        isText = false;
      } else if (isText && phonetic == 0 && xml.isText()) {
        append(xml, text, name);
      }
    }
    return unescaped(text);
  }

  /** The characters directly up to the end of the element that began. */
  static String plain(XmlPart xml, String element, String name) {
    StringBuilder text = new StringBuilder();
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isText()) {
        append(xml, text, name);
      }
    }
    return text.toString();
  }

  private static void append(XmlPart xml, StringBuilder text, String name) {
    xml.appendText(text);
    if (text.length() > LONGEST) {
      throw new FileUnreadable(
          "%s holds a text of more than %,d characters, which no spreadsheet allows."
              .formatted(name, LONGEST));
    }
  }

  static String unescaped(CharSequence stored) {
    String text = stored.toString();
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** A value for a message. */
  static String cut(String value) {
    return value.substring(0, Math.min(20, value.length()));
  }
}
