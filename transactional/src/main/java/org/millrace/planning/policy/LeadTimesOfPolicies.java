package org.millrace.planning.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.Source;
import org.millrace.production.LeadTimes;
import org.millrace.shared.CompanyCode;

/**
 * Lead times of the policies of items that are made, in working days from Monday to Friday, as the
 * plan counts them where no calendar says otherwise.
 */
final class LeadTimesOfPolicies implements LeadTimes {
  private final ItemPolicies policies;

  LeadTimesOfPolicies(ItemPolicies policies) {
    this.policies = policies;
  }

  @Override
  public Optional<LocalDate> startOf(CompanyCode company, ItemCode item, LocalDate due) {
    return policies
        .of(company, item)
        .filter(policy -> policy.source() == Source.MAKE)
        .flatMap(ItemPolicy::leadDays)
        .map(days -> workingDaysBefore(due, days));
  }

  /** Due on Monday the 12th with 3 days: the 9th, 8th and 7th are worked, so Wednesday the 7th. */
  static LocalDate workingDaysBefore(LocalDate due, int days) {
    LocalDate start = due;
    for (int left = days; left > 0; ) {
      start = start.minusDays(1);
      left -= isWorkingDay(start) ? 1 : 0;
    }
    return start;
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
