package org.millrace.ledger.posting;

import java.util.function.Function;
import org.millrace.ledger.NewEntry;
import org.millrace.shared.DomainEvent;

/** What an event of one type posts; an empty entry when it moves no value. */
record PostingRule<E extends DomainEvent>(Class<E> event, Function<E, NewEntry> entry) {
  static <E extends DomainEvent> PostingRule<E> on(Class<E> event, Function<E, NewEntry> entry) {
    return new PostingRule<>(event, entry);
  }
}
