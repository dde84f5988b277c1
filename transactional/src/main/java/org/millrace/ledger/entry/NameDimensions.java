package org.millrace.ledger.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.dimension.DimensionRules;
import org.millrace.dimension.DimensionValues;
import org.millrace.dimension.Dimensions;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemGroupCode;
import org.millrace.item.Items;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.party.Company;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * Gives lines of entries the values of dimensions that are usual for their item and party, and
 * refuses those that lack one that their account needs. What reverses an entry has its values.
 */
final class NameDimensions {
  private static final Set<Account.Type> RESULT =
      Set.of(Account.Type.REVENUE, Account.Type.EXPENSE);

  private final Dimensions dimensions;
  private final Items items;

  NameDimensions(Dimensions dimensions, Items items) {
    this.dimensions = dimensions;
    this.items = items;
  }

  /** The entries with all their values; parts of a document that have the same are one line. */
  List<NewEntry> named(Company books, List<NewEntry> entries, Map<AccountCode, Account> chart) {
    DimensionRules rules = dimensions.rules(books.code());
    requireKnown(books, entries);
    Map<ItemCode, ItemGroupCode> groups = rules.asksForGroups() ? groups(books, entries) : Map.of();
    Problems problems = new Problems();
    List<NewEntry> named = new ArrayList<>(entries.size());
    for (NewEntry entry : entries) {
      List<NewEntry.Line> lines = new ArrayList<>(entry.lines().size());
      for (NewEntry.Line line : entry.lines()) {
        boolean isLeft = rules.isEmpty() || entry.reverses().isPresent();
        lines.add(isLeft ? line : filled(entry, line, new Filling(rules, groups, chart), problems));
      }
      boolean isByHand = entry.document().isEmpty() || entry.reverses().isPresent();
      named.add(entry.having(isByHand ? lines : together(lines)));
    }
    problems.refuse("An entry lacks values of dimensions");
    return named;
  }

  /** What lines are filled by. */
  private record Filling(
      DimensionRules rules, Map<ItemCode, ItemGroupCode> groups, Map<AccountCode, Account> chart) {}

  private static NewEntry.Line filled(
      NewEntry entry, NewEntry.Line line, Filling by, Problems problems) {
    Account account = by.chart().get(line.account());
    String code = line.account().value();
    boolean isConcerned =
        by.rules().concerns(code) || (account != null && RESULT.contains(account.type()));
    if (!isConcerned) {
      return line;
    }
    Optional<ItemGroupCode> group =
        line.part()
            .flatMap(NewEntry.Part::item)
            .flatMap(item -> Optional.ofNullable(by.groups().get(item)));
    Optional<DimensionValues> values =
        by.rules().completed(line.dimensions(), group, entry.party());
    by.rules()
        .missing(code, values)
        .forEach(
            lacking ->
                problems.add(
                    "dimensions",
                    values.map(DimensionValues::value).orElse(""),
                    "a value of %s, which account %s needs; name it on the line, or a usual one"
                            .formatted(lacking, code)
                        + " with the dimension"));
    Optional<ItemCode> item = line.part().flatMap(NewEntry.Part::item);
    return line.part().isEmpty() && values.isEmpty()
        ? line
        : line.of(new NewEntry.Part(item, values));
  }

  /** Parts on one account with the same values, which follow each other, are one line. */
  private static List<NewEntry.Line> together(List<NewEntry.Line> lines) {
    List<NewEntry.Line> all = new ArrayList<>(lines.size());
    int from = 0;
    while (from < lines.size()) {
      int to = from + 1;
      NewEntry.Line first = lines.get(from);
      while (to < lines.size() && first.part().isPresent() && isBeside(first, lines.get(to))) {
        to++;
      }
      Map<Optional<DimensionValues>, NewEntry.Line> sums = new LinkedHashMap<>();
      if (to == from + 1) {
        all.add(first);
      } else {
        lines
            .subList(from, to)
            .forEach(line -> sums.merge(line.dimensions(), line, NameDimensions::sum));
        all.addAll(sums.values());
      }
      from = to;
    }
    return all;
  }

  private static NewEntry.Line sum(NewEntry.Line one, NewEntry.Line other) {
    Optional<Money> original = one.original().flatMap(first -> other.original().map(first::plus));
    return new NewEntry.Line(
        one.account(), one.amount().plus(other.amount()), original, one.part());
  }

  private static boolean isBeside(NewEntry.Line first, NewEntry.Line next) {
    return next.part().isPresent() && next.account().equals(first.account());
  }

  private void requireKnown(Company books, List<NewEntry> entries) {
    List<Dimensions.Named> named = new ArrayList<>();
    for (NewEntry entry : entries) {
      if (entry.reverses().isEmpty()) {
        for (NewEntry.Line line : entry.lines()) {
          line.dimensions()
              .ifPresent(
                  values ->
                      named.add(
                          new Dimensions.Named(
                              "dimensions", values, books.dayOf(entry.occurredAt()))));
        }
      }
    }
    Problems problems = new Problems();
    dimensions.requireKnown(books.code(), new HashSet<>(named), problems);
    problems.refuse("An entry names values that its dimension has not");
  }

  private Map<ItemCode, ItemGroupCode> groups(Company books, List<NewEntry> entries) {
    Set<ItemCode> wanted = new HashSet<>();
    entries.forEach(
        entry ->
            entry.lines().stream()
                .flatMap(line -> line.part().stream())
                .flatMap(part -> part.item().stream())
                .forEach(wanted::add));
    Map<ItemCode, ItemGroupCode> groups = new HashMap<>();
    for (Item item : items.named(books.code(), wanted).values()) {
      item.group().ifPresent(group -> groups.put(item.code(), group));
    }
    return groups;
  }
}
