package org.millrace.purchasing.history;

import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ScorecardSettingsJdbc {
  private final JdbcClient jdbc;

  ScorecardSettingsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The settings of a company; version 0 is the default, which nobody set. */
  record Kept(ScorecardSettings settings, Version version) {}

  Kept of(CompanyCode company) {
    return jdbc.sql("select * from purchasing.scorecard_setting where company = ?")
        .param(company.value())
        .query(
            (row, i) ->
                new Kept(
                    new ScorecardSettings(
                        row.getInt("months"),
                        row.getInt("on_time_weight"),
                        row.getInt("returns_weight"),
                        row.getInt("price_weight")),
                    new Version(row.getLong("version"))))
        .optional()
        .orElseGet(() -> new Kept(ScorecardSettings.DEFAULT, new Version(0)));
  }

  /** Keeps the next version; refuses as stale when somebody else kept it first. */
  void put(CompanyCode company, Kept next) {
    int put =
        jdbc.sql(
                """
                insert into purchasing.scorecard_setting as t(company, months, on_time_weight,
                  returns_weight, price_weight, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (company) do update set months = excluded.months,
                  on_time_weight = excluded.on_time_weight,
                  returns_weight = excluded.returns_weight,
                  price_weight = excluded.price_weight, version = excluded.version
                where t.version = excluded.version - 1
                """)
            .param(company.value())
            .param(next.settings().months())
            .param(next.settings().onTimeWeight())
            .param(next.settings().returnsWeight())
            .param(next.settings().priceWeight())
            .param(next.version().number())
            .update();
    if (put == 0) {
      throw Refused.stale(
          ("The scorecard settings of %s were changed by somebody else just now."
                  + " Read them again and repeat the change.")
              .formatted(company));
    }
  }
}
