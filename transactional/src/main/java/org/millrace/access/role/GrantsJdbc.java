package org.millrace.access.role;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is granted to all users who may come in. */
@Component
class GrantsJdbc {
  private final JdbcClient jdbc;

  GrantsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The grants of each active user. */
  Map<String, Set<Grant>> ofActive() {
    Map<String, Set<Grant>> all = new TreeMap<>();
    jdbc.sql(
            """
            select g.user_name, g.company, g.role, g.regions
            from access.user_grant g join access.app_user u on u.name = g.user_name
            where u.active
            """)
        .query(
            row -> {
              all.computeIfAbsent(row.getString("user_name"), n -> new TreeSet<>())
                  .add(
                      new Grant(
                          row.getString("company"),
                          row.getString("role"),
                          Set.of((String[]) row.getArray("regions").getArray())));
            });
    return all;
  }
}
