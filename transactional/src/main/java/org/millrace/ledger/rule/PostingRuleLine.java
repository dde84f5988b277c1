package org.millrace.ledger.rule;

import java.util.Optional;
import org.millrace.document.list.Listed;

/**
 * One amount that a rule of posting books.
 *
 * @param entryRule the rule as entries name it
 * @param account where it is booked in this company; absent where the document names it, or where
 *     its own chart has none with the role
 */
@Listed(
    searched = {"entryRule", "account", "accountName"},
    sorted = "position",
    key = "id")
record PostingRuleLine(
    String id,
    int position,
    RuleOfPosting rule,
    String entryRule,
    PostedAmount.Side side,
    Optional<String> account,
    Optional<String> accountName,
    PostedAmount amount) {}
