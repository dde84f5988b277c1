package org.millrace.ledger.seal;

import java.util.List;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class SealsJdbc implements Seals {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  SealsJdbc(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void seal(int block) {
    for (CompanyCode company : unsealed()) {
      while (Boolean.TRUE.equals(transactions.execute(status -> sealBlock(company, block)))) {
        // the next block
      }
    }
  }

  private List<CompanyCode> unsealed() {
    return jdbc.sql(
            """
            select b.company from ledger.book b
            where b.last_number >
              coalesce((select max(s.last) from ledger.seal s where s.company = b.company), 0)
            """)
        .query((row, n) -> new CompanyCode(row.getString("company")))
        .list();
  }

  /** Whether there was something to seal; of two cores that seal at once the second waits. */
  private boolean sealBlock(CompanyCode company, int block) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger.seal'), hashtext(?))")
        .param(company.value())
        .query((row, n) -> "")
        .list();
    return jdbc.sql(
                """
                insert into ledger.seal (company, first, last, seal)
                select company, first, last, ledger.seal_of(before, company, first, last)
                from (
                  select b.company, coalesce(s.last, 0) + 1 as first,
                    least(b.last_number, coalesce(s.last, 0) + :block) as last,
                    coalesce(s.seal, '') as before
                  from ledger.book b
                  left join lateral (
                    select last, seal from ledger.seal where company = b.company
                    order by last desc limit 1) s on true
                  where b.company = :company and b.last_number > coalesce(s.last, 0)) next
                """)
            .param("company", company.value())
            .param("block", block)
            .update()
        > 0;
  }
}
