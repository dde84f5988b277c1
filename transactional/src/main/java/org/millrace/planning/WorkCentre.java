package org.millrace.planning;

import java.math.BigDecimal;
import org.millrace.document.list.Listed;
import org.millrace.shared.Code;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/** People or machines with hours on each working day, which start on Monday. */
@Listed(
    searched = {"code", "name"},
    key = "code")
public record WorkCentre(
    WorkCentreCode code, String name, BigDecimal hoursPerDay, int daysPerWeek) {
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(10_000);

  public WorkCentre {
    name = Code.checked("name", "work centre name", name, 200);
    hoursPerDay = PlainNumber.of(hoursPerDay);
    new Problems()
        .require(
            hoursPerDay.signum() > 0 && hoursPerDay.compareTo(MOST_HOURS) <= 0,
            "hoursPerDay",
            hoursPerDay,
            "more than 0 and at most " + MOST_HOURS)
        .require(hoursPerDay.scale() <= 2, "hoursPerDay", hoursPerDay, "at most 2 decimals")
        .require(daysPerWeek >= 1 && daysPerWeek <= 7, "daysPerWeek", daysPerWeek, "1 to 7 days")
        .refuse("Work centre " + code + " cannot be set");
  }
}
