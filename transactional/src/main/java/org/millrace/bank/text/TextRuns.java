package org.millrace.bank.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text as runs of letters and runs of digits: {@code RG. NR. R 120} is RG, NR, R, 120. */
public final class TextRuns {
  private static final int MOST = 200;
  private static final String LIKE_DIGITS = "OQILSBZ";
  private static final String DIGITS = "0011582";

  private final List<String> runs;

  private TextRuns(List<String> runs) {
    this.runs = runs;
  }

  public static TextRuns of(String text) {
    List<String> runs = new ArrayList<>();
    String upper = text.toUpperCase(Locale.ROOT);
    int at = 0;
    while (at < upper.length() && runs.size() < MOST) {
      int start = at;
      char first = upper.charAt(at);
      if (isDigit(first)) {
        while (at < upper.length() && isDigit(upper.charAt(at))) {
          at++;
        }
      } else {
        while (at < upper.length() && Character.isLetter(upper.charAt(at))) {
          at++;
        }
      }
      if (at > start) {
        runs.add(upper.substring(start, at));
      } else {
        at++;
      }
    }
    return new TextRuns(runs);
  }

  public int size() {
    return runs.size();
  }

  public String run(int at) {
    return runs.get(at);
  }

  public boolean isNumber(int at) {
    return isDigit(runs.get(at).charAt(0));
  }

  /** The runs from one to before another, without anything between them. */
  public String compact(int from, int to) {
    return String.join("", runs.subList(from, to));
  }

  /** The same with each number bare of leading zeros and a bar between the runs. */
  public String segments(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : "|").append(bare(runs.get(i)));
    }
    return text.toString();
  }

  public static String bare(String digits) {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.substring(zeros);
  }

  /** With letters that look like digits as these digits: {@code R12O} is R120. */
  public static String asDigits(String compact) {
    StringBuilder text = new StringBuilder(compact);
    for (int i = 0; i < text.length(); i++) {
      int like = LIKE_DIGITS.indexOf(text.charAt(i));
      if (like >= 0) {
        text.setCharAt(i, DIGITS.charAt(like));
      }
    }
    return text.toString();
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
