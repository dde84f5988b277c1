package org.millrace.exchange.list;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  /** A document just made, and what it was in the file. */
  record Noted(String number, Source source) {}

  void note(ImportedList.OfRun of, DocumentKind<?> kind, List<Noted> made) {
    if (made.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into exchange.made(company, document, number, source, author, run, list, file,
              made_by, made_at)
            select :company, :document, n.number, n.source, n.author, :run, :list, :file, :by, :at
            from unnest(:numbers, :sources, :authors) with ordinality
              as n(number, source, author, place)
            order by n.place
            on conflict (company, document, number) do nothing
            """)
        .param("company", of.company().value())
        .param("document", kind.name())
        .param("numbers", made.stream().map(Noted::number).toArray(String[]::new))
        .param("sources", made.stream().map(m -> m.source().number()).toArray(String[]::new))
        .param(
            "authors",
            made.stream().map(m -> m.source().author().orElse(null)).toArray(String[]::new))
        .param("run", of.run())
        .param("list", kind.listName())
        .param("file", of.file())
        .param("by", Acting.actor())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
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
