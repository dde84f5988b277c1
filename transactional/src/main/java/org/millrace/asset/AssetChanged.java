package org.millrace.asset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Money;

/**
 * An asset was acquired, or something was done with it.
 *
 * @param act what was done; none when it was acquired
 * @param date the day of it, or the end of the period of depreciation
 * @param amounts what it moves in the books; together 0
 */
@EventType("asset.asset-changed")
public record AssetChanged(
    EventHead head,
    Asset asset,
    Optional<AssetAct> act,
    LocalDate date,
    Optional<String> reason,
    List<Amount> amounts)
    implements DomainEvent {
  public AssetChanged {
    amounts = List.copyOf(amounts);
  }

  /** An amount on an account, debit above 0. */
  public record Amount(AssetAccount account, Money amount) {}
}
