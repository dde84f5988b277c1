package org.millrace.ledger.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.ledger.Ledger;
import org.millrace.ledger.NewEntry;
import org.millrace.outbox.EventHandler;
import org.millrace.outbox.Recorded;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;

/** Posts every event of one type by its rule, in the transaction of the event. */
final class PostByRule<E extends DomainEvent> implements EventHandler<E> {
  private final PostingRule<E> rule;
  private final Ledger ledger;

  PostByRule(PostingRule<E> rule, Ledger ledger) {
    this.rule = rule;
    this.ledger = ledger;
  }

  @Override
  public Class<E> type() {
    return rule.event();
  }

  @Override
  public void handle(List<Recorded<E>> events) {
    Map<CompanyCode, List<NewEntry>> entries = new LinkedHashMap<>();
    for (Recorded<E> recorded : events) {
      NewEntry entry = rule.entry().apply(recorded.event()).causedBy(recorded.eventId());
      if (!entry.isEmpty()) {
        entries
            .computeIfAbsent(recorded.event().head().company(), c -> new ArrayList<>())
            .add(entry);
      }
    }
    entries.forEach(ledger::post);
  }
}
