package org.millrace.access;

import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The two users of a new instance: a person who administers it and the command line. */
final class FirstUsersJdbc {
  private final UsersJdbc users;
  private final PasswordEncoder passwords;

  FirstUsersJdbc(UsersJdbc users, PasswordEncoder passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  /**
   * The admin may have changed the password since; the operator's is always the one of the file.
   */
  void ensure(String adminPassword, String operatorPassword) {
    if (users.find("admin").isEmpty()) {
      users.add("admin", passwords.encode(adminPassword), Set.of(UserRole.ADMIN));
    }
    boolean current =
        users
            .activeHash("operator")
            .filter(hash -> passwords.matches(operatorPassword, hash))
            .isPresent();
    if (!current) {
      String hash = passwords.encode(operatorPassword);
      if (!users.add("operator", hash, Set.of(UserRole.ADMIN))) {
        users.changePassword("operator", hash);
      }
    }
  }
}
