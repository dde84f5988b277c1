package org.millrace.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.millrace.access.openid.IdTokens;
import org.millrace.access.openid.OpenIdSettings;
import org.millrace.access.password.ServiceUsers;
import org.millrace.access.role.Grant;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The users whom an issuer names: found by name, added where the settings say so. */
@Component
class OpenIdUsersJdbc {
  /** No password has it: what is compared with it is never equal. */
  private static final String NO_PASSWORD = "none";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final UsersJdbc users;
  private final ServiceUsers services;
  private final Clock clock;

  OpenIdUsersJdbc(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      UsersJdbc users,
      ServiceUsers services,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.users = users;
    this.services = services;
    this.clock = clock;
  }

  /** False for a token that was used before. */
  boolean useOnce(String token, Instant until) {
    return Boolean.TRUE.equals(
        transaction.execute(
            begun -> {
              jdbc.sql("delete from access.used_id_token where expires_at < ?")
                  .param(clock.instant().minusSeconds(3_600).atOffset(ZoneOffset.UTC))
                  .update();
              return jdbc.sql(
                          """
                          insert into access.used_id_token (digest, expires_at) values (?, ?)
                          on conflict (digest) do nothing
                          """)
                      .params(digest(token), until.atOffset(ZoneOffset.UTC))
                      .update()
                  == 1;
            }));
  }

  /**
   * The active user of that name. One that was added here keeps the roles given here; one that the
   * issuer brought has those of its claims as they are now, and may not come in without any.
   */
  Optional<User> user(IdTokens.Identity identity, OpenIdSettings settings) {
    if (services.includes(identity.user())) {
      return Optional.empty();
    }
    Set<Grant> mapped = settings.grants(identity.values());
    return transaction.execute(
        begun -> {
          Optional<User> known = users.find(identity.user());
          if (known.isEmpty()) {
            return settings.newUsers() == OpenIdSettings.NewUsers.ADDED && !mapped.isEmpty()
                ? added(identity.user(), mapped)
                : Optional.empty();
          }
          return known.get().active() && isFromIssuer(identity.user())
              ? mapped(known.get(), mapped)
              : known.filter(User::active);
        });
  }

  private Optional<User> added(String name, Set<Grant> mapped) {
    try {
      User user = new User(name, mapped, true, false, new Version(1));
      users.add(user, NO_PASSWORD);
      jdbc.sql("update access.app_user set from_issuer = true where name = ?").param(name).update();
      return Optional.of(user);
    } catch (Refused nameThatNobodyCanHave) {
      return Optional.empty();
    }
  }

  private Optional<User> mapped(User user, Set<Grant> mapped) {
    if (mapped.isEmpty()) {
      return Optional.empty();
    }
    if (!mapped.equals(user.grants())) {
      users.change(new User(user.name(), mapped, true, false, user.version()));
    }
    return users.find(user.name());
  }

  private boolean isFromIssuer(String name) {
    return jdbc.sql("select from_issuer from access.app_user where name = ?")
        .param(name)
        .query(Boolean.class)
        .single();
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
