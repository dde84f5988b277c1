package org.millrace.ledger.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.ForeignAmounts;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.StandardAccounts;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

/**
 * The books of a company in a second currency, worked out from its journal: as if they had been
 * kept in that one from the start. What a document says in its own currency counts at the rate of
 * its day; receivables and payables at the rate at which they arose until they are settled; stock,
 * assets and goods to be billed at what they came in for, on average. What is missing then in an
 * entry is the difference of exchange of this book. A line that takes an earlier one of its
 * document back is worth the opposite of it. 1,000 AUD invoiced at 0.70 EUR and paid at 0.80 gain
 * 100 EUR, whatever they gain in the first book.
 *
 * <p>Unrealised differences of the first book are left out, and none are made.
 */
final class SecondBook {
  private static final Set<AccountCode> LEFT_OUT =
      Set.of(
          StandardAccounts.SETTLEMENT_CLEARING,
          StandardAccounts.EXCHANGE_GAINS,
          StandardAccounts.EXCHANGE_LOSSES,
          StandardAccounts.UNREALISED_GAINS,
          StandardAccounts.UNREALISED_LOSSES,
          StandardAccounts.CASH_ADJUSTMENT,
          StandardAccounts.RECEIVABLE_ADJUSTMENT,
          StandardAccounts.PAYABLE_ADJUSTMENT);
  private static final Set<AccountCode> BY_DOCUMENT =
      Set.of(StandardAccounts.RECEIVABLE, StandardAccounts.PAYABLE);
  private static final Set<AccountCode> ON_AVERAGE =
      Set.of(
          StandardAccounts.INVENTORY,
          StandardAccounts.WORK_IN_PROGRESS,
          StandardAccounts.EQUIPMENT,
          StandardAccounts.ACCUMULATED_DEPRECIATION,
          StandardAccounts.RECEIVED_NOT_INVOICED,
          StandardAccounts.BILLED_NOT_RECEIVED);

  private final Currency home;
  private final Currency second;
  private final BiFunction<Currency, LocalDate, ExchangeRate> rates;
  private final Map<AccountCode, BigDecimal> balances = new TreeMap<>();
  private final Map<ItemKey, Pool> items = new LinkedHashMap<>();
  private final Map<AccountCode, Pool> pools = new HashMap<>();
  private final Map<LineKey, Deque<Money>> counted = new HashMap<>();
  private Money difference;

  /**
   * A book without entries.
   *
   * @param rates how much of the second currency one unit of another is worth on a day
   */
  SecondBook(Currency home, Currency second, BiFunction<Currency, LocalDate, ExchangeRate> rates) {
    this.home = home;
    this.second = second;
    this.rates = rates;
    this.difference = Money.zero(second);
  }

  /** A document on a control account. */
  record ItemKey(AccountCode account, DocumentRef document) {}

  private record LineKey(AccountCode account, DocumentRef document, Money amount) {}

  /** What is left of something that came in at a rate, in its own currency and in this one. */
  private record Pool(Money amount, Money worth, Money left, Money leftWorth) {
    /** After a line of that amount, with what the line is worth. */
    Pool after(Money line, Money lineWorth) {
      boolean isMore = line.amount().signum() == amount.amount().signum();
      return new Pool(
          isMore && left.isZero() ? line : amount,
          isMore && left.isZero() ? lineWorth : worth,
          left.plus(line),
          leftWorth.plus(lineWorth));
    }

    /** What a part that goes out takes with it, of what is left; all of it with the last. */
    Money share(Money part) {
      ForeignAmounts.Whole whole = new ForeignAmounts.Whole(left.amount(), leftWorth);
      return ForeignAmounts.share(part.amount(), whole, whole);
    }

    boolean isLessenedBy(Money line) {
      return left.amount().signum() == -line.amount().signum()
          && line.amount().abs().compareTo(left.amount().abs()) <= 0;
    }
  }

  /** An item that is open, in the currency of its document and in this one; owed to us above 0. */
  record OpenItem(String account, DocumentRef document, Money amount, Money worth) {}

  /** Takes the next entry in; in the order of the journal. */
  void add(BookedEntry entry) {
    List<Money> worths = new ArrayList<>();
    List<BookedEntry.Line> counting = new ArrayList<>();
    boolean isOfGoods = true;
    for (BookedEntry.Line line : entry.lines()) {
      if (!LEFT_OUT.contains(line.account())) {
        counting.add(line);
        isOfGoods &= isOfGoods(line);
      }
    }
    boolean isGoodsOut = isOfGoods && counting.stream().anyMatch(this::isOut);
    Money sum = Money.zero(second);
    for (BookedEntry.Line line : counting) {
      boolean isGiven = isGoodsOut && !ON_AVERAGE.contains(line.account());
      Money worth = isGiven ? Money.zero(second) : worth(entry, line);
      worths.add(worth);
      sum = sum.plus(worth);
    }
    if (isGoodsOut) {
      sum = share(counting, worths, sum);
    }
    for (int i = 0; i < counting.size(); i++) {
      post(counting.get(i).account(), worths.get(i));
    }
    difference = difference.minus(sum);
  }

