package org.millrace.bank.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money;

/**
 * What a company lets be booked: how much may be missing in percent of what is settled, up to which
 * amount a difference is a fee, which texts mean an account, and what was learned from corrections.
 */
public record MatchRules(
    BigDecimal tolerancePercent,
    Optional<Money> feeUpTo,
    List<TextRule> texts,
    List<Learned> learned) {
  public static final MatchRules NONE =
      new MatchRules(BigDecimal.ZERO, Optional.empty(), List.of(), List.of());

  public MatchRules {
    texts = List.copyOf(texts);
    learned = List.copyOf(learned);
  }

  /** Lines with this text go to an account, with tax of a code, so many percent, inside. */
  public record TextRule(
      String textContains,
      String account,
      Optional<BigDecimal> taxIncluded,
      Optional<String> taxCode) {}

  /** Lines with this text belong to a partner, as somebody corrected before. */
  public record Learned(String text, String partner, int corrections, Optional<LocalDate> on) {}
}
