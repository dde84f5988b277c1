package org.millrace.access;

import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users of a new instance: a person who administers it, and the services beside the core. */
final class FirstUsersJdbc {
  private final UsersJdbc users;
  private final PasswordEncoder passwords;

  FirstUsersJdbc(UsersJdbc users, PasswordEncoder passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  /** Adds the person who administers the instance; the password may have changed since. */
  void ensureAdmin(String password) {
    if (users.find("admin").isEmpty()) {
      users.add("admin", passwords.encode(password), Set.of(UserRole.ADMIN));
    }
  }

  /** Adds the user of a service; its password is always the one of its file. */
  void ensureService(String name, String password, UserRole role) {
    boolean current =
        users.activeHash(name).filter(hash -> passwords.matches(password, hash)).isPresent();
    if (!current) {
      String hash = passwords.encode(password);
      if (!users.add(name, hash, Set.of(role))) {
        users.changePassword(name, hash);
      }
    }
  }
}
