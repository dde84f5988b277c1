package org.millrace.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.access.openid.OpenId;
import org.millrace.access.password.ServiceUsers;
import org.millrace.access.role.Grant;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Exchanges a password for the token of a session. */
final class LoginTokensHttp {
  private final UsersJdbc users;
  private final TokensJdbc tokens;
  private final PasswordEncoder passwords;
  private final ServiceUsers services;
  private final OpenId openId;
  private final String nobodysHash;

  LoginTokensHttp(
      UsersJdbc users,
      TokensJdbc tokens,
      ServiceUsers services,
      OpenId openId,
      PasswordEncoder passwords) {
    this.openId = openId;
    this.users = users;
    this.services = services;
    this.tokens = tokens;
    this.passwords = passwords;
    this.nobodysHash = passwords.encode("nobody");
  }

  /** The token of a session, who it is for, and whether the password must be changed first. */
  record Token(
      String token,
      Instant expiresAt,
      String user,
      List<String> roles,
      boolean mustChangePassword) {}

  /** Empty when the user or the password is wrong; takes as long either way. */
  Optional<User> user(String name, String password) {
    if (services.includes(name)) {
      return services.isRight(name, password)
          ? users.find(name).filter(User::active)
          : Optional.empty();
    }
    return isPassword(name, password) ? users.find(name) : Optional.empty();
  }

  /** Whether that is the password of that user, who is active. */
  boolean isPassword(String user, String password) {
    Optional<String> hash = users.activeHash(user);
    return passwords.matches(password, hash.orElse(nobodysHash)) && hash.isPresent();
  }

  /** Whether a password opens no session of that user, however right it is. */
  boolean isForIssuer(User user) {
    return openId.isOnlyWay() && !user.administers() && !services.includes(user.name());
  }

  /** Opens a session of a user for whom the issuer vouches. */
  Token openFromIssuer(User user) {
    return token(user, tokens.openSession(user.name(), TokensJdbc.BY_ISSUER));
  }

  /** Opens a session of a user who has shown all that is asked for. */
  Token open(User user) {
    return token(user, tokens.openSession(user.name(), TokensJdbc.BY_PASSWORD));
  }

  private static Token token(User user, TokensJdbc.NewToken made) {
    List<String> roles = user.grants().stream().map(Grant::role).distinct().sorted().toList();
    return new Token(made.text(), made.expiresAt(), user.name(), roles, user.mustChangePassword());
  }
}
