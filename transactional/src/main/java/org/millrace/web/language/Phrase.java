package org.millrace.web.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An English message with gaps for what the code fills in, written {@code {}}, and the same in
 * another language: {@code {1}} is what stood in the first gap as it is, {@code {1!}} the same
 * translated, {@code {1;}} each of several, between which a semicolon stands.
 */
final class Phrase {
  private static final String GAP = "{}";
  private static final Pattern FILLED = Pattern.compile("\\{([1-9])([!;]?)}");

  private final String english;
  private final List<String> fixed;
  private final String other;

  Phrase(String english, String other) {
    this.english = english;
    this.fixed = List.of(english.split(Pattern.quote(GAP), -1));
    this.other = other;
    if (literals() == 0 || !places().equals(gaps())) {
      throw new IllegalArgumentException("'" + other + "' does not fill the gaps of " + english);
    }
  }

  String english() {
    return english;
  }

  /** What it begins with, empty for a gap. */
  String start() {
    return fixed.get(0);
  }

  /** How many characters stand outside of the gaps. */
  int literals() {
    return fixed.stream().mapToInt(String::length).sum();
  }

  /**
   * What fills the gaps of a text, absent when it is another message. Each gap ends where the
   * literal text after it stands first, so a text is walked through once, whatever it holds.
   */
  Optional<List<String>> fills(String text) {
    String end = fixed.get(fixed.size() - 1);
    if (fixed.size() == 1) {
      return text.equals(english) ? Optional.of(List.of()) : Optional.empty();
    }
    if (!text.startsWith(start())
        || !text.endsWith(end)
        || text.length() < start().length() + end.length()) {
      return Optional.empty();
    }
    int last = text.length() - end.length();
    List<String> found = new ArrayList<>(fixed.size() - 1);
    int at = start().length();
    for (String literal : fixed.subList(1, fixed.size() - 1)) {
      int next = text.indexOf(literal, at);
      if (next < 0 || next + literal.length() > last) {
        return Optional.empty();
      }
      found.add(text.substring(at, next));
      at = next + literal.length();
    }
    found.add(text.substring(at, last));
    return Optional.of(found);
  }

  /** The message in the other language. */
  String said(List<String> fills, UnaryOperator<String> translated) {
    StringBuilder all = new StringBuilder();
    int at = 0;
    for (MatchResult place : FILLED.matcher(other).results().toList()) {
      String fill = fills.get(Integer.parseInt(place.group(1)) - 1);
      all.append(other, at, place.start())
          .append(
              switch (place.group(2)) {
                case "!" -> translated.apply(fill);
                case ";" -> each(fill, translated);
                default -> fill;
              });
      at = place.end();
    }
    return all.append(other, at, other.length()).toString();
  }

  private static String each(String several, UnaryOperator<String> translated) {
    return Arrays.stream(several.split("; ", -1)).map(translated).collect(Collectors.joining("；"));
  }

  private Set<Integer> places() {
    Set<Integer> named = new TreeSet<>();
    FILLED.matcher(other).results().forEach(m -> named.add(Integer.parseInt(m.group(1))));
    return named;
  }

  private Set<Integer> gaps() {
    Set<Integer> all = new TreeSet<>();
    for (int gap = 1; gap < fixed.size(); gap++) {
      all.add(gap);
    }
    return all;
  }
}
