package org.millrace.planning.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.planning.ForecastOverride;
import org.millrace.planning.forecast.KeptOverride.Standing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A missing location is kept as empty text, so that it can be part of the key. */
@Component
class OverridesJdbc implements Overrides {
  private final JdbcClient jdbc;

  OverridesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<KeptOverride> latest(CompanyCode company, OverriddenWeek week) {
    return jdbc.sql(
            """
            select * from planning.forecast_override
            where company = ? and item = ? and location = ? and period = ? for update
            """)
        .params(company.value(), week.item().value(), location(week.location()), week.period())
        .query((row, i) -> kept(row))
        .optional();
  }

  @Override
  public void put(KeptOverride next) {
    ForecastOverride override = next.override();
    jdbc.sql(
            """
            insert into planning.forecast_override values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (company, item, location, period) do update set
              quantity = excluded.quantity, note = excluded.note, author = excluded.author,
              overridden_at = excluded.overridden_at, is_withdrawn = excluded.is_withdrawn,
              version = excluded.version
            """)
        .params(
            next.company().value(),
            override.item().value(),
            location(override.location()),
            override.period(),
            override.quantity().value(),
            override.note(),
            override.author(),
            override.overriddenAt().atOffset(ZoneOffset.UTC),
            next.standing() == Standing.WITHDRAWN,
            next.version().number())
        .update();
  }

  @Override
  public Page<ForecastOverride> page(CompanyCode company, PageRequest request) {
    return request.page(
        jdbc.sql(
                """
                select * from planning.forecast_override
                where company = :company and not is_withdrawn and (item ilike :pattern
                  or location ilike :pattern or author ilike :pattern or note ilike :pattern)
                order by period, item, location limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query((row, i) -> kept(row).override())
            .list());
  }

  private static String location(Optional<LocationCode> location) {
    return location.map(LocationCode::value).orElse("");
  }

  private static KeptOverride kept(ResultSet row) throws SQLException {
    ForecastOverride override =
        new ForecastOverride(
            new ItemCode(row.getString("item")),
            Optional.of(row.getString("location"))
                .filter(location -> !location.isEmpty())
                .map(LocationCode::new),
            row.getObject("period", LocalDate.class),
            Quantity.of(row.getBigDecimal("quantity")),
            row.getString("note"),
            row.getString("author"),
            row.getObject("overridden_at", OffsetDateTime.class).toInstant());
    return new KeptOverride(
        new CompanyCode(row.getString("company")),
        override,
        row.getBoolean("is_withdrawn") ? Standing.WITHDRAWN : Standing.IN_FORCE,
        new Version(row.getLong("version")));
  }
}
