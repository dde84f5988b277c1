package org.millrace.bank.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a line settles, in minor units with the signs of the items. */
record Settling(
    Map<Item, Long> parts,
    long discount,
    long writeOff,
    long fee,
    long onAccount,
    Optional<Match.Expense> expense,
    String words) {

  /** These items as far as they are open. */
  static Settling all(List<Item> items) {
    Map<Item, Long> parts = new LinkedHashMap<>();
    items.forEach(item -> parts.put(item, item.open));
    return new Settling(parts, 0, 0, 0, 0, Optional.empty(), "");
  }

  /** So much of an item. */
  static Settling of(Item item, long part) {
    return new Settling(Map.of(item, part), 0, 0, 0, 0, Optional.empty(), "");
  }

  static Settling onAccount(long amount) {
    return new Settling(Map.of(), 0, 0, 0, amount, Optional.empty(), "");
  }

  static Settling expense(Match.Expense expense) {
    return new Settling(Map.of(), 0, 0, 0, 0, Optional.of(expense), "");
  }

  /** So much of these items, the first first, the rest on account. */
  static Settling inTurn(List<Item> items, long amount) {
    Map<Item, Long> parts = new LinkedHashMap<>();
    long rest = amount;
    for (Item item : items) {
      if (rest != 0 && Long.signum(item.open) == Long.signum(amount)) {
        long part = Math.abs(item.open) < Math.abs(rest) ? item.open : rest;
        parts.put(item, part);
        rest -= part;
      }
    }
    return new Settling(parts, 0, 0, 0, rest, Optional.empty(), "");
  }

  Settling discounted(long left) {
    return new Settling(parts, left, writeOff, fee, onAccount, expense, words);
  }

  Settling writtenOff(long left) {
    return new Settling(parts, discount, left, fee, onAccount, expense, words);
  }

  Settling withFee(long left) {
    return new Settling(parts, discount, writeOff, left, onAccount, expense, words);
  }

  Settling with(Match.Expense cost) {
    return new Settling(parts, discount, writeOff, fee, onAccount, Optional.of(cost), words);
  }

  Settling saying(String more) {
    return new Settling(parts, discount, writeOff, fee, onAccount, expense, more);
  }

  boolean isWhole() {
    return onAccount == 0
        && parts.entrySet().stream().allMatch(p -> p.getKey().open == p.getValue());
  }
}
