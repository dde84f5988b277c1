package org.millrace.exchange.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which styles of a workbook show a number as a date, and whether with a time of day. */
final class CellStyles {
  private static final Pattern BESIDES =
      Pattern.compile("\\[[^]]*]|\"[^\"]*\"|\\\\.|_.|\\*.|AM/PM|A/P");
  private static final Pattern DAY = Pattern.compile("[yd]|m{3,}|e");
  private static final Pattern TIME = Pattern.compile("[hs]");

  private static final Pattern CODE = Pattern.compile("0{2,15}");

  private final List<Shows> styles = new ArrayList<>();
  private final List<Integer> digits = new ArrayList<>();

  /** What a style makes of a number. */
  enum Shows {
    NUMBER,
    DAY,
    MOMENT
  }

  private CellStyles() {}

  static CellStyles none() {
    return new CellStyles();
  }

  static CellStyles read(XmlPart xml) {
    CellStyles read = new CellStyles();
    Map<String, String> formats = new HashMap<>();
    boolean isCells = false;
    try (xml) {
      while (xml.next()) {
        if (xml.isStart("numFmt")) {
          formats.put(xml.attribute("numFmtId").orElse(""), xml.attribute("formatCode").orElse(""));
        } else if (xml.isStart("cellXfs")) {
          isCells = true;
        } else if (xml.isEnd("cellXfs")) {
          isCells = false;
        } else if (isCells && xml.isStart("xf")) {
          String id = xml.attribute("numFmtId").orElse("0");
          String code = formats.get(id);
          read.styles.add(code == null ? builtin(id) : shows(code));
          read.digits.add(code == null ? 0 : digits(code));
        }
      }
    }
    return read;
  }

  /**
   * Formats that a workbook names by number alone: 14-22 and 45-47 everywhere, 27-36 and 50-58 in
   * Chinese, Japanese and Korean spreadsheets.
   */
  private static Shows builtin(String id) {
    return switch (id) {
      case "14", "15", "16", "17", "27", "28", "29", "30", "31", "36" -> Shows.DAY;
      case "50", "51", "52", "53", "54", "57", "58" -> Shows.DAY;
      case "18", "19", "20", "21", "22", "32", "33", "34", "35" -> Shows.MOMENT;
      case "45", "46", "47", "55", "56" -> Shows.MOMENT;
      default -> Shows.NUMBER;
    };
  }

  /** A format of a date names years, days or hours beside brackets, quotes and escapes. */
  static Shows shows(String code) {
    String bare =
        BESIDES.matcher(code).replaceAll("").split(";", 2)[0].toLowerCase(java.util.Locale.ROOT);
    if (bare.contains("general")) {
      return Shows.NUMBER;
    }
    if (TIME.matcher(bare).find()) {
      return Shows.MOMENT;
    }
    boolean isDay = DAY.matcher(bare.replaceAll("e[+-]", "")).find() || bare.equals("m");
    return isDay ? Shows.DAY : Shows.NUMBER;
  }

  /** How many digits a format of codes shows at least: 5 of {@code 00000}, 0 of all others. */
  static int digits(String code) {
    String first = code.split(";", 2)[0].replaceAll("\\[[^]]*]|\"", "");
    return CODE.matcher(first).matches() ? first.length() : 0;
  }

  Shows at(String number) {
    return of(number, styles, Shows.NUMBER);
  }

  /** A whole number as the style shows it: 42 is 00042 in the format 00000. */
  String padded(String number, String text) {
    int least = of(number, digits, 0);
    boolean isShort = text.length() < least && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isShort ? "0".repeat(least - text.length()) + text : text;
  }

  private static <T> T of(String number, List<T> styles, T otherwise) {
    if (!number.matches("\\d{1,9}")) {
      return otherwise;
    }
    int style = Integer.parseInt(number);
    return style < styles.size() ? styles.get(style) : otherwise;
  }
}
