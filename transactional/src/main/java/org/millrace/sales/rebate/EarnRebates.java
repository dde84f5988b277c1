package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.PlainNumber;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.Taxes;
import org.millrace.tax.calculation.RoundingUnit;

/** Works out what agreements earned, from the invoices and credit notes that are posted. */
final class EarnRebates {
  private final RebateTurnovers turnovers;
  private final Taxes taxes;

  EarnRebates(RebateTurnovers turnovers, Taxes taxes) {
    this.turnovers = turnovers;
    this.taxes = taxes;
  }

  /**
   * What an agreement earned by the documents until a day.
   *
   * @param counted what they add, by tax code
   */
  record Turnover(
      RebateAgreement.Earned earned, List<RebateTurnovers.Counted> counted, RoundingUnit unit) {
    /** The documents in their order, each once. */
    List<InvoiceNumber> documents() {
      return counted.stream().map(RebateTurnovers.Counted::document).distinct().toList();
    }

    /** A rebate shared by the tax codes of the turnover, those without any first. */
    Map<Optional<TaxCodeName>, BigDecimal> shared(BigDecimal rebate) {
      Map<Optional<TaxCodeName>, BigDecimal> by = new LinkedHashMap<>();
      counted.forEach(each -> by.merge(each.taxCode(), each.turnover(), BigDecimal::add));
      by.values().removeIf(turnover -> turnover.signum() <= 0);
      List<BigDecimal> shares = unit.shares(rebate, new ArrayList<>(by.values()));
      int place = 0;
      for (Map.Entry<Optional<TaxCodeName>, BigDecimal> each : by.entrySet()) {
        each.setValue(shares.get(place++));
      }
      by.values().removeIf(share -> share.signum() == 0);
      return by;
    }
  }

  /** What an agreement earned by the documents until that day. */
  Turnover turnover(CompanyCode company, RebateAgreement agreement, LocalDate until) {
    List<RebateTurnovers.Counted> counted = turnovers.counted(company, agreement.number(), until);
    BigDecimal turnover =
        PlainNumber.of(
            counted.stream()
                .map(RebateTurnovers.Counted::turnover)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    RoundingUnit unit =
        RoundingUnit.of(taxes.rules(company, List.of()), agreement.agreedCurrency());
    BigDecimal rebate = agreement.rebateTiers().rebate(turnover, unit);
    return new Turnover(new RebateAgreement.Earned(until, turnover, rebate), counted, unit);
  }

  /** The same as people look at it. */
  EarnedRebate shown(CompanyCode company, RebateAgreement agreement, LocalDate until) {
    Turnover now = turnover(company, agreement, until);
    RebateTiers tiers = agreement.rebateTiers();
    BigDecimal turnover = now.earned().turnover();
    return new EarnedRebate(
        until,
        turnover,
        tiers.reached(turnover).map(RebateTiers.Tier::percent),
        now.earned().rebate(),
        tiers.lacking(turnover),
        agreement.settled().map(settled -> late(company, agreement, settled, now)),
        agreement.agreedCurrency());
  }

  private EarnedRebate.Late late(
      CompanyCode company,
      RebateAgreement agreement,
      RebateAgreement.Settled settled,
      Turnover now) {
    Set<InvoiceNumber> known = new HashSet<>(turnovers.kept(company, agreement.number()));
    return new EarnedRebate.Late(
        now.documents().stream().filter(document -> !known.contains(document)).toList(),
        PlainNumber.of(now.earned().turnover().subtract(settled.turnover())),
        PlainNumber.of(now.earned().rebate().subtract(settled.rebate())));
  }
}
