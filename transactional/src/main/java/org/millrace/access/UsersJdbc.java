package org.millrace.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.access.role.Grant;
import org.millrace.access.role.Roles;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.Listed;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users, what is granted to them, and the hashes of their passwords. */
@Component
class UsersJdbc {
  /** Of a user u, what {@link #grants} reads; no code holds the tab between company and role. */
  static final String GRANTS =
      """
      array(
        select array_to_string(array[g.company, g.role] || g.regions, e'\\t')
        from access.user_grant g where g.user_name = u.name) as grants
      """;

  private static final String USER = "select u.*, " + GRANTS + " from access.app_user u";

  private final JdbcClient jdbc;
  private final RowLists lists;

  UsersJdbc(JdbcClient jdbc, RowLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  /** What the list of users is narrowed and sorted by; the roles are those in any company. */
  @Listed(searched = "name", key = "name")
  record UserColumns(String name, boolean active, boolean mustChangePassword, List<String> roles) {}

  ListAnswer<User> page(ListRequest request) {
    String all =
        """
        select name, active, must_change_password, array(
            select distinct g.role from access.user_grant g where g.user_name = u.name) as roles
        from access.app_user u
        """;
    ListAnswer<UserColumns> page = lists.page(UserColumns.class, Rows.ofAll(all), request);
    List<String> names = page.rows().stream().map(UserColumns::name).toList();
    return page.with(
        jdbc
            .sql(USER + " where u.name = any(?)")
            .param(names.toArray(String[]::new))
            .query((row, n) -> user(row))
            .list()
            .stream()
            .sorted(Comparator.comparing(user -> names.indexOf(user.name())))
            .toList());
  }

  Optional<User> find(String name) {
    return jdbc.sql(USER + " where u.name = ?").param(name).query((row, n) -> user(row)).optional();
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
  boolean add(User user, String hash) {
    boolean added =
        jdbc.sql(
                    """
                    insert into access.app_user (name, password_hash, must_change_password)
                    values (?, ?, ?) on conflict (name) do nothing
                    """)
                .params(user.name(), hash, user.mustChangePassword())
                .update()
            == 1;
    if (added) {
      grant(user);
    }
    return added;
  }

  void changePassword(User user, String hash) {
    jdbc.sql(
            """
            update access.app_user
            set password_hash = ?, must_change_password = ?, version = version + 1,
              changed_at = clock_timestamp()
            where name = ?
            """)
        .params(hash, user.mustChangePassword(), user.name())
        .update();
  }

  /** Counts a change that lies outside this table. */
  void touch(User user) {
    jdbc.sql(
            """
            update access.app_user
            set version = version + 1, changed_at = clock_timestamp() where name = ?
            """)
        .param(user.name())
        .update();
  }

  /** Changes grants and whether the user is active. */
  void change(User user) {
    jdbc.sql(
            """
            update access.app_user
            set active = ?, version = version + 1, changed_at = clock_timestamp() where name = ?
            """)
        .params(user.active(), user.name())
        .update();
    jdbc.sql("delete from access.user_grant where user_name = ?").param(user.name()).update();
    grant(user);
  }

  /** The active users who hold a role for a company, or for all of them. */
  List<String> holding(CompanyCode company, String role) {
    return jdbc.sql(
            """
            select u.name from access.app_user u
            where u.active and exists (
              select from access.user_grant g
              where g.user_name = u.name and g.role = ? and g.company in (?, ?))
            order by 1
            """)
        .params(role, company.value(), Grant.EVERY_COMPANY)
        .query(String.class)
        .list();
  }

  /** How many active people administer the instance; whoever changes one waits for the other. */
  int lockAdministrators() {
    return jdbc.sql(
            """
            select u.name from access.app_user u
            where u.active and u.name <> ? and exists (
              select from access.user_grant g
              where g.user_name = u.name and g.company = ? and g.role = ?)
            for update of u
            """)
        .params(FirstUsersJdbc.OPERATOR, Grant.EVERY_COMPANY, Roles.ADMIN)
        .query(String.class)
        .list()
        .size();
  }

  private void grant(User user) {
    for (Grant grant : user.grants()) {
      jdbc.sql(
              """
              insert into access.user_grant (user_name, company, role, regions)
              values (?, ?, ?, ?)
              """)
          .params(
              user.name(), grant.company(), grant.role(), grant.regions().toArray(String[]::new))
          .update();
    }
  }

  static Set<Grant> grants(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("grants").getArray())
        .map(grant -> List.of(grant.split("\t")))
        .map(
            grant ->
                new Grant(grant.get(0), grant.get(1), Set.copyOf(grant.subList(2, grant.size()))))
        .collect(Collectors.toSet());
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString("name"),
        grants(row),
        row.getBoolean("active"),
        row.getBoolean("must_change_password"),
        new Version(row.getLong("version")));
  }
}
