package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.tax.calculation.RoundingUnit;

/**
 * From which turnover on which percentage is given back. Of a turnover of 25,000 with 2 % from 0, 3
 * % from 10,000 and 5 % from 20,000, all of it earns 1,250, within the tiers it earns 200 + 300 +
 * 250 = 750. Nothing is earned below the first tier, and nothing by a turnover below 0.
 */
public record RebateTiers(TierMethod method, List<Tier> tiers) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MOST = new BigDecimal("999999999999.99");
  private static final int PERCENT_DECIMALS = 4;
  private static final int TURNOVER_DECIMALS = 2;
  private static final int MOST_TIERS = 50;

  /** From a turnover, in the currency of the agreement, on: so many percent. */
  public record Tier(
      int line, @Amount(in = "agreedCurrency") BigDecimal fromTurnover, BigDecimal percent) {
    public Tier {
      fromTurnover = PlainNumber.of(fromTurnover);
      percent = PlainNumber.of(percent);
    }
  }

  public RebateTiers {
    tiers = List.copyOf(tiers);
    Problems problems = new Problems();
    problems.require(
        !tiers.isEmpty() && tiers.size() <= MOST_TIERS,
        "tiers",
        tiers.size(),
        "1 to " + MOST_TIERS + " tiers");
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      String field = "tiers." + (i + 1) + ".";
      BigDecimal least = i == 0 ? BigDecimal.ZERO : tiers.get(i - 1).fromTurnover();
      boolean rises = i == 0 || tier.fromTurnover().compareTo(least) > 0;
      problems
          .require(
              tier.fromTurnover().signum() >= 0
                  && tier.fromTurnover().compareTo(MOST) <= 0
                  && tier.fromTurnover().scale() <= TURNOVER_DECIMALS
                  && rises,
              field + "fromTurnover",
              tier.fromTurnover().toPlainString(),
              i == 0
                  ? "0 or more with at most 2 decimals"
                  : "more than " + least.toPlainString() + ", with at most 2 decimals")
          .require(
              tier.percent().signum() >= 0
                  && tier.percent().compareTo(HUNDRED) <= 0
                  && tier.percent().scale() <= PERCENT_DECIMALS,
              field + "percent",
              tier.percent().toPlainString(),
              "0 to 100 with at most 4 decimals");
    }
    problems.refuse("The tiers cannot be used");
  }

  /** What a turnover earns; it is rounded once, at the end. */
  public BigDecimal rebate(BigDecimal turnover, RoundingUnit unit) {
    BigDecimal hundredfold = BigDecimal.ZERO;
    for (int i = 0; i < tiers.size(); i++) {
      hundredfold = hundredfold.add(within(i, turnover).multiply(tiers.get(i).percent()));
    }
    return PlainNumber.of(unit.round(hundredfold, HUNDRED));
  }

  /** The turnover that the percentage of a tier is taken of. */
  private BigDecimal within(int tier, BigDecimal turnover) {
    BigDecimal from = tiers.get(tier).fromTurnover();
    boolean isLast = tier == tiers.size() - 1;
    BigDecimal next = isLast ? turnover : tiers.get(tier + 1).fromTurnover().min(turnover);
    if (turnover.signum() <= 0 || turnover.compareTo(from) < 0) {
      return BigDecimal.ZERO;
    }
    if (method == TierMethod.WITHIN_TIER) {
      return next.subtract(from);
    }
    boolean isReached = isLast || turnover.compareTo(tiers.get(tier + 1).fromTurnover()) < 0;
    return isReached ? turnover : BigDecimal.ZERO;
  }

  /** The highest tier that a turnover reaches. */
  public Optional<Tier> reached(BigDecimal turnover) {
    return tiers.stream()
        .filter(tier -> turnover.compareTo(tier.fromTurnover()) >= 0)
        .reduce((lower, higher) -> higher);
  }

  /** How much turnover the next tier lacks; none at the highest. */
  public Optional<BigDecimal> lacking(BigDecimal turnover) {
    return tiers.stream()
        .map(Tier::fromTurnover)
        .filter(from -> from.compareTo(turnover) > 0)
        .findFirst()
        .map(from -> PlainNumber.of(from.subtract(turnover)));
  }
}
