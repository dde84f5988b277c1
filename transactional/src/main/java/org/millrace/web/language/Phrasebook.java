package org.millrace.web.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Messages and their translation. The file has two lines for each, English first; what stands after
 * the line {@code [parts]} are words and clauses that only fill the gaps of others. Lines with a #
 * and empty ones are passed over.
 */
final class Phrasebook {
  private static final String PARTS = "[parts]";
  private static final int DEEPEST = 3;

  private final Index messages;
  private final Index all;

  /** Phrases by the first letter of what they say, those with more literal text before others. */
  private static final class Index {
    private final Map<Character, List<Phrase>> byFirst = new HashMap<>();
    private final List<Phrase> open = new ArrayList<>();

    Index(List<Phrase> phrases) {
      List<Phrase> ranked =
          phrases.stream().sorted(Comparator.comparing(Phrase::literals).reversed()).toList();
      ranked.stream().filter(each -> each.start().isEmpty()).forEach(open::add);
      ranked.stream()
          .filter(each -> !each.start().isEmpty())
          .map(each -> each.start().charAt(0))
          .distinct()
          .forEach(first -> byFirst.put(first, beginningWith(first, ranked)));
    }

    private static List<Phrase> beginningWith(char first, List<Phrase> ranked) {
      return ranked.stream()
          .filter(each -> each.start().isEmpty() || each.start().charAt(0) == first)
          .toList();
    }

    List<Phrase> candidates(String text) {
      return text.isEmpty() ? List.of() : byFirst.getOrDefault(text.charAt(0), open);
    }
  }

  Phrasebook(List<Phrase> messages, List<Phrase> parts) {
    this.messages = new Index(messages);
    List<Phrase> both = new ArrayList<>(messages);
    both.addAll(parts);
    this.all = new Index(both);
  }

  /** Reads one that lies beside the classes. */
  static Phrasebook of(String resource) {
    try (InputStream file =
        Objects.requireNonNull(Phrasebook.class.getResourceAsStream(resource), resource)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      int parts = text.indexOf(PARTS);
      return new Phrasebook(
          phrases(text.substring(0, parts)), phrases(text.substring(parts + PARTS.length())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static List<Phrase> phrases(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    List<Phrase> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      read.add(new Phrase(lines.get(i), lines.get(i + 1)));
    }
    return read;
  }

  /** The message in the other language; the same when there is none. */
  String said(String english) {
    return found(messages, english, 0).orElse(english);
  }

  /** The message with its gaps filled by these. */
  String said(String pattern, List<String> fills) {
    return messages.candidates(pattern).stream()
        .filter(phrase -> phrase.english().equals(pattern))
        .findFirst()
        .map(phrase -> phrase.said(fills, fill -> part(fill, 1)))
        .orElseThrow();
  }

  private Optional<String> found(Index index, String english, int depth) {
    for (Phrase phrase : index.candidates(english)) {
      Optional<List<String>> fills = phrase.fills(english);
      if (fills.isPresent()) {
        return Optional.of(phrase.said(fills.get(), fill -> part(fill, depth + 1)));
      }
    }
    return Optional.empty();
  }

  private String part(String english, int depth) {
    if (depth > DEEPEST || english.isEmpty()) {
      return english;
    }
    return found(all, english, depth)
        .or(() -> found(all, begunSmall(english), depth))
        .orElse(english);
  }

  private static String begunSmall(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
