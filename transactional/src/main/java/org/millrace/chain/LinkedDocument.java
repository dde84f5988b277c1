package org.millrace.chain;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;

/** A document as its own row tells of it, with the documents that it names. */
record LinkedDocument(Name name, Content content, List<Named> names) {
  LinkedDocument {
    names = List.copyOf(names);
  }

  /** Kind and number. */
  record Name(String kind, String number) {}

  /** What its columns tell. */
  record Content(
      Optional<LocalDate> date,
      Optional<String> state,
      Optional<String> party,
      Optional<String> partyName,
      Optional<Money> amount,
      Optional<Currency> currency) {}

  /** A document that it names, and which of the two comes first. */
  record Named(Name name, LinkedKind.Direction direction) {}
}
