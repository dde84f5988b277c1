package org.millrace.party.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.database.PerTransaction;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CompaniesJdbc {
  private final PerTransaction<CompanyCode, Optional<Company>> known = new PerTransaction<>();
  private final JdbcClient jdbc;

  CompaniesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the code is taken. */
  boolean add(Company company) {
    known.forget(company.code());
    return jdbc.sql(
                """
                insert into party.company
                  (code, name, currency, negative_stock, time_zone, earliest_business_date,
                    fiscal_year_start_month)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing
                """)
            .params(
                Arrays.asList(
                    company.code().value(),
                    company.name(),
                    company.currency().getCurrencyCode(),
                    company.negativeStock(),
                    company.timeZone().getId(),
                    company.earliestBusinessDate().orElse(null),
                    company.fiscalYearStartMonth()))
            .update()
        == 1;
  }

  void change(Company company) {
    known.forget(company.code());
    jdbc.sql(
            """
            update party.company set name = ?, time_zone = ?, earliest_business_date = ?,
              fiscal_year_start_month = ?, version = version + 1 where code = ?
            """)
        .params(
            Arrays.asList(
                company.name(),
                company.timeZone().getId(),
                company.earliestBusinessDate().orElse(null),
                company.fiscalYearStartMonth(),
                company.code().value()))
        .update();
  }

  /** The version, held until the transaction ends. */
  long lockedVersion(CompanyCode code) {
    return jdbc.sql("select version from party.company where code = ? for update")
        .param(code.value())
        .query(Long.class)
        .single();
  }

  Version version(CompanyCode code) {
    return new Version(
        jdbc.sql("select version from party.company where code = ?")
            .param(code.value())
            .query(Long.class)
            .single());
  }

  Optional<Company> find(CompanyCode code) {
    return known.get(code, this::read);
  }

  private Optional<Company> read(CompanyCode code) {
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
        row.getBoolean("negative_stock"),
        ZoneId.of(row.getString("time_zone")),
        Optional.ofNullable(row.getObject("earliest_business_date", LocalDate.class)),
        row.getInt("fiscal_year_start_month"));
  }
}
