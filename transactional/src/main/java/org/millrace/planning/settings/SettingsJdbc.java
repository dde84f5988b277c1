package org.millrace.planning.settings;

import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class SettingsJdbc implements CompanySettings {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  SettingsJdbc(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public PlanningSettings of(CompanyCode company) {
    return stored(company).settings();
  }

  StoredSettings stored(CompanyCode company) {
    return jdbc.sql("select settings, version from planning.settings where company = ?")
        .param(company.value())
        .query(
            (row, n) ->
                new StoredSettings(
                    company,
                    json.readValue(row.getString("settings"), PlanningSettings.class),
                    new Version(row.getLong("version"))))
        .optional()
        .orElseGet(() -> StoredSettings.defaults(company));
  }

  /** Stores the next version; refuses as stale when somebody else stored it first. */
  void put(StoredSettings next) {
    int put =
        jdbc.sql(
                """
                insert into planning.settings as s(company, settings, version)
                values (?, ?::jsonb, ?)
                on conflict (company) do update
                  set settings = excluded.settings, version = excluded.version
                where s.version = excluded.version - 1
                """)
            .params(
                next.company().value(),
                json.writeValueAsString(next.settings()),
                next.version().number())
            .update();
    if (put == 0) {
      throw Refused.stale(
          ("The planning settings of %s were changed by somebody else just now."
                  + " Read them again and repeat the change.")
              .formatted(next.company()));
    }
  }
}
