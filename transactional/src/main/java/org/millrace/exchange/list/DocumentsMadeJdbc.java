package org.millrace.exchange.list;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.document.DocumentKind;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which run made which documents, and under which number a file had them. */
@Component
class DocumentsMadeJdbc {
  private final JdbcClient jdbc;
  private final Clock clock;

  DocumentsMadeJdbc(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A document as a file had it. */
  record Source(String number, Optional<String> author) {}

  /** A document that a run made; the kind is domain and type. */
  record Made(String document, String number) {}

  void note(ImportedList.OfRun of, DocumentKind<?> kind, String number, Source source) {
    jdbc.sql(
            """
            insert into exchange.made(company, document, number, source, author, run, list, file,
              made_by, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (company, document, number) do nothing
            """)
        .params(
            Arrays.asList(
                of.company().value(),
                kind.name(),
                number,
                source.number(),
                source.author().orElse(null),
                of.run(),
                kind.listName(),
                of.file(),
                Acting.actor(),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .update();
  }

  /** The number that the document got which a file called so, the latest of several. */
  Optional<String> numberOf(CompanyCode company, DocumentKind<?> kind, String source) {
    return jdbc.sql(
            """
            select number from exchange.made
            where company = ? and document = ? and source = ? and undone_at is null
            order by sequence desc limit 1
            """)
        .params(company.value(), kind.name(), source)
        .query(String.class)
        .optional();
  }

  /** What a run made and nobody undid, the latest first. */
  List<Made> of(CompanyCode company, UUID run) {
    return jdbc.sql(
            """
            select document, number from exchange.made
            where company = ? and run = ? and undone_at is null order by sequence desc
            """)
        .params(company.value(), run)
        .query((row, n) -> new Made(row.getString("document"), row.getString("number")))
        .list();
  }

  /** All of a run are undone; its file may be imported again. */
  void undone(CompanyCode company, UUID run) {
    Instant now = clock.instant();
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    jdbc.sql("update exchange.made set undone_at = ? where company = ? and run = ?")
        .params(at, company.value(), run)
        .update();
    jdbc.sql("delete from exchange.rows_taken where company = ? and run = ?")
        .params(company.value(), run)
        .update();
  }
}
