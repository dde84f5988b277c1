package org.millrace.web.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millrace.shared.Problem;
import org.millrace.web.ProblemAnswer;

/** A language in which refusals are told. */
public enum Language {
  ENGLISH("en", Optional.empty()),
  CHINESE("zh", Optional.of(Phrasebook.of("refusals.zh.txt")));

  private static final String PLACE = "{} is '{}', expected {}";
  private static final List<Locale> KNOWN = List.of(Locale.ENGLISH, Locale.CHINESE);

  private final String tag;
  private final Optional<Phrasebook> book;

  Language(String tag, Optional<Phrasebook> book) {
    this.tag = tag;
    this.book = book;
  }

  /** The one that a header {@code Accept-Language} prefers; English when it names neither. */
  public static Language preferred(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), KNOWN);
      return Locale.CHINESE.equals(best) ? CHINESE : ENGLISH;
    } catch (IllegalArgumentException unreadable) {
      return ENGLISH;
    }
  }

  /** As {@code Content-Language} names it. */
  public String tag() {
    return tag;
  }

  /** A message in this language; English where it has no phrase. */
  public String of(String english) {
    return book.map(words -> words.said(english)).orElse(english);
  }

  /**
   * The answer in this language. Type, fields and values stay; so does each text that is in the
   * code and not in the phrasebook.
   */
  public ProblemAnswer of(ProblemAnswer english) {
    return book.map(words -> translated(english, words)).orElse(english);
  }

  private static ProblemAnswer translated(ProblemAnswer english, Phrasebook words) {
    return new ProblemAnswer(
        english.type(),
        words.said(english.title()),
        english.status(),
        detail(english, words),
        english.problems().stream()
            .map(p -> new Problem(p.field(), p.value(), words.said(p.expected())))
            .toList(),
        english.retryAfter());
  }

  /** A detail that ends in its problems is told again from them. */
  private static String detail(ProblemAnswer english, Phrasebook words) {
    String ending = ": " + Problem.listed(english.problems());
    if (english.problems().isEmpty() || !english.detail().endsWith(ending)) {
      return words.said(english.detail());
    }
    String title = english.detail().substring(0, english.detail().length() - ending.length());
    return english.problems().stream()
        .map(p -> words.said(PLACE, List.of(p.field(), p.value(), p.expected())))
        .collect(Collectors.joining("；", words.said(title) + "：", ""));
  }
}
