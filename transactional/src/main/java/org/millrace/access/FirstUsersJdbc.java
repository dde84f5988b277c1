package org.millrace.access;

import java.util.Set;
import org.millrace.access.role.Grant;
import org.millrace.access.role.Roles;
import org.millrace.shared.Version;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users of a new instance: a person who administers it, and the services beside the core. */
final class FirstUsersJdbc {
  /** The user of the command line. */
  static final String OPERATOR = "operator";

  private final UsersJdbc users;
  private final PasswordEncoder passwords;

  FirstUsersJdbc(UsersJdbc users, PasswordEncoder passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  /** Adds the person who administers the instance; the password may have changed since. */
  void ensureAdmin(String password) {
    if (users.find("admin").isEmpty()) {
      users.add(user("admin", Roles.ADMIN), passwords.encode(password));
    }
  }

  /** Adds the user of a service; its password is always the one of its file. */
  void ensureService(String name, String password, String role) {
    boolean current =
        users.activeHash(name).filter(hash -> passwords.matches(password, hash)).isPresent();
    if (!current) {
      String hash = passwords.encode(password);
      User user = user(name, role);
      if (!users.add(user, hash)) {
        users.changePassword(user, hash);
      }
    }
  }

  private static User user(String name, String role) {
    return new User(name, Set.of(Grant.everywhere(role)), true, false, new Version(1));
  }
}
