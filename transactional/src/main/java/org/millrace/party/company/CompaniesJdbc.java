package org.millrace.party.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CompaniesJdbc {
  private final JdbcClient jdbc;

  CompaniesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the code is taken. */
  boolean add(Company company) {
    return jdbc.sql(
                """
                insert into party.company (code, name, currency, negative_stock)
                values (?, ?, ?, ?) on conflict (code) do nothing
                """)
            .params(
                company.code().value(),
                company.name(),
                company.currency().getCurrencyCode(),
                company.negativeStock())
            .update()
        == 1;
  }

  Optional<Company> find(CompanyCode code) {
    return jdbc.sql("select * from party.company where code = ?")
        .param(code.value())
        .query((row, n) -> company(row))
        .optional();
  }

  List<Company> all() {
    return jdbc.sql("select * from party.company order by code")
        .query((row, n) -> company(row))
        .list();
  }

  private static Company company(ResultSet row) throws SQLException {
    return new Company(
        new CompanyCode(row.getString("code")),
        row.getString("name"),
        Currency.getInstance(row.getString("currency")),
        row.getBoolean("negative_stock"));
  }
}
