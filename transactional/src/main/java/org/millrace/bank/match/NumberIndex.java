package org.millrace.bank.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.millrace.bank.text.Rf;
import org.millrace.bank.text.TextRuns;

/**
 * Items by their numbers and references, found in texts that write them otherwise: {@code
 * 2026/0001} in "invoice 2026-0001", {@code R-000120} in "R 120". What is alike only (the last
 * number, a letter read as a digit) is told apart from what is the same.
 */
final class NumberIndex {
  private static final int LONGEST_WINDOW = 9;
  private static final int STRONG_DIGITS = 4;
  private static final int STRONG_PARTS = 5;
  private static final int ALIKE = 5;

  private final Map<String, Set<Item>> references = new HashMap<>();
  private final Map<String, Set<Item>> numbers = new HashMap<>();
  private final Map<String, Set<Item>> alike = new HashMap<>();

  /** An item named by a text, and by what. */
  record Named(Item item, MatchReason reason, String words) {}

  private record Hit(int from, int to, MatchReason reason, String words, Set<Item> items) {
    boolean isInside(Hit other) {
      return from >= other.from && to <= other.to && to - from < other.to - other.from;
    }
  }

  void add(Item item) {
    addNumber(item, item.facts.called());
    item.facts
        .reference()
        .ifPresent(
            reference -> {
              TextRuns runs = TextRuns.of(reference);
              put(references, runs.compact(0, runs.size()), item);
            });
  }

  private void addNumber(Item item, String number) {
    TextRuns runs = TextRuns.of(number);
    int n = runs.size();
    String compact = runs.compact(0, n);
    int last = n - 1;
    while (last >= 0 && !runs.isNumber(last)) {
      last--;
    }
    if (last < 0) {
      return;
    }
    boolean hasLetters = n > 1 && IntStream.range(0, n).anyMatch(i -> !runs.isNumber(i));
    String segments = runs.segments(0, n);
    boolean isStrong = hasLetters || compact.length() >= STRONG_DIGITS;
    put(isStrong ? numbers : alike, compact, item);
    if (n > 1 && (hasLetters || segments.length() > STRONG_PARTS)) {
      put(numbers, segments, item);
    }
    put(alike, TextRuns.bare(runs.run(last)), item);
    if (compact.length() >= ALIKE) {
      put(alike, "~" + TextRuns.asDigits(compact), item);
    }
  }

  private static void put(Map<String, Set<Item>> index, String key, Item item) {
    index.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(item);
  }

  /** Items that the text names, the surest first. */
  List<Named> named(String text) {
    TextRuns runs = TextRuns.of(text);
    List<Hit> hits = new ArrayList<>();
    for (int from = 0; from < runs.size(); from++) {
      int most = Math.min(runs.size(), from + LONGEST_WINDOW);
      for (int to = from + 1; to <= most; to++) {
        hit(runs, from, to).ifPresent(hits::add);
      }
    }
    return named(hits);
  }

  private Optional<Hit> hit(TextRuns runs, int from, int to) {
    String compact = runs.compact(from, to);
    boolean isRf = Rf.isLike(compact);
    boolean isJoined = isRf || joins(runs, from, to);
    Set<Item> found = isJoined ? references.getOrDefault(compact, Set.of()) : Set.of();
    if (!found.isEmpty()) {
      String words = Rf.isValid(compact) ? "reference with valid check digits" : "reference";
      return Optional.of(new Hit(from, to, MatchReason.REFERENCE, words, found));
    }
    if (isRf) {
      return Rf.inside(compact)
          .map(inside -> numbers.getOrDefault(inside, Set.of()))
          .filter(items -> !items.isEmpty())
          .map(items -> new Hit(from, to, MatchReason.REFERENCE, "number in reference", items));
    }
    found = isJoined ? numbers.getOrDefault(compact, Set.of()) : Set.of();
    if (!found.isEmpty()) {
      return Optional.of(new Hit(from, to, MatchReason.NUMBER, "number", found));
    }
    found = to - from > 1 ? numbers.getOrDefault(runs.segments(from, to), Set.of()) : Set.of();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hit(from, to, MatchReason.NUMBER, "number without zeros", found));
  }

  /** Two numbers side by side may be one, unless one of them has a single digit. */
  private static boolean joins(TextRuns runs, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (runs.isNumber(i)
          && runs.isNumber(i - 1)
          && (runs.run(i).length() < 2 || runs.run(i - 1).length() < 2)) {
        return false;
      }
    }
    return true;
  }

  private static List<Named> named(List<Hit> hits) {
    Map<Item, Named> named = new LinkedHashMap<>();
    hits.stream()
        .filter(hit -> hits.stream().noneMatch(hit::isInside))
        .sorted(Comparator.comparing(Hit::reason))
        .forEach(
            hit ->
                hit.items()
                    .forEach(
                        item ->
                            named.putIfAbsent(item, new Named(item, hit.reason(), hit.words()))));
    return List.copyOf(named.values());
  }

  /** Items whose numbers are like one in the text. */
  List<Named> alike(String text) {
    TextRuns runs = TextRuns.of(text);
    Set<Item> found = new LinkedHashSet<>();
    for (int from = 0; from < runs.size(); from++) {
      if (runs.isNumber(from) && runs.run(from).length() > 1) {
        found.addAll(alike.getOrDefault(TextRuns.bare(runs.run(from)), Set.of()));
      }
      int most = Math.min(runs.size(), from + LONGEST_WINDOW);
      for (int to = from + 1; to <= most; to++) {
        String compact = runs.compact(from, to);
        if (compact.length() >= ALIKE) {
          found.addAll(alike.getOrDefault("~" + TextRuns.asDigits(compact), Set.of()));
        }
      }
    }
    return found.stream()
        .map(item -> new Named(item, MatchReason.NUMBER_LIKE, "number like it"))
        .toList();
  }

  static List<Item> items(Collection<Named> named) {
    return named.stream().map(Named::item).collect(Collectors.toList());
  }
}
