package org.millrace.planning.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.millrace.database.NamedRow;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.item.ItemCode;
import org.millrace.planning.ForecastOverride;
import org.millrace.planning.forecast.StoredOverride.Standing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;
import org.millrace.stock.LocationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A missing location is kept as empty text, so that it can be part of the key. */
@Component
class OverridesJdbc implements Overrides {
  private final JdbcClient jdbc;
  private final RowLists lists;

  OverridesJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  @Override
  public Optional<StoredOverride> latest(CompanyCode company, OverriddenWeek week) {
    return jdbc.sql(
            """
            select * from planning.forecast_override
            where company = ? and item = ? and location = ? and period = ? for update
            """)
        .params(company.value(), week.item().value(), location(week.location()), week.period())
        .query((row, i) -> stored(row))
        .optional();
  }

  @Override
  public void put(StoredOverride next) {
    ForecastOverride override = next.override();
    NamedRow.of("planning.forecast_override")
        .key("company", next.company())
        .key("item", override.item())
        .key("location", location(override.location()))
        .key("period", override.period())
        .with("quantity", override.quantity())
        .with("note", override.note())
        .with("author", override.author())
        .with("overridden_at", override.overriddenAt())
        .with("is_withdrawn", next.standing() == Standing.WITHDRAWN)
        .with("version", next.version().number())
        .put(jdbc);
  }

  @Override
  public ListAnswer<ForecastOverride> page(CompanyCode company, ListRequest request) {
    String inForce =
        """
        select item, nullif(location, '') as location, period, quantity, note, author,
          overridden_at
        from planning.forecast_override where company = ? and not is_withdrawn
        """;
    return lists.page(ForecastOverride.class, Rows.of(company, inForce), request);
  }

  private static String location(Optional<LocationCode> location) {
    return location.map(LocationCode::value).orElse("");
  }

  private static StoredOverride stored(ResultSet row) throws SQLException {
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
    return new StoredOverride(
        new CompanyCode(row.getString("company")),
        override,
        row.getBoolean("is_withdrawn") ? Standing.WITHDRAWN : Standing.IN_FORCE,
        new Version(row.getLong("version")));
  }
}
