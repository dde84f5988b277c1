package org.millrace.credit.policy;

import java.util.Locale;
import org.millrace.credit.CreditPolicy;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CreditPoliciesJdbc implements CreditPolicies {
  private final JdbcClient jdbc;

  CreditPoliciesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The policy of a company; version 0 is the default, which nobody set. */
  record Kept(CreditPolicy policy, Version version) {}

  @Override
  public CreditPolicy of(CompanyCode company) {
    return kept(company).policy();
  }

  Kept kept(CompanyCode company) {
    return jdbc.sql("select policy, version from credit.policy where company = ?")
        .param(company.value())
        .query(
            (row, i) ->
                new Kept(
                    CreditPolicy.valueOf(row.getString("policy").toUpperCase(Locale.ROOT)),
                    new Version(row.getLong("version"))))
        .optional()
        .orElseGet(() -> new Kept(CreditPolicy.WARN, new Version(0)));
  }

  /** Keeps the next version; refuses as stale when somebody else kept it first. */
  void put(CompanyCode company, Kept next) {
    int put =
        jdbc.sql(
                """
                insert into credit.policy as t(company, policy, version) values (?, ?, ?)
                on conflict (company) do update set policy = excluded.policy,
                  version = excluded.version
                where t.version = excluded.version - 1
                """)
            .param(company.value())
            .param(next.policy().name().toLowerCase(Locale.ROOT))
            .param(next.version().number())
            .update();
    if (put == 0) {
      throw Refused.stale(
          ("The credit policy of %s was changed by somebody else just now."
                  + " Read it again and repeat the change.")
              .formatted(company));
    }
  }
}
