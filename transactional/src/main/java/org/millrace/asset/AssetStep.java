package org.millrace.asset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.asset.AssetChanged.Amount;
import org.millrace.document.Documents;
import org.millrace.shared.Money;

/**
 * One thing that happened to an asset: the asset after it, and what it moves in the books.
 *
 * @param act what was done; none when it was acquired
 * @param date the day of it, or the end of the period of depreciation
 * @param amounts debit above 0, without those of nothing
 */
public record AssetStep(Asset after, Optional<AssetAct> act, LocalDate date, List<Amount> amounts) {
  public AssetStep {
    amounts = amounts.stream().filter(each -> !each.amount().isZero()).toList();
  }

  static AssetStep of(Asset after, AssetAct act, LocalDate date) {
    return new AssetStep(after, Optional.of(act), date, List.of());
  }

  AssetStep debit(AssetAccount account, Money amount) {
    List<Amount> more = new ArrayList<>(amounts);
    more.add(new Amount(account, amount));
    return new AssetStep(after, act, date, more);
  }

  AssetStep credit(AssetAccount account, Money amount) {
    return debit(account, amount.negated());
  }

  /** Depreciation of the first book; below 0 it is taken back. */
  AssetStep depreciating(Money amount) {
    return debit(AssetAccount.DEPRECIATION, amount)
        .credit(AssetAccount.ACCUMULATED_DEPRECIATION, amount);
  }

  /** The event of it. */
  public Documents.Happened<Asset> event(Optional<String> reason) {
    return (head, asset) -> new AssetChanged(head, asset, act, date, reason, amounts);
  }
}
