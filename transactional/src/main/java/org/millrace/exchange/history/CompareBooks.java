package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.StandardAccounts;
import org.millrace.party.Company;
import org.millrace.shared.Money;

/**
 * The books' side of the control table: all that stands under the numbers of the documents of a
 * file, whenever it was posted. Amounts come from the ledger's entries of each document.
 */
final class CompareBooks {

  private final Ledger ledger;

  CompareBooks(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The amounts of pieces in the ledger, by the number of their document. */
  static final class Standing {
    private final Map<String, BigDecimal> amounts;

    private Standing(Map<String, BigDecimal> amounts) {
      this.amounts = amounts;
    }

    BigDecimal amount(PostedPieces.Posted piece) {
      boolean billed = piece.kind().isSale() || piece.kind() == Piece.Kind.BAD_DEBT;
      return billed ? amounts.getOrDefault(piece.number(), BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    void addTo(Control control, Collection<PostedPieces.Posted> pieces) {
      for (PostedPieces.Posted piece : pieces) {
        YearMonth month = YearMonth.from(piece.postedOn());
        control.inBooks(month, Control.Kind.of(piece.kind()), piece.quantity(), amount(piece));
      }
    }
  }

  Standing standing(Company company, Collection<PostedPieces.Posted> pieces) {
    return new Standing(amounts(company, pieces));
  }

  private Map<String, BigDecimal> amounts(Company company, Collection<PostedPieces.Posted> pieces) {
    Set<String> sales = new HashSet<>();
    Set<String> badDebts = new HashSet<>();
    for (PostedPieces.Posted piece : pieces) {
      if (piece.kind().isSale()) {
        sales.add(piece.number());
      } else if (piece.kind() == Piece.Kind.BAD_DEBT) {
        badDebts.add(piece.number());
      }
    }
    Map<String, BigDecimal> amounts = new HashMap<>();
    add(amounts, company, sales, Set.of(StandardAccounts.REVENUE, StandardAccounts.RETURNS));
    add(amounts, company, badDebts, Set.of(StandardAccounts.BAD_DEBT));
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
}