  private static boolean isOfGoods(BookedEntry.Line line) {
    char kind = line.account().value().charAt(0);
    return ON_AVERAGE.contains(line.account()) || kind >= '4';
  }

  private boolean isOut(BookedEntry.Line line) {
    Pool pool = pools.get(line.account());
    return ON_AVERAGE.contains(line.account())
        && pool != null
        && pool.isLessenedBy(Money.of(line.signed(), home));
  }

  /** Goods that go out cost what they came in for: the other lines take that; what is left then. */
  private static Money share(List<BookedEntry.Line> lines, List<Money> worths, Money sum) {
    List<Integer> others = new ArrayList<>();
    BigDecimal all = BigDecimal.ZERO;
    for (int i = 0; i < lines.size(); i++) {
      if (!ON_AVERAGE.contains(lines.get(i).account())) {
        others.add(i);
        all = all.add(lines.get(i).signed());
      }
    }
    if (all.signum() == 0) {
      return sum;
    }
    Money left = sum.negated();
    int digits = Money.digits(sum.currency());
    for (int n = 0; n < others.size(); n++) {
      BigDecimal part =
          sum.amount()
              .negate()
              .multiply(lines.get(others.get(n)).signed())
              .divide(all, digits, RoundingMode.HALF_UP);
      Money worth = n == others.size() - 1 ? left : Money.of(part, sum.currency());
      worths.set(others.get(n), worth);
      left = left.minus(worth);
    }
    return Money.zero(sum.currency());
  }

  private Money worth(BookedEntry entry, BookedEntry.Line line) {
    if (BY_DOCUMENT.contains(line.account())) {
      ItemKey key = new ItemKey(line.account(), entry.document());
      return ofPool(items, key, original(line), entry.date());
    }
    if (ON_AVERAGE.contains(line.account())) {
      return ofPool(pools, line.account(), Money.of(line.signed(), home), entry.date());
    }
    return takenBack(entry, line).orElseGet(() -> onItsDay(entry, line));
  }

  private <K> Money ofPool(Map<K, Pool> all, K key, Money line, LocalDate day) {
    Pool before = all.get(key);
    if (before == null || !before.left().currency().equals(line.currency())) {
      Money worth = converted(line, day);
      all.put(key, new Pool(line, worth, line, worth));
      return worth;
    }
    Money worth =
        before.isLessenedBy(line)
            ? before.share(line.negated()).negated()
            : again(before, line, day, all == items);
    all.put(key, before.after(line, worth));
    return worth;
  }

  /**
   * More of a document counts as the document did, more of anything else at the rate of its day.
   */
  private Money again(Pool before, Money line, LocalDate day, boolean isItem) {
    if (!isItem || before.amount().isZero()) {
      return converted(line, day);
    }
    BigDecimal worth =
        before
            .worth()
            .amount()
            .multiply(line.amount())
            .divide(before.amount().amount(), Money.digits(second), RoundingMode.HALF_UP);
    return Money.of(worth, second);
  }

  private Optional<Money> takenBack(BookedEntry entry, BookedEntry.Line line) {
    LineKey opposite = new LineKey(line.account(), entry.document(), original(line).negated());
    return Optional.ofNullable(counted.get(opposite))
        .flatMap(there -> Optional.ofNullable(there.pollLast()))
        .map(Money::negated);
  }

  private Money onItsDay(BookedEntry entry, BookedEntry.Line line) {
    Money worth = converted(original(line), entry.date());
    LineKey key = new LineKey(line.account(), entry.document(), original(line));
    counted.computeIfAbsent(key, unused -> new ArrayDeque<>()).addLast(worth);
    return worth;
  }

  private Money original(BookedEntry.Line line) {
    return line.original().orElseGet(() -> Money.of(line.signed(), home));
  }

  private Money converted(Money amount, LocalDate day) {
    return rates.apply(amount.currency(), day).of(amount.amount(), second);
  }

  private void post(AccountCode account, Money worth) {
    balances.merge(account, worth.amount(), BigDecimal::add);
  }

  /** Balances by account, debit above 0; together 0 with the difference. */
  Map<AccountCode, BigDecimal> balances() {
    return Map.copyOf(balances);
  }

  /**
   * Realised differences of exchange, a loss above 0 and a gain below, as debits and credits are.
   */
  Money difference() {
    return difference;
  }

  /** What is open of documents. */
  List<OpenItem> openItems() {
    List<OpenItem> open = new ArrayList<>();
    items.forEach(
        (key, item) -> {
          if (!item.left().isZero() || !item.leftWorth().isZero()) {
            open.add(
                new OpenItem(key.account().value(), key.document(), item.left(), item.leftWorth()));
          }
        });
    return open;
  }
}
