package org.millrace.bank.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millrace.bank.amount.SubsetSums;

/** Lines of one partner that settle his items together where none fits alone. */
final class Together {
  private static final int MOST_LINES = 8;
  private static final int DAYS = 45;

  private final Desk desk;

  Together(Desk desk) {
    this.desk = desk;
  }

  /** These lines together settle these items. */
  record Group(List<BankLine> lines, Settling settling, int alternatives) {}

  List<Group> find(List<BankLine> lines) {
    Map<String, List<BankLine>> byPartner = new LinkedHashMap<>();
    for (BankLine line : lines) {
      desk.payer(line)
          .filter(payer -> payer.sureness() != Partners.Sureness.TEXT)
          .ifPresent(
              payer ->
                  byPartner
                      .computeIfAbsent(
                          payer.code() + " " + line.amount().isNegative(), k -> new ArrayList<>())
                      .add(line));
    }
    List<Group> found = new ArrayList<>();
    byPartner.values().forEach(his -> found.addAll(groups(his)));
    return found;
  }

  private List<Group> groups(List<BankLine> lines) {
    List<Group> found = new ArrayList<>();
    List<BankLine> left = new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
    Optional<Group> group = group(left);
    while (group.isPresent()) {
      found.add(group.get());
      desk.settle(group.get().lines().get(0), group.get().settling());
      left.removeAll(group.get().lines());
      group = group(left);
    }
    return found;
  }

  /** All lines, else the fewest of them, the earliest first. */
  private Optional<Group> group(List<BankLine> lines) {
    if (lines.size() < 2) {
      return Optional.empty();
    }
    String code = desk.payer(lines.get(0)).orElseThrow().code();
    List<Item> open = desk.openOf(code, desk.minor.of(lines.get(0).amount()));
    return open.isEmpty()
        ? Optional.empty()
        : choices(lines.size())
            .mapToObj(mask -> chosen(lines, mask))
            .flatMap(some -> settled(some, open).stream())
            .findFirst();
  }

  private static IntStream choices(int lines) {
    int all = (1 << lines) - 1;
    List<Integer> masks = new ArrayList<>(IntStream.range(1, all).boxed().toList());
    masks.removeIf(mask -> Integer.bitCount(mask) < 2);
    masks.sort(Comparator.comparing(Integer::bitCount));
    return IntStream.concat(IntStream.of(all), masks.stream().mapToInt(Integer::intValue));
  }

  private static List<BankLine> chosen(List<BankLine> lines, int mask) {
    return IntStream.range(0, lines.size())
        .filter(i -> (mask & 1 << i) != 0)
        .mapToObj(lines::get)
        .toList();
  }

  private Optional<Group> settled(List<BankLine> lines, List<Item> open) {
    boolean isNear =
        !lines.get(lines.size() - 1).date().isAfter(lines.get(0).date().plusDays(DAYS));
    long amount = lines.stream().mapToLong(line -> desk.minor.of(line.amount())).sum();
    if (!isNear || Math.abs(Fits.open(open)) < Math.abs(amount)) {
      return Optional.empty();
    }
    if (Fits.open(open) == amount) {
      return Optional.of(new Group(lines, Settling.all(open), 1));
    }
    SubsetSums.Found sums =
        SubsetSums.of(open.stream().mapToLong(item -> item.open).toArray(), amount);
    return sums.count() == 0
        ? Optional.empty()
        : Optional.of(
            new Group(
                lines, Settling.all(sums.best().stream().map(open::get).toList()), sums.count()));
  }
}
