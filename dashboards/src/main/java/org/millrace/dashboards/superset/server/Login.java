package org.millrace.dashboards.superset.server;

import java.util.Objects;

/** Who publishes; the password never appears in messages. */
public record Login(String user, String password) {
  public Login {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return user;
  }
}
