package org.millrace.tax.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OpenTaxesJdbc implements FileReturn.OpenTaxes {
  private final JdbcClient jdbc;

  OpenTaxesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<TaxReturn.Line> summed(Company company, TaxReturn.Days days) {
    return jdbc.sql(
            """
            with open_entry as (
              select *, entry_date < ? as late from tax.entry
              where company = ? and entry_date <= ? and return_number is null and currency = ?)
            select side, code, category, late, sum(base_amount) as base, sum(tax_amount) as tax
            from open_entry group by side, code, category, late
            order by side desc, code, category, late
            """)
        .params(
            days.firstDay(),
            company.code().value(),
            days.lastDay(),
            company.currency().getCurrencyCode())
        .query(
            (row, n) ->
                new TaxReturn.Line(
                    TaxEntry.Side.valueOf(constant(row.getString("side"))),
                    new TaxCodeName(row.getString("code")),
                    TaxCategory.valueOf(constant(row.getString("category"))),
                    row.getBoolean("late"),
                    Money.of(row.getBigDecimal("base"), company.currency()),
                    Money.of(row.getBigDecimal("tax"), company.currency())))
        .list();
  }

  @Override
  public void hold(CompanyCode company, LocalDate lastDay, TaxReturnNumber number) {
    jdbc.sql(
            """
            update tax.entry set return_number = ?
            where company = ? and entry_date <= ? and return_number is null
            """)
        .params(number.value(), company.value(), lastDay)
        .update();
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
