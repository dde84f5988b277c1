package org.millrace.exchange.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millrace.exchange.event.CompanyEvents;
import org.millrace.exchange.event.EventPosition;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WebhooksJdbc implements Webhooks {
  private final JdbcClient jdbc;

  WebhooksJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Webhook webhook) {
    jdbc.sql(
            """
            insert into exchange.webhook(company, id, url, types, secret, state, transaction, place,
              created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            webhook.company().value(),
            webhook.id(),
            webhook.target().url(),
            webhook.target().types().toArray(String[]::new),
            webhook.target().secret(),
            word(webhook.state()),
            webhook.done().transaction(),
            webhook.done().place(),
            webhook.made().by(),
            at(webhook.made().at()))
        .update();
  }

  private static String word(Webhook.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  @Override
  public List<Webhook> of(CompanyCode company) {
    return jdbc.sql("select * from exchange.webhook where company = ? order by created_at, id")
        .param(company.value())
        .query((row, n) -> read(row))
        .list();
  }

  @Override
  public Webhook named(CompanyCode company, UUID id) {
    return jdbc.sql("select * from exchange.webhook where company = ? and id = ?")
        .params(company.value(), id)
        .query((row, n) -> read(row))
        .optional()
        .orElseThrow(
            () -> Refused.notFound("There is no webhook %s in %s.".formatted(id, company)));
  }

  @Override
  public void put(Webhook before, Webhook after) {
    Webhook.Trouble trouble = after.trouble();
    jdbc.sql(
            """
            update exchange.webhook set state = :state, transaction = :tx, place = :place,
              failures = :failures, failing_since = :since, next_attempt_at = :next,
              last_error = :error
            where company = :company and id = :id and state = :stateBefore
              and transaction = :txBefore and place = :placeBefore
            """)
        .param("state", word(after.state()))
        .param("tx", after.done().transaction())
        .param("place", after.done().place())
        .param("failures", trouble.failures())
        .param("since", trouble.since().map(WebhooksJdbc::at).orElse(null))
        .param("next", trouble.nextAttemptAt().map(WebhooksJdbc::at).orElse(null))
        .param("error", trouble.lastError().orElse(null))
        .param("company", after.company().value())
        .param("id", after.id())
        .param("stateBefore", word(before.state()))
        .param("txBefore", before.done().transaction())
        .param("placeBefore", before.done().place())
        .update();
  }

  @Override
  public void remove(CompanyCode company, UUID id) {
    jdbc.sql("delete from exchange.webhook where company = ? and id = ?")
        .params(company.value(), id)
        .update();
  }

  @Override
  public List<Webhook> due(Instant now) {
    return jdbc.sql(
            """
            select * from exchange.webhook
            where state = 'active' and (next_attempt_at is null or next_attempt_at <= ?)
            """)
        .param(at(now))
        .query((row, n) -> read(row))
        .list();
  }

  @Override
  public void note(Webhook webhook, CompanyEvents.Told event, Sent sent) {
    jdbc.sql(
            """
            insert into exchange.webhook_delivery(company, webhook, event_position, event_id, type,
              status, error, milliseconds, sent_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?
            where exists (select from exchange.webhook where company = ? and id = ?)
            """)
        .params(
            Arrays.asList(
                webhook.company().value(),
                webhook.id(),
                event.position(),
                event.id(),
                event.type(),
                sent.status().orElse(null),
                sent.error().orElse(null),
                sent.milliseconds(),
                at(sent.at()),
                webhook.company().value(),
                webhook.id()))
        .update();
  }

  @Override
  public void forget(Instant before) {
    jdbc.sql("delete from exchange.webhook_delivery where sent_at < ?").param(at(before)).update();
  }

  private static Webhook read(ResultSet row) throws SQLException {
    return new Webhook(
        new CompanyCode(row.getString("company")),
        row.getObject("id", UUID.class),
        new Webhook.Target(
            row.getString("url"),
            List.of((String[]) row.getArray("types").getArray()),
            row.getString("secret")),
        Webhook.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        new EventPosition(row.getString("transaction"), row.getLong("place")),
        new Webhook.Trouble(
            row.getInt("failures"),
            moment(row, "failing_since"),
            moment(row, "next_attempt_at"),
            Optional.ofNullable(row.getString("last_error"))),
        new Webhook.Made(row.getString("created_by"), moment(row, "created_at").orElseThrow()));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
  }
}
