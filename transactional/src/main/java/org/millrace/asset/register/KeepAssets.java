package org.millrace.asset.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.asset.Acquisition;
import org.millrace.asset.Asset;
import org.millrace.asset.AssetAct;
import org.millrace.asset.AssetChange;
import org.millrace.asset.AssetStatus;
import org.millrace.asset.AssetStep;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Acquires assets, depreciates, changes and disposes of them; each step is an event. */
final class KeepAssets {
  private final Documents<Asset> assets;
  private final Companies companies;
  private final OpenPeriods periods;
  private final Clock clock;

  KeepAssets(Documents<Asset> assets, Companies companies, OpenPeriods periods, Clock clock) {
    this.assets = assets;
    this.companies = companies;
    this.periods = periods;
    this.clock = clock;
  }

  /**
   * The day of an act, today when none is named. One after the running month is meant only where
   * that is confirmed.
   */
  record Day(String field, Optional<LocalDate> asked, boolean confirmed) {
    private LocalDate in(Company books, Instant now) {
      LocalDate today = LocalDate.ofInstant(now, books.timeZone());
      LocalDate day = asked.orElse(today);
      LocalDate last = YearMonth.from(today).atEndOfMonth();
      new Problems()
          .require(BusinessDates.isBelievable(day), field, day, BusinessDates.EXPECTED)
          .refuse("The date cannot be used");
      if (day.isAfter(last) && !confirmed) {
        throw Refused.unconfirmed(
            day
                + " is after the running month, which ends on "
                + last
                + ". Send confirmed: true when it is meant.",
            List.of(new Problem(field, day.toString(), "a day until " + last)));
      }
      return day;
    }
  }

  /** What a run over all assets did. */
  record Run(LocalDate through, int assets, int charges, Money amount) {}

  LocalDate day(CompanyCode company, Day day) {
    return day.in(companies.named(company), clock.instant());
  }

  Versioned<Asset> acquire(CompanyCode company, Acquisition acquisition) {
    DocumentNumber number =
        new DocumentNumber(assets.nextNumber(company, acquisition.acquiredOn()));
    AssetStep step = Asset.acquired(number, acquisition);
    return assets.make(company, step.after(), moment(company, step), step.event(Optional.empty()));
  }

  Versioned<Asset> depreciate(Versioned<Asset> before, LocalDate through) {
    return done(before, before.document().depreciated(through), Optional.empty());
  }

  /** Depreciates all assets that are not disposed of, the periods one after the other. */
  Run depreciateAll(CompanyCode company, LocalDate through) {
    Money amount = Money.zero(companies.named(company).currency());
    int touched = 0;
    int charges = 0;
    List<DocumentNumber> active =
        assets.having(company, Map.of("status", "active")).stream()
            .map(asset -> asset.document().number())
            .toList();
    for (Versioned<Asset> before : assets.lock(company, active)) {
      if (before.document().status() != AssetStatus.ACTIVE) {
        continue;
      }
      List<AssetStep> steps = before.document().depreciated(through);
      Versioned<Asset> after = done(before, steps, Optional.empty());
      touched += steps.isEmpty() ? 0 : 1;
      charges += steps.size();
      amount = amount.plus(charged(before.document(), after.document()));
    }
    return new Run(through, touched, charges, amount);
  }

  private static Money charged(Asset before, Asset after) {
    return after.accumulatedDepreciation().minus(before.accumulatedDepreciation());
  }

  Versioned<Asset> reverse(
      Versioned<Asset> before, LocalDate through, LocalDate date, String reason) {
    new Problems()
        .require(!reason.isBlank(), "reason", reason, "why it is reversed")
        .refuse(
            Asset.KIND.titled(before.document().number())
                + " cannot have its depreciation reversed");
    AssetStep step = before.document().depreciationReversed(through, date);
    return done(before, List.of(step), Optional.of(reason.strip()));
  }

  Versioned<Asset> change(
      Versioned<Asset> before, AssetAct act, LocalDate date, AssetChange.Values values) {
    return done(before, before.document().changed(act, date, values), Optional.empty());
  }

  Versioned<Asset> dispose(Versioned<Asset> before, LocalDate date, Money price) {
    return done(before, before.document().disposed(date, price), Optional.empty());
  }

  private Versioned<Asset> done(
      Versioned<Asset> before, List<AssetStep> steps, Optional<String> reason) {
    Versioned<Asset> now = before;
    for (AssetStep step : steps) {
      now = assets.change(now, step.after(), moment(before.company(), step), step.event(reason));
    }
    return now;
  }

  /** Charges of closed months are booked on the first open day; other acts keep their day. */
  private Instant moment(CompanyCode company, AssetStep step) {
    Company books = companies.named(company);
    Instant moment = books.momentOn(step.date(), clock.instant());
    boolean isCharge = step.act().filter(AssetAct.DEPRECIATE::equals).isPresent();
    return isCharge ? periods.openFrom(company, moment) : moment;
  }
}
