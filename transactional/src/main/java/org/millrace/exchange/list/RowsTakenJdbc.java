package org.millrace.exchange.list;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rows of files became documents. */
@Component
class RowsTakenJdbc {
  private final JdbcClient jdbc;

  RowsTakenJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** True the first time; it is noted in the running transaction. */
  boolean isNew(ImportedList.OfRun of, String kind, String content) {
    return jdbc.sql(
                """
                insert into exchange.rows_taken(company, kind, content, run)
                values (?, ?, sha256(convert_to(?, 'UTF8')), ?)
                on conflict do nothing
                """)
            .params(of.company().value(), kind, content, of.run())
            .update()
        == 1;
  }
}
