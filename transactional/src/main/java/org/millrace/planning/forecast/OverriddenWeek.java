package org.millrace.planning.forecast;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.planning.ForecastOverride;
import org.millrace.stock.LocationCode;

/** Which forecast is meant: an item, a location or all of them, and the Monday of a week. */
record OverriddenWeek(ItemCode item, Optional<LocationCode> location, LocalDate period) {
  static OverriddenWeek of(ForecastOverride override) {
    return new OverriddenWeek(override.item(), override.location(), override.period());
  }

  @Override
  public String toString() {
    return item + location.map(l -> " at " + l).orElse("") + " in the week of " + period;
  }
}
