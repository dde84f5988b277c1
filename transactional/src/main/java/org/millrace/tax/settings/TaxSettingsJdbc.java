package org.millrace.tax.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.tax.TaxRounding;
import org.millrace.tax.TaxSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TaxSettingsJdbc implements CompanyTaxSettings {
  private final JdbcClient jdbc;

  TaxSettingsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public TaxSettings of(CompanyCode company) {
    return stored(company).settings();
  }

  StoredTaxSettings stored(CompanyCode company) {
    return jdbc.sql("select * from tax.settings where company = ?")
        .param(company.value())
        .query(
            (row, n) ->
                new StoredTaxSettings(
                    company,
                    new TaxSettings(
                        TaxRounding.valueOf(row.getString("rounding").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getBigDecimal("round_to"))),
                    new Version(row.getLong("version"))))
        .optional()
        .orElseGet(() -> StoredTaxSettings.byDefault(company));
  }

  /** Stores the next version; refuses as stale when somebody else stored it first. */
  void put(StoredTaxSettings next) {
    int put =
        jdbc.sql(
                """
                insert into tax.settings as t(company, rounding, round_to, version)
                values (?, ?, ?, ?)
                on conflict (company) do update set rounding = excluded.rounding,
                  round_to = excluded.round_to, version = excluded.version
                where t.version = excluded.version - 1
                """)
            .params(
                Arrays.asList(
                    next.company().value(),
                    next.settings().rounding().name().toLowerCase(Locale.ROOT),
                    next.settings().roundTo().orElse(null),
                    next.version().number()))
            .update();
    if (put == 0) {
      throw Refused.stale(
          ("The tax settings of %s were changed by somebody else just now."
                  + " Read them again and repeat the change.")
              .formatted(next.company()));
    }
  }
}
