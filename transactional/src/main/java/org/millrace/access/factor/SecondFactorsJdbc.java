package org.millrace.access.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.millrace.settings.CoreSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
final class SecondFactorsJdbc implements SecondFactors {
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecretBox box;
  private final SecureRandom random = new SecureRandom();

  SecondFactorsJdbc(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      CoreSettings settings) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.box = new SecretBox(settings.secret("second-factor.key"));
  }

  @Override
  public State of(String user) {
    return jdbc.sql(
            """
            select f.confirmed_at, (
                select count(*) from access.recovery_code c
                where c.user_name = f.user_name and c.used_at is null) as left_over
            from access.second_factor f where f.user_name = ? and f.confirmed_at is not null
            """)
        .param(user)
        .query(
            (row, n) ->
                new State(
                    Optional.of(row.getObject("confirmed_at", OffsetDateTime.class).toInstant()),
                    row.getInt("left_over")))
        .optional()
        .orElse(new State(Optional.empty(), 0));
  }

  @Override
  public Enrolment begin(String user) {
    byte[] secret = random(SECRET_BYTES);
    transaction.executeWithoutResult(
        begun ->
            jdbc.sql(
                    """
                    insert into access.second_factor (user_name, secret) values (?, ?)
                    on conflict (user_name) do update set secret = excluded.secret
                    where second_factor.confirmed_at is null
                    """)
                .params(user, box.closed(user, secret))
                .update());
    String text = Totp.base32(secret);
    String uri = Totp.uri(user, text);
    return new Enrolment(text, uri, QrPicture.of(uri));
  }

  @Override
  public Optional<List<String>> confirm(String user, String code) {
    return transaction.execute(
        begun -> {
          if (!usesInterval(user, code, "confirmed_at is null")) {
            return Optional.empty();
          }
          jdbc.sql("update access.second_factor set confirmed_at = ? where user_name = ?")
              .params(now(), user)
              .update();
          return Optional.of(renewRecoveryCodes(user));
        });
  }

  @Override
  public boolean accepts(String user, String code) {
    String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return Boolean.TRUE.equals(
        transaction.execute(
            begun ->
                plain.matches("\\d{6}")
                    ? usesInterval(user, plain, "confirmed_at is not null")
                    : usesRecoveryCode(user, plain)));
  }

  /** One statement decides, so that of two who send the same code at once one comes in. */
  private boolean usesInterval(String user, String code, String which) {
    OptionalLong interval =
        jdbc.sql("select secret from access.second_factor where user_name = ? and " + which)
            .param(user)
            .query(byte[].class)
            .optional()
            .map(closed -> Totp.interval(box.opened(user, closed), code, clock.instant()))
            .orElse(OptionalLong.empty());
    return interval.isPresent()
        && jdbc.sql(
                    """
                    update access.second_factor set last_interval = ?
                    where user_name = ? and last_interval < ? and\
                    """
                        + " "
                        + which)
                .params(interval.getAsLong(), user, interval.getAsLong())
                .update()
            == 1;
  }

  private boolean usesRecoveryCode(String user, String code) {
    return jdbc.sql(
                """
                update access.recovery_code c set used_at = ?
                from access.second_factor f
                where c.user_name = ? and c.digest = ? and c.used_at is null
                  and f.user_name = c.user_name and f.confirmed_at is not null
                """)
            .params(now(), user, digest(code))
            .update()
        == 1;
  }

  @Override
  public List<String> renewRecoveryCodes(String user) {
    List<String> codes =
        Stream.generate(() -> Totp.base32(random(RECOVERY_BYTES))).limit(RECOVERY_CODES).toList();
    transaction.executeWithoutResult(
        begun -> {
          jdbc.sql("delete from access.recovery_code where user_name = ?").param(user).update();
          for (String code : codes) {
            jdbc.sql("insert into access.recovery_code (user_name, digest) values (?, ?)")
                .params(user, digest(code))
                .update();
          }
        });
    return codes.stream().map(code -> code.replaceAll("(.{4})(?!$)", "$1-")).toList();
  }

  @Override
  public void remove(String user) {
    transaction.executeWithoutResult(
        begun ->
            jdbc.sql("delete from access.second_factor where user_name = ?").param(user).update());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private byte[] random(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A recovery code is as random as a key: nobody finds it by trying digests. */
  private static byte[] digest(String code) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
