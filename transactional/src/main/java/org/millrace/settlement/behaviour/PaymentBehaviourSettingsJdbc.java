package org.millrace.settlement.behaviour;

import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PaymentBehaviourSettingsJdbc {
  private final JdbcClient jdbc;

  PaymentBehaviourSettingsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The settings of a company; version 0 is the default, which nobody set. */
  record Kept(PaymentBehaviourSettings settings, Version version) {}

  Kept of(CompanyCode company) {
    return jdbc.sql(
            "select months, version from settlement.payment_behaviour_setting where company = ?")
        .param(company.value())
        .query(
            (row, i) ->
                new Kept(
                    new PaymentBehaviourSettings(row.getInt("months")),
                    new Version(row.getLong("version"))))
        .optional()
        .orElseGet(() -> new Kept(PaymentBehaviourSettings.DEFAULT, new Version(0)));
  }

  /** Keeps the next version; refuses as stale when somebody else kept it first. */
  void put(CompanyCode company, Kept next) {
    int put =
        jdbc.sql(
                """
                insert into settlement.payment_behaviour_setting as t(company, months, version)
                values (?, ?, ?)
                on conflict (company) do update set months = excluded.months,
                  version = excluded.version
                where t.version = excluded.version - 1
                """)
            .param(company.value())
            .param(next.settings().months())
            .param(next.version().number())
            .update();
    if (put == 0) {
      throw Refused.stale(
          ("The payment behaviour settings of %s were changed by somebody else just now."
                  + " Read them again and repeat the change.")
              .formatted(company));
    }
  }
}
