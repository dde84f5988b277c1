package org.millrace.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.millrace.access.role.Grant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions and API keys. A token is a random number that only its holder and, as a digest, this
 * table know: nobody can make one, and it ends the moment its row says so, at every door.
 */
final class TokensJdbc {
  static final String BY_PASSWORD = "login";

  /** The issuer has asked for a second factor, or not; it is its matter, as is the password. */
  static final String BY_ISSUER = "openid";

  static final Duration LONGEST_SESSION = Duration.ofHours(12);
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final JdbcClient visitors;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration idle;
  private final SecureRandom random = new SecureRandom();

  /** {@code visitors} is asked with each request; the rest goes the way of all changes. */
  TokensJdbc(
      JdbcClient jdbc,
      JdbcClient visitors,
      TransactionTemplate transaction,
      Clock clock,
      Duration idle) {
    this.jdbc = jdbc;
    this.visitors = visitors;
    this.transaction = transaction;
    this.clock = clock;
    this.idle = idle;
  }

  /** What a token is for. */
  enum Kind {
    SESSION,
    API_KEY;

    private String word() {
      return this == SESSION ? "session" : "api-key";
    }
  }

  /** A token just made; its text is told this once. */
  record NewToken(String text, UUID id, Instant expiresAt) {}

  /** A token that is good now, and the user it stands for as the user is now. */
  record Live(
      UUID id,
      String user,
      Set<Grant> grants,
      Optional<Set<String>> scopes,
      Instant expiresAt,
      boolean mustChangePassword,
      boolean hasSecondFactor) {}

  /** An API key as its owner sees it. */
  record ApiKey(
      UUID id, String label, Set<String> scopes, Instant openedAt, Instant usedAt, Instant until) {}

  NewToken openSession(String user, String how) {
    Instant now = now();
    return transaction.execute(
        begun -> {
          jdbc.sql("delete from access.token where expires_at < ?")
              .param(at(now.minus(LONGEST_SESSION)))
              .update();
          return open(user, Kind.SESSION, how, Optional.empty(), now.plus(LONGEST_SESSION));
        });
  }

  NewToken openApiKey(String user, String label, Set<String> scopes, Instant until) {
    return transaction.execute(
        begun -> open(user, Kind.API_KEY, label, Optional.of(scopes), until));
  }

  private NewToken open(
      String user, Kind kind, String label, Optional<Set<String>> scopes, Instant until) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    UUID id = UUID.randomUUID();
    Instant now = now();
    jdbc.sql(
            """
            insert into access.token
              (digest, id, user_name, kind, label, scopes, opened_at, last_used_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                digest(text),
                id,
                user,
                kind.word(),
                label,
                scopes.map(s -> s.toArray(String[]::new)).orElse(null),
                at(now),
                at(now),
                at(until)))
        .update();
    return new NewToken(text, id, until);
  }

  /** Who comes with that token; empty when it is unknown, ended, expired, or lay idle too long. */
  Optional<Live> find(String text) {
    Instant now = now();
    byte[] digest = digest(text);
    return visitors
        .sql(
            """
            select t.*, u.must_change_password and t.label <> ? as owes_password,
              t.label = ? or exists (
                select from access.second_factor f
                where f.user_name = u.name and f.confirmed_at is not null) as has_second_factor,
              %s
            from access.token t join access.app_user u on u.name = t.user_name
            where t.digest = ? and t.ended_at is null and u.active and t.expires_at > ?
              and (t.kind = 'api-key' or t.last_used_at > ?)
            """
                .formatted(UsersJdbc.GRANTS))
        .params(BY_ISSUER, BY_ISSUER, digest, at(now), at(now.minus(idle)))
        .query(
            (row, n) -> {
              if (instant(row, "last_used_at").isBefore(now.minus(NOTED_EVERY))) {
                noteUse(digest, now);
              }
              return live(row);
            })
        .optional();
  }

  private void noteUse(byte[] digest, Instant now) {
    transaction.executeWithoutResult(
        begun ->
            jdbc.sql("update access.token set last_used_at = ? where digest = ?")
                .params(at(now), digest)
                .update());
  }

  void end(UUID id) {
    jdbc.sql("update access.token set ended_at = ? where id = ? and ended_at is null")
        .params(at(now()), id)
        .update();
  }

  /** Ends the sessions of a user, all but the one that asks for it. */
  void endSessions(String user, Optional<UUID> but) {
    transaction.executeWithoutResult(
        begun ->
            jdbc.sql(
                    """
                    update access.token set ended_at = ?
                    where user_name = ? and kind = 'session' and ended_at is null
                      and id is distinct from ?::uuid
                    """)
                .params(Arrays.asList(at(now()), user, but.orElse(null)))
                .update());
  }

  List<ApiKey> apiKeys(String user) {
    return jdbc.sql(
            """
            select * from access.token
            where user_name = ? and kind = 'api-key' and ended_at is null and expires_at > ?
            order by opened_at
            """)
        .params(user, at(now()))
        .query(
            (row, n) ->
                new ApiKey(
                    row.getObject("id", UUID.class),
                    row.getString("label"),
                    scopes(row).orElse(Set.of()),
                    instant(row, "opened_at"),
                    instant(row, "last_used_at"),
                    instant(row, "expires_at")))
        .list();
  }

  private static Live live(ResultSet row) throws SQLException {
    return new Live(
        row.getObject("id", UUID.class),
        row.getString("user_name"),
        UsersJdbc.grants(row),
        scopes(row),
        instant(row, "expires_at"),
        row.getBoolean("owes_password"),
        row.getBoolean("has_second_factor"));
  }

  private static Optional<Set<String>> scopes(ResultSet row) throws SQLException {
    java.sql.Array scopes = row.getArray("scopes");
    return scopes == null
        ? Optional.empty()
        : Optional.of(Set.copyOf(Arrays.asList((String[]) scopes.getArray())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
