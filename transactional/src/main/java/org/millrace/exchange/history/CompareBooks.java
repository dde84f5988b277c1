package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Ledger;
import org.millrace.party.Company;
import org.millrace.shared.Money;

/**
 * The books' side of the control table. Amounts come from the ledger's entries of each document.
 * Rows that were there before count with their amounts; should the entries of their document differ
 * from what was posted, the difference shows.
 */
final class CompareBooks {
  private static final AccountCode REVENUE = new AccountCode("4000");
  private static final AccountCode RETURNS = new AccountCode("4100");
  private static final AccountCode BAD_DEBT = new AccountCode("6300");

  private final Ledger ledger;

  CompareBooks(Ledger ledger) {
    this.ledger = ledger;
  }

  void compare(
      Company company,
      List<PostedPieces.Posted> posted,
      Map<String, List<PostedPieces.Posted>> before,
      List<SalesRow> there,
      Function<SalesRow, Piece.Kind> kinds,
      Control control) {
    List<PostedPieces.Posted> touched = touched(before, there);
    Map<String, BigDecimal> amounts = amounts(company, posted, touched);
    for (PostedPieces.Posted piece : posted) {
      BigDecimal amount = amounts.getOrDefault(piece.number(), BigDecimal.ZERO);
      control.inBooks(month(piece), kind(piece), piece.quantity(), booked(piece, amount));
    }
    for (PostedPieces.Posted piece : touched) {
      BigDecimal amount = booked(piece, amounts.getOrDefault(piece.number(), BigDecimal.ZERO));
      control.inBooks(month(piece), kind(piece), BigDecimal.ZERO, amount.subtract(piece.amount()));
    }
    for (SalesRow row : there) {
      Control.Kind kind = Control.Kind.of(kinds.apply(row));
      BigDecimal amount = row.amount(company.currency());
      control.inBooks(YearMonth.from(row.date()), kind, row.quantity(), amount);
    }
  }

  private static BigDecimal booked(PostedPieces.Posted piece, BigDecimal inLedger) {
    boolean billed = piece.kind().isSale() || piece.kind() == Piece.Kind.BAD_DEBT;
    return billed ? inLedger : BigDecimal.ZERO;
  }

  private static List<PostedPieces.Posted> touched(
      Map<String, List<PostedPieces.Posted>> before, List<SalesRow> there) {
    Map<String, Set<UUID>> rows =
        there.stream()
            .collect(
                Collectors.groupingBy(
                    SalesRow::number,
                    HashMap::new,
                    Collectors.mapping(SalesRow::hash, Collectors.toSet())));
    return before.values().stream()
        .flatMap(List::stream)
        .filter(
            piece ->
                piece.hashes().stream()
                    .anyMatch(rows.getOrDefault(piece.sourceNumber(), Set.of())::contains))
        .toList();
  }

  private Map<String, BigDecimal> amounts(
      Company company,
      Collection<PostedPieces.Posted> posted,
      Collection<PostedPieces.Posted> touched) {
    List<PostedPieces.Posted> all = new ArrayList<>(posted);
    all.addAll(touched);
    Set<String> sales = new HashSet<>();
    Set<String> badDebts = new HashSet<>();
    for (PostedPieces.Posted piece : all) {
      if (piece.kind().isSale()) {
        sales.add(piece.number());
      } else if (piece.kind() == Piece.Kind.BAD_DEBT) {
        badDebts.add(piece.number());
      }
    }
    Map<String, BigDecimal> amounts = new HashMap<>();
    add(amounts, company, sales, Set.of(REVENUE, RETURNS));
    add(amounts, company, badDebts, Set.of(BAD_DEBT));
    return amounts;
  }

  /** Revenue stands on the credit side, so the sign is turned. */
  private void add(
      Map<String, BigDecimal> amounts,
      Company company,
      Set<String> numbers,
      Set<AccountCode> accounts) {
    if (numbers.isEmpty()) {
      return;
    }
    Map<String, Money> balances = ledger.balances(company.code(), "sales", numbers, accounts);
    balances.forEach(
        (number, balance) -> amounts.merge(number, balance.amount().negate(), BigDecimal::add));
  }

  private static YearMonth month(PostedPieces.Posted piece) {
    return YearMonth.from(piece.postedOn());
  }

  private static Control.Kind kind(PostedPieces.Posted piece) {
    return Control.Kind.of(piece.kind());
  }
}
