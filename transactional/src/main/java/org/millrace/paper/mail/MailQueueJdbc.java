package org.millrace.paper.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MailQueueJdbc implements MailQueue {
  private final JdbcClient jdbc;

  MailQueueJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void put(Waiting mail, Instant dueAt) {
    jdbc.sql(
            """
            insert into paper.mail_queue(company, number, due_at) values (?, ?, ?)
            on conflict (company, number) do update set due_at = excluded.due_at, taken_until = null
            """)
        .params(mail.company().value(), mail.number().value(), at(dueAt))
        .update();
  }

  @Override
  public boolean leave(Waiting mail, Instant now) {
    return jdbc.sql(
                """
                delete from paper.mail_queue
                where company = ? and number = ? and (taken_until is null or taken_until <= ?)
                """)
            .params(mail.company().value(), mail.number().value(), at(now))
            .update()
        == 1;
  }

  @Override
  public void done(Waiting mail) {
    jdbc.sql("delete from paper.mail_queue where company = ? and number = ?")
        .params(mail.company().value(), mail.number().value())
        .update();
  }

  @Override
  public Optional<Waiting> take(Instant now, Instant until) {
    return jdbc.sql(
            """
            update paper.mail_queue set taken_until = ? where (company, number) = (
              select company, number from paper.mail_queue
              where due_at <= ? and (taken_until is null or taken_until <= ?)
              order by due_at limit 1 for update skip locked)
            returning company, number
            """)
        .params(at(until), at(now), at(now))
        .query(
            (row, n) ->
                new Waiting(
                    new CompanyCode(row.getString("company")),
                    new DocumentNumber(row.getString("number"))))
        .optional();
  }

  @Override
  public void keep(Waiting mail, List<byte[]> files) {
    for (int line = 1; line <= files.size(); line++) {
      jdbc.sql("insert into paper.mail_file_content values (?, ?, ?, ?)")
          .params(mail.company().value(), mail.number().value(), line, files.get(line - 1))
          .update();
    }
  }

  @Override
  public List<byte[]> files(Waiting mail) {
    return jdbc.sql(
            """
            select content from paper.mail_file_content where company = ? and number = ?
            order by line
            """)
        .params(mail.company().value(), mail.number().value())
        .query((row, n) -> row.getBytes("content"))
        .list();
  }
}
