package org.millrace.planning.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.Source;
import org.millrace.planning.settings.CompanySettings;
import org.millrace.planning.settings.PlanningSettings;
import org.millrace.production.LeadTimes;
import org.millrace.shared.CompanyCode;

/** Lead times of the policies of items that are made, in the working days of the company. */
final class LeadTimesOfPolicies implements LeadTimes {
  private final ItemPolicies policies;
  private final CompanySettings settings;

  LeadTimesOfPolicies(ItemPolicies policies, CompanySettings settings) {
    this.policies = policies;
    this.settings = settings;
  }

  @Override
  public Optional<LocalDate> startOf(CompanyCode company, ItemCode item, LocalDate due) {
    return policies
        .of(company, item)
        .filter(policy -> policy.source() == Source.MAKE)
        .flatMap(ItemPolicy::leadDays)
        .map(days -> workingDaysBefore(settings.of(company), due, days));
  }

  /**
   * Due on Monday the 12th with 3 days, five days a week: the 9th, 8th and 7th are worked, so
   * Wednesday the 7th.
   */
  static LocalDate workingDaysBefore(PlanningSettings settings, LocalDate due, int days) {
    LocalDate start = due;
    for (int left = days; left > 0; ) {
      start = start.minusDays(1);
      left -= settings.isWorkingDay(start) ? 1 : 0;
    }
    return start;
  }
}
