package org.millrace.ledger.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.ledger.NewEntry;
import org.millrace.ledger.Opening;
import org.millrace.ledger.OpeningChanged;
import org.millrace.ledger.StandardAccounts;
import org.millrace.shared.Money;

/** What balances that are taken over post: each account by name, against opening balances. */
final class OpeningRule {
  static final PostingRule<OpeningChanged> OPENING =
      PostingRule.on(OpeningChanged.class, OpeningRule::entry);

  private OpeningRule() {}

  private static NewEntry entry(OpeningChanged event) {
    Opening opening = event.opening();
    boolean isBack = opening.status() == Opening.Status.REVERSED;
    List<NewEntry.Line> lines = new ArrayList<>(opening.lines().size() + 1);
    for (Opening.Line each : opening.lines()) {
      lines.add(line(each, isBack));
    }
    lines.add(
        new NewEntry.Line(
            StandardAccounts.OPENING_BALANCES,
            isBack ? opening.difference() : opening.difference().negated()));
    return NewEntry.of(
            "ledger.opening-changed",
            event.head().occurredAt(),
            Opening.KIND.ref(opening.number()),
            (isBack ? "Reversal of opening balances " : "Opening balances ") + opening.number())
        .having(lines);
  }

  private static NewEntry.Line line(Opening.Line each, boolean isBack) {
    Money amount = each.debit().minus(each.credit());
    NewEntry.Line line =
        new NewEntry.Line(
            each.account(),
            isBack ? amount.negated() : amount,
            isBack ? each.original().map(Money::negated) : each.original(),
            Optional.empty(),
            true);
    return each.dimensions().isPresent() ? line.of(each.dimensions()) : line;
  }
}
