package org.millrace.planning.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.planning.ForecastOverridden;
import org.millrace.planning.ForecastOverride;
import org.millrace.planning.ForecastOverrideWithdrawn;
import org.millrace.planning.forecast.StoredOverride.Standing;
import org.millrace.planning.verbs.Overriding;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/**
 * Replaces the forecast of a week by what a planner expects, and takes that back. The same figure
 * with the same note again changes nothing.
 */
final class OverrideForecast implements Overriding {
  private final Overrides overrides;
  private final Items items;
  private final Events events;

  OverrideForecast(Overrides overrides, Items items, Events events) {
    this.overrides = overrides;
    this.items = items;
    this.events = events;
  }

  @Override
  public boolean override(CompanyCode company, ForecastOverride override) {
    Optional<StoredOverride> before = overrides.latest(company, OverriddenWeek.of(override));
    return !before.equals(Optional.of(overridden(company, override)));
  }

  StoredOverride overridden(CompanyCode company, ForecastOverride override) {
    items.named(company, override.item());
    Optional<StoredOverride> before = overrides.latest(company, OverriddenWeek.of(override));
    if (before.isPresent() && before.get().says(override)) {
      return before.get();
    }
    StoredOverride next =
        before
            .map(stored -> stored.next(override, Standing.IN_FORCE))
            .orElseGet(
                () -> new StoredOverride(company, override, Standing.IN_FORCE, new Version(1)));
    overrides.put(next);
    events.publish(List.of(new ForecastOverridden(next.head(override.overriddenAt()), override)));
    return next;
  }

  StoredOverride withdrawn(
      CompanyCode company, OverriddenWeek week, String author, Instant occurredAt) {
    StoredOverride before =
        overrides
            .latest(company, week)
            .filter(stored -> stored.standing() == Standing.IN_FORCE)
            .orElseThrow(
                () ->
                    Refused.notFound(
                        ("There is no override of %s in company %s."
                                + " Look it up in the list of overrides.")
                            .formatted(week, company)));
    StoredOverride next = before.next(before.override(), Standing.WITHDRAWN);
    overrides.put(next);
    events.publish(
        List.of(
            new ForecastOverrideWithdrawn(
                next.head(occurredAt), next.override(), author, occurredAt)));
    return next;
  }
}
