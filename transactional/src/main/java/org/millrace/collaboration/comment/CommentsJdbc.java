package org.millrace.collaboration.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.collaboration.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CommentsJdbc implements Comments {
  private static final String COMMENTS =
      """
      select c.*, array(select m.user_name from collaboration.mention m where m.comment = c.id
        order by 1) as mentions
      from collaboration.comment c where c.company = ? and c.kind = ? and c.number = ?
      """;

  private final JdbcClient jdbc;

  CommentsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Subject subject, Comment comment) {
    jdbc.sql(
            """
            insert into collaboration.comment(id, company, kind, number, author, written_at, body)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            comment.id(),
            subject.company().value(),
            subject.kind(),
            subject.number(),
            comment.author(),
            comment.writtenAt().atOffset(ZoneOffset.UTC),
            comment.text().orElseThrow())
        .update();
    jdbc.sql("insert into collaboration.mention(comment, user_name) select ?, unnest(?::text[])")
        .params(comment.id(), comment.mentions().toArray(String[]::new))
        .update();
  }

  @Override
  public List<Comment> of(Subject subject) {
    return jdbc.sql(COMMENTS + " order by c.written_at, c.id")
        .params(subject.company().value(), subject.kind(), subject.number())
        .query(CommentsJdbc::comment)
        .list();
  }

  @Override
  public Optional<Comment> withdraw(Subject subject, UUID id, String author, Instant now) {
    int found =
        jdbc.sql(
                """
                update collaboration.comment set withdrawn_at = coalesce(withdrawn_at, ?)
                where id = ? and author = ? and company = ? and kind = ? and number = ?
                """)
            .params(
                now.atOffset(ZoneOffset.UTC),
                id,
                author,
                subject.company().value(),
                subject.kind(),
                subject.number())
            .update();
    return found == 0
        ? Optional.empty()
        : of(subject).stream().filter(comment -> comment.id().equals(id)).findFirst();
  }

  @Override
  public List<String> unknown(List<String> names) {
    return jdbc.sql(
            """
            select name from unnest(?::text[]) with ordinality as asked(name, place)
            where name not in (select lower(u.name) from access.app_user u where u.active)
            order by place
            """)
        .param(names.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private static Comment comment(ResultSet row, int index) throws SQLException {
    Optional<Instant> withdrawn =
        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    return new Comment(
        row.getObject("id", UUID.class),
        row.getString("author"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        withdrawn.isPresent() ? Optional.empty() : Optional.of(row.getString("body")),
        List.of((String[]) row.getArray("mentions").getArray()),
        withdrawn);
  }
}
