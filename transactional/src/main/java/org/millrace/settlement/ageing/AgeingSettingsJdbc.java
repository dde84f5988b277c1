package org.millrace.settlement.ageing;

import java.util.Arrays;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AgeingSettingsJdbc {
  private final JdbcClient jdbc;

  AgeingSettingsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The settings of a company; version 0 is the default, which nobody set. */
  record Kept(AgeingSettings settings, Version version) {}

  Kept of(CompanyCode company) {
    return jdbc.sql("select days, version from settlement.ageing_setting where company = ?")
        .param(company.value())
        .query(
            (row, i) ->
                new Kept(
                    new AgeingSettings(Arrays.asList((Integer[]) row.getArray("days").getArray())),
                    new Version(row.getLong("version"))))
        .optional()
        .orElseGet(() -> new Kept(AgeingSettings.DEFAULT, new Version(0)));
  }

  /** Keeps the next version; refuses as stale when somebody else kept it first. */
  void put(CompanyCode company, Kept next) {
    int put =
        jdbc.sql(
                """
                insert into settlement.ageing_setting as t(company, days, version)
                values (?, ?, ?)
                on conflict (company) do update set days = excluded.days,
                  version = excluded.version
                where t.version = excluded.version - 1
                """)
            .param(company.value())
            .param(next.settings().days().stream().mapToInt(Integer::intValue).toArray())
            .param(next.version().number())
            .update();
    if (put == 0) {
      throw Refused.stale(
          ("The ageing settings of %s were changed by somebody else just now."
                  + " Read them again and repeat the change.")
              .formatted(company));
    }
  }
}
