package org.millrace.ledger.posting;

import org.millrace.asset.Asset;
import org.millrace.asset.AssetAccount;
import org.millrace.asset.AssetAct;
import org.millrace.asset.AssetChanged;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.ledger.StandardAccounts;

/** What acts with assets post: the amounts that the act tells, account by account. */
final class AssetRule {
  static final PostingRule<AssetChanged> ASSET =
      PostingRule.on(AssetChanged.class, AssetRule::entry);

  private AssetRule() {}

  private static NewEntry entry(AssetChanged event) {
    Asset asset = event.asset();
    NewEntry entry =
        NewEntry.of(
            "asset.asset-changed",
            event.head().occurredAt(),
            Asset.KIND.ref(asset.number()),
            event.act().map(act -> what(act, event)).orElse("Acquisition of ")
                + asset.number()
                + " "
                + asset.name());
    for (AssetChanged.Amount each : event.amounts()) {
      entry = entry.debit(account(each.account()), each.amount());
    }
    return entry;
  }

  private static String what(AssetAct act, AssetChanged event) {
    return switch (act) {
      case DEPRECIATE -> "Depreciation to " + event.date() + " of ";
      case REVERSE_DEPRECIATION -> "Reversal of depreciation of ";
      case USE -> "Depreciation by use of ";
      case CAPITALISE -> "Later cost of ";
      case REVALUE -> "Revaluation of ";
      case CHANGE_LIFE -> "Changed life of ";
      case DISPOSE -> "Disposal of ";
    };
  }

  private static AccountCode account(AssetAccount account) {
    return switch (account) {
      case EQUIPMENT -> StandardAccounts.EQUIPMENT;
      case ACCUMULATED_DEPRECIATION -> StandardAccounts.ACCUMULATED_DEPRECIATION;
      case DEPRECIATION -> StandardAccounts.DEPRECIATION;
      case CASH -> StandardAccounts.CASH;
      case OPENING_BALANCES -> StandardAccounts.OPENING_BALANCES;
      case REVALUATION_SURPLUS -> StandardAccounts.REVALUATION_SURPLUS;
      case REVALUATION_LOSS -> StandardAccounts.REVALUATION_LOSS;
      case RETAINED_EARNINGS -> StandardAccounts.RETAINED_EARNINGS;
      case DISPOSAL_GAIN -> StandardAccounts.DISPOSAL_GAIN;
      case DISPOSAL_LOSS -> StandardAccounts.DISPOSAL_LOSS;
    };
  }
}
