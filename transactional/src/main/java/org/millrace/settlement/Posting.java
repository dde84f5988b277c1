package org.millrace.settlement;

import java.util.List;
import org.millrace.shared.Money;

/** An amount on an account, debit above 0, in the currency of the company. */
public record Posting(SettlementAccount account, Money amount) {
  /** Those that are not 0. */
  public static List<Posting> of(Posting... all) {
    return List.of(all).stream().filter(each -> !each.amount().isZero()).toList();
  }
}
