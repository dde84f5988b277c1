package org.millrace.collaboration.follow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.millrace.collaboration.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FollowersJdbc implements Followers {
  private final JdbcClient jdbc;

  FollowersJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Follower> of(Subject subject) {
    return jdbc.sql(
            """
            select user_name, since from collaboration.follower
            where company = ? and kind = ? and number = ? order by user_name
            """)
        .params(subject.company().value(), subject.kind(), subject.number())
        .query(
            (row, i) ->
                new Follower(
                    row.getString("user_name"),
                    row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public void add(Subject subject, String user, Instant now) {
    jdbc.sql(
            """
            insert into collaboration.follower(
              company, kind, number, user_name, aggregate_id, since)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            subject.company().value(),
            subject.kind(),
            subject.number(),
            user,
            subject.aggregateId(),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void remove(Subject subject, String user) {
    jdbc.sql(
            """
            delete from collaboration.follower
            where company = ? and kind = ? and number = ? and user_name = ?
            """)
        .params(subject.company().value(), subject.kind(), subject.number(), user)
        .update();
  }
}
