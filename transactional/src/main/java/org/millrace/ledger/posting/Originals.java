package org.millrace.ledger.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.ledger.StandardAccounts;
import org.millrace.shared.Money;

/**
 * Tells beside each line of an entry what it is in the currency of the document. Some accounts have
 * what the document says; the other lines share what is missing to 0, as their amounts are to each
 * other: of 119.00 USD gross and 100.00 net the tax of the entry has 19.00. Differences of exchange
 * are in no other currency.
 */
final class Originals {
  private static final Set<AccountCode> DIFFERENCES =
      Set.of(
          StandardAccounts.EXCHANGE_GAINS,
          StandardAccounts.EXCHANGE_LOSSES,
          StandardAccounts.UNREALISED_GAINS,
          StandardAccounts.UNREALISED_LOSSES);

  private final Currency currency;
  private final Map<AccountCode, BigDecimal> told;

  private Originals(Currency currency, Map<AccountCode, BigDecimal> told) {
    this.currency = currency;
    this.told = Map.copyOf(told);
  }

  /**
   * The document is in that currency.
   *
   * @param told by account what all lines there are in it, debit above 0
   */
  static Originals in(Currency currency, Map<AccountCode, BigDecimal> told) {
    return new Originals(currency, told);
  }

  NewEntry beside(NewEntry entry) {
    List<NewEntry.Line> lines = new ArrayList<>(entry.lines());
    BigDecimal rest = BigDecimal.ZERO;
    for (Map.Entry<AccountCode, BigDecimal> each : told.entrySet()) {
      List<Integer> there = on(lines, Set.of(each.getKey()));
      if (!there.isEmpty()) {
        rest = rest.subtract(each.getValue());
        share(lines, there, each.getValue());
      }
    }
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      AccountCode account = lines.get(i).account();
      if (!told.containsKey(account) && !DIFFERENCES.contains(account)) {
        others.add(i);
      }
    }
    share(lines, others, rest);
    return entry.having(lines);
  }

  private static List<Integer> on(List<NewEntry.Line> lines, Set<AccountCode> accounts) {
    List<Integer> there = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (accounts.contains(lines.get(i).account())) {
        there.add(i);
      }
    }
    return there;
  }

  /** The last line takes what rounding leaves. */
  private void share(List<NewEntry.Line> lines, List<Integer> among, BigDecimal amount) {
    BigDecimal home =
        among.stream()
            .map(i -> lines.get(i).amount().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (home.signum() == 0) {
      return;
    }
    int digits = Money.digits(currency);
    BigDecimal left = amount;
    for (int n = 0; n < among.size(); n++) {
      NewEntry.Line line = lines.get(among.get(n));
      BigDecimal part =
          n == among.size() - 1
              ? left
              : amount.multiply(line.amount().amount()).divide(home, digits, RoundingMode.HALF_UP);
      left = left.subtract(part);
      lines.set(among.get(n), line.said(Money.of(part, currency)));
    }
  }

  /** The entry as it is, where the document is in the currency of the company. */
  static NewEntry beside(NewEntry entry, Optional<Originals> originals) {
    return originals.map(of -> of.beside(entry)).orElse(entry);
  }
}
