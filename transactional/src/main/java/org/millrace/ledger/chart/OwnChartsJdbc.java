package org.millrace.ledger.chart;

import java.util.Locale;
import java.util.Optional;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OwnChartsJdbc implements OwnCharts {
  private final JdbcClient jdbc;

  OwnChartsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean hasPostings(CompanyCode company) {
    return jdbc.sql("select exists (select from ledger.entry where company = :company)")
        .param("company", company.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void own(CompanyCode company) {
    jdbc.sql("insert into ledger.own_chart values (:company) on conflict do nothing")
        .param("company", company.value())
        .update();
  }

  @Override
  public void share(CompanyCode company) {
    jdbc.sql("delete from ledger.own_chart where company = :company")
        .param("company", company.value())
        .update();
  }

  @Override
  public Optional<Account.Type> standard(AccountCode code) {
    return jdbc.sql("select type from ledger.account where code = :code")
        .param("code", code.value())
        .query(String.class)
        .optional()
        .map(type -> Account.Type.valueOf(type.toUpperCase(Locale.ROOT)));
  }
}
