package org.millrace.exchange.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.document.DocumentKind;
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

  /** Which of the contents are new; they are noted in the running transaction. */
  Set<String> newOnes(ImportedList.OfRun of, String kind, Collection<String> contents) {
    Map<String, String> byHash = new HashMap<>();
    contents.forEach(content -> byHash.put(hash(content), content));
    return jdbc
        .sql(
            """
            insert into exchange.rows_taken(company, kind, content, run)
            select ?, ?, decode(c, 'hex'), ? from unnest(?) as c
            on conflict do nothing returning encode(content, 'hex')
            """)
        .params(of.company().value(), kind, of.run(), byHash.keySet().toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .map(byHash::get)
        .collect(Collectors.toSet());
  }

  /** These did not become documents after all. */
  void forget(ImportedList.OfRun of, String kind, Collection<String> contents) {
    if (contents.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            delete from exchange.rows_taken where company = ? and kind = ? and run = ?
              and content in (select decode(c, 'hex') from unnest(?) as c)
            """)
        .params(
            of.company().value(),
            kind,
            of.run(),
            contents.stream().map(RowsTakenJdbc::hash).toArray(String[]::new))
        .update();
  }

  private static String hash(String content) {
    try {
      byte[] text = content.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** True once more when all was cancelled that the run made of these rows; noted as well. */
  boolean isGivenUp(ImportedList.OfRun of, DocumentKind<?> kind, String content, String source) {
    return jdbc.sql(
                """
                with there as (
                  select d.status from exchange.rows_taken t
                  join exchange.made m on m.company = t.company and m.run = t.run
                    and m.document = :document and :source in ('', m.source)
                  join %s d on d.company = m.company and d.%s = m.number
                  where t.company = :company and t.kind = :kind
                    and t.content = sha256(convert_to(:content, 'UTF8')))
                update exchange.rows_taken set run = :run
                where company = :company and kind = :kind
                  and content = sha256(convert_to(:content, 'UTF8'))
                  and (select bool_and(status = 'cancelled') from there)
                """
                    .formatted(kind.table(), kind.key()))
            .param("document", kind.name())
            .param("source", source)
            .param("company", of.company().value())
            .param("kind", kind.listName())
            .param("content", content)
            .param("run", of.run())
            .update()
        == 1;
  }
}
