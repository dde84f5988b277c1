package org.millrace.access;

import java.util.Optional;
import org.millrace.access.factor.SecondFactors;
import org.millrace.access.password.PasswordRules;
import org.millrace.shared.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Adds users, changes what they may do, and gives them another password. */
final class ManageUsers {
  private final UsersJdbc users;
  private final TokensJdbc tokens;
  private final SecondFactors factors;
  private final PasswordEncoder passwords;
  private final PasswordRules rules;

  ManageUsers(
      UsersJdbc users,
      TokensJdbc tokens,
      SecondFactors factors,
      PasswordEncoder passwords,
      PasswordRules rules) {
    this.users = users;
    this.tokens = tokens;
    this.factors = factors;
    this.passwords = passwords;
    this.rules = rules;
  }

  void add(User user, String password) {
    rules.check(user.name(), password);
    if (!users.add(user, passwords.encode(password))) {
      throw Refused.conflict("There is a user " + user.name() + " already: choose another name.");
    }
  }

  /** Changes a user and ends the sessions begun under the old roles. */
  void change(User before, User after) {
    if (before.administers() && !after.administers() && users.lockAdministrators() < 2) {
      throw Refused.conflict(
          before.name()
              + " is the last active administrator. Make somebody else one first, or nobody can"
              + " manage users any more.");
    }
    users.change(after);
    tokens.endSessions(after.name(), Optional.empty());
  }

  void resetPassword(User user, String password) {
    rules.check(user.name(), password);
    users.changePassword(user, passwords.encode(password));
    tokens.endSessions(user.name(), Optional.empty());
  }

  /** Takes the second factor away, and ends the sessions that it opened. */
  void resetSecondFactor(User user) {
    factors.remove(user.name());
    users.touch(user);
    tokens.endSessions(user.name(), Optional.empty());
  }
}
