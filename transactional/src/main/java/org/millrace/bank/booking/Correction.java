package org.millrace.bank.booking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money.Amount;

/**
 * What a person says that lines of a statement are: open items, an expense, or money on account.
 *
 * @param lines numbers of lines of the statement
 * @param items settled in this order as far as the money reaches, unless amounts are said
 * @param fee what the bank kept
 * @param party who has the rest on account
 * @param expenseAccount of the ledger, for the rest
 * @param taxCode of the tax inside the expense
 * @param learn a text: lines with it are of this partner, or go to this account, from now on
 */
public record Correction(
    List<Integer> lines,
    Optional<List<Choice>> items,
    @Amount(in = "currency") Optional<BigDecimal> fee,
    Optional<PartyCode> party,
    Optional<String> expenseAccount,
    Optional<String> taxCode,
    Optional<String> learn) {

  /**
   * An open item.
   *
   * @param item its kind and number, as proposals name it, or the number alone
   * @param amount how much of it is settled, without sign
   * @param discount of that, without sign
   * @param writeOff of that, without sign
   */
  public record Choice(
      String item,
      @Amount(in = "currency") Optional<BigDecimal> amount,
      @Amount(in = "currency") Optional<BigDecimal> discount,
      @Amount(in = "currency") Optional<BigDecimal> writeOff) {}
}
