package org.millrace.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users and the hashes of their passwords. */
@Component
class UsersJdbc {
  private final JdbcClient jdbc;

  UsersJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<User> all() {
    return jdbc.sql("select * from access.app_user order by name")
        .query((row, n) -> user(row))
        .list();
  }

  Optional<User> find(String name) {
    return jdbc.sql("select * from access.app_user where name = ?")
        .param(name)
        .query((row, n) -> user(row))
        .optional();
  }

  User named(String name) {
    return find(name).orElseThrow(() -> Refused.notFound("There is no user " + name));
  }

  /** The hash of an active user's password. */
  Optional<String> activeHash(String name) {
    return jdbc.sql("select password_hash from access.app_user where name = ? and active")
        .param(name)
        .query(String.class)
        .optional();
  }

  /** Adds a user; false when the name is taken. */
  boolean add(String name, String hash, Set<UserRole> roles) {
    return jdbc.sql(
                """
                insert into access.app_user (name, password_hash, roles) values (?, ?, ?)
                on conflict (name) do nothing
                """)
            .params(name, hash, words(roles))
            .update()
        == 1;
  }

  void changePassword(String name, String hash) {
    jdbc.sql(
            """
            update access.app_user
            set password_hash = ?, version = version + 1, changed_at = clock_timestamp()
            where name = ?
            """)
        .params(hash, name)
        .update();
  }

  void change(User user) {
    jdbc.sql(
            """
            update access.app_user
            set roles = ?, active = ?, version = version + 1, changed_at = clock_timestamp()
            where name = ?
            """)
        .params(words(user.roles()), user.active(), user.name())
        .update();
  }

  private static String[] words(Set<UserRole> roles) {
    return roles.stream().map(r -> r.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }

  private static User user(ResultSet row) throws SQLException {
    Array roles = row.getArray("roles");
    Set<UserRole> known =
        Arrays.stream((String[]) roles.getArray())
            .map(r -> UserRole.valueOf(r.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new User(
        row.getString("name"),
        known,
        row.getBoolean("active"),
        new Version(row.getLong("version")));
  }
}
