package org.millrace.collaboration.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what is told when it is asked for: nothing is written for each follower. */
@Component
class InboxJdbc implements Inbox {
  private static final String LATEST =
      """
      (select c.written_at as at, 'mentioned' as reason, c.company, c.kind, c.number,
        c.author as by, null as event, c.body as text
      from collaboration.mention m join collaboration.comment c on c.id = m.comment
      where m.user_name = :user and c.author <> :user and c.withdrawn_at is null
      order by at desc limit :most)
      union all
      (select c.written_at, 'commented', c.company, c.kind, c.number, c.author, null, c.body
      from collaboration.follower f
      join collaboration.comment c using (company, kind, number)
      where f.user_name = :user and c.author <> :user and c.withdrawn_at is null
        and c.written_at >= f.since
        and not exists (select from collaboration.mention m
          where m.comment = c.id and m.user_name = :user)
      order by 1 desc limit :most)
      union all
      (select e.recorded_at, 'happened', f.company, f.kind, f.number, e.actor, e.type, null
      from collaboration.follower f join outbox.event e using (aggregate_id)
      where f.user_name = :user and e.actor <> :user and e.recorded_at >= f.since
      order by 1 desc limit :most)
      order by at desc limit :most
      """;

  private final JdbcClient jdbc;

  InboxJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Message> latest(String user, int most) {
    return jdbc.sql(LATEST)
        .param("user", user)
        .param("most", most)
        .query(InboxJdbc::message)
        .list();
  }

  private static Message message(ResultSet row, int index) throws SQLException {
    return new Message(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
        row.getString("company"),
        row.getString("kind"),
        row.getString("number"),
        row.getString("by"),
        Optional.ofNullable(row.getString("event")),
        Optional.ofNullable(row.getString("text")));
  }

  @Override
  public Optional<Instant> seenUntil(String user) {
    return jdbc.sql("select until from collaboration.seen where user_name = ?")
        .param(user)
        .query((row, i) -> row.getObject("until", OffsetDateTime.class).toInstant())
        .optional();
  }

  @Override
  public void see(String user, Instant until) {
    jdbc.sql(
            """
            insert into collaboration.seen as s (user_name, until) values (?, ?)
            on conflict (user_name) do update set until = greatest(s.until, excluded.until)
            """)
        .params(user, until.atOffset(ZoneOffset.UTC))
        .update();
  }
}
