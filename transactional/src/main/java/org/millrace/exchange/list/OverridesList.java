package org.millrace.exchange.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Acting;
import org.millrace.planning.ForecastOverride;
import org.millrace.planning.verbs.Overriding;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;

/** Forecast overrides; the author is whoever imports them. */
final class OverridesList implements ImportedList {
  private static final Columns COLUMNS =
      new Columns(
          List.of("item", "period", "quantity", "note"),
          List.of("location"),
          List.of("author", "overridden_at"));

  private final Overriding overriding;
  private final RowReader reader;
  private final BusinessTime time;

  OverridesList(Overriding overriding, RowReader reader, BusinessTime time) {
    this.overriding = overriding;
    this.reader = reader;
    this.time = time;
  }

  @Override
  public String kind() {
    return "forecast-overrides";
  }

  @Override
  public String permission() {
    return "planning.write";
  }

  @Override
  public Columns columns(CompanyCode company) {
    return COLUMNS;
  }

  @Override
  public boolean take(CompanyCode company, Map<String, String> cells) {
    Asked asked = reader.read(cells, Asked.class);
    return overriding.override(
        company,
        new ForecastOverride(
            asked.item(),
            asked.location(),
            asked.period(),
            asked.quantity(),
            asked.note(),
            Acting.actor(),
            time.occurredAt(Optional.empty())));
  }

  private record Asked(
      ItemCode item,
      Optional<LocationCode> location,
      LocalDate period,
      Quantity quantity,
      String note) {}
}
