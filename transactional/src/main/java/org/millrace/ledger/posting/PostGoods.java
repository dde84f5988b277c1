package org.millrace.ledger.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.NewEntry;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMoved;

/**
 * Posts goods that moved. A late document of a closed month, and all that it changed of other
 * goods, is one entry: what is added to the stock, what belongs to goods that are gone, and what it
 * stands against.
 */
final class PostGoods implements EventHandler<GoodsMoved> {
  static final String LATE_COST = "stock.late-cost";

  private final Ledger ledger;

  PostGoods(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Class<GoodsMoved> type() {
    return GoodsMoved.class;
  }

  @Override
  public void handle(List<Recorded<GoodsMoved>> events) {
    Map<CompanyCode, Map<String, List<Recorded<GoodsMoved>>>> byEntry = new LinkedHashMap<>();
    for (Recorded<GoodsMoved> recorded : events) {
      GoodsMoved moved = recorded.event();
      byEntry
          .computeIfAbsent(moved.head().company(), c -> new LinkedHashMap<>())
          .computeIfAbsent(moved.bookedWith().orElse(moved.number()), n -> new ArrayList<>())
          .add(recorded);
    }
    byEntry.forEach(
        (company, entries) ->
            ledger.post(company, entries.values().stream().map(PostGoods::entry).toList()));
  }

  private static NewEntry entry(List<Recorded<GoodsMoved>> together) {
    Recorded<GoodsMoved> first = together.get(0);
    NewEntry usual = PostingRules.GOODS.entry().apply(first.event()).causedBy(first.eventId());
    return first.event().bookedWith().isEmpty() ? usual : late(usual, together);
  }

  private static NewEntry late(NewEntry usual, List<Recorded<GoodsMoved>> together) {
    Map<AccountCode, Map<Optional<NewEntry.Part>, Money>> sums = new LinkedHashMap<>();
    for (Recorded<GoodsMoved> recorded : together) {
      for (NewEntry.Line line : PostingRules.GOODS.entry().apply(recorded.event()).lines()) {
        sums.computeIfAbsent(line.account(), a -> new LinkedHashMap<>())
            .merge(line.part(), line.amount(), Money::plus);
      }
    }
    NewEntry entry =
        NewEntry.of(
            LATE_COST,
            usual.occurredAt(),
            together.get(0).event().document(),
            "Late cost by " + together.get(0).event().document());
    List<NewEntry.Line> lines = new ArrayList<>();
    sums.forEach(
        (account, parts) ->
            parts.forEach(
                (part, sum) -> lines.add(new NewEntry.Line(account, sum, Optional.empty(), part))));
    entry = entry.having(lines);
    return usual.sourceEventId().map(entry::causedBy).orElse(entry);
  }
}
