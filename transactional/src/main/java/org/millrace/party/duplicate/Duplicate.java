package org.millrace.party.duplicate;

import java.math.BigDecimal;
import java.util.Set;
import org.millrace.document.list.Listed;
import org.millrace.party.PartyCode;

/**
 * Two parties that may be one. The score is the highest of its reasons, 0 to 1: the same tax number
 * or bank account 1, the same e-mail 0.95, the same phone 0.9, names as their trigrams are alike.
 */
@Listed(
    searched = {"party", "partyName", "other", "otherName"},
    sorted = "-score",
    key = {"party", "other"})
record Duplicate(
    PartyCode party,
    String partyName,
    PartyCode other,
    String otherName,
    Set<Reason> reasons,
    BigDecimal score) {
  /** Why they may be one. */
  enum Reason {
    NAME,
    TAX_NUMBER,
    BANK_ACCOUNT,
    PHONE,
    EMAIL
  }
}
