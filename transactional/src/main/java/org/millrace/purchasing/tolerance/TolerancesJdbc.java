package org.millrace.purchasing.tolerance;

import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TolerancesJdbc implements Tolerances {
  private final JdbcClient jdbc;

  TolerancesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public MatchTolerance of(CompanyCode company) {
    return stored(company).tolerance();
  }

  StoredTolerance stored(CompanyCode company) {
    return jdbc.sql("select * from purchasing.match_tolerance where company = ?")
        .param(company.value())
        .query(
            (row, n) ->
                new StoredTolerance(
                    company,
                    new MatchTolerance(
                        row.getBigDecimal("quantity_percent"),
                        row.getBigDecimal("price_percent"),
                        Optional.ofNullable(row.getBigDecimal("over_receipt_percent")),
                        Optional.ofNullable(row.getBigDecimal("amount")),
                        Optional.ofNullable(row.getBigDecimal("tax_difference"))),
                    new Version(row.getLong("version"))))
        .optional()
        .orElseGet(() -> StoredTolerance.byDefault(company));
  }

  /** Stores the next version; refuses as stale when somebody else stored it first. */
  void put(StoredTolerance next) {
    int put =
        jdbc.sql(
                """
                insert into purchasing.match_tolerance as t(company, quantity_percent,
                  price_percent, over_receipt_percent, amount, tax_difference, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (company) do update set quantity_percent = excluded.quantity_percent,
                  price_percent = excluded.price_percent,
                  over_receipt_percent = excluded.over_receipt_percent,
                  amount = excluded.amount, tax_difference = excluded.tax_difference,
                  version = excluded.version
                where t.version = excluded.version - 1
                """)
            .param(next.company().value())
            .param(next.tolerance().quantityPercent())
            .param(next.tolerance().pricePercent())
            .param(next.tolerance().overReceiptPercent().orElse(null))
            .param(next.tolerance().amount().orElse(null))
            .param(next.tolerance().taxDifference().orElse(null))
            .param(next.version().number())
            .update();
    if (put == 0) {
      throw Refused.stale(
          ("The match tolerance of %s was changed by somebody else just now."
                  + " Read it again and repeat the change.")
              .formatted(next.company()));
    }
  }
}
