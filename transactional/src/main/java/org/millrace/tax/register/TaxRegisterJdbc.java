package org.millrace.tax.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.millrace.database.BulkRows;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TaxRegisterJdbc implements TaxRegister {
  private static final List<String> COLUMNS =
      List.of(
          "company",
          "document_domain",
          "document_type",
          "document_number",
          "entry_date",
          "side",
          "code",
          "category",
          "base_amount",
          "tax_amount",
          "currency");

  private final JdbcClient jdbc;
  private final BulkRows bulk;

  TaxRegisterJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public void add(CompanyCode company, List<TaxEntry> entries) {
    if (!entries.isEmpty()) {
      bulk.copy("tax.entry", COLUMNS, entries.stream().map(e -> row(company, e)).toList());
    }
  }

  private static Object[] row(CompanyCode company, TaxEntry entry) {
    return new Object[] {
      company,
      entry.document().domain(),
      entry.document().type(),
      entry.document().number(),
      entry.date(),
      word(entry.side()),
      entry.code(),
      word(entry.category()),
      entry.base(),
      entry.tax(),
      entry.base().currency().getCurrencyCode()
    };
  }

  @Override
  public void reverse(CompanyCode company, DocumentRef document, DocumentRef by, LocalDate day) {
    List<TaxEntry> before =
        jdbc.sql(
                """
                select * from tax.entry where company = ? and document_domain = ?
                  and document_type = ? and document_number = ? order by id
                """)
            .params(company.value(), document.domain(), document.type(), document.number())
            .query((row, n) -> entry(document, row))
            .list();
    add(company, before.stream().map(entry -> entry.reversed(by, day)).toList());
  }

  private static TaxEntry entry(DocumentRef document, ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new TaxEntry(
        document,
        row.getObject("entry_date", LocalDate.class),
        TaxEntry.Side.valueOf(constant(row.getString("side"))),
        new TaxCodeName(row.getString("code")),
        TaxCategory.valueOf(constant(row.getString("category"))),
        Money.of(row.getBigDecimal("base_amount"), currency),
        Money.of(row.getBigDecimal("tax_amount"), currency));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
