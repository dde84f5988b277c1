package org.millrace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/**
 * Exchanges a password for a token. It is good for half a day, at most until the user is changed:
 * other roles, another password, or the end of the account.
 */
final class LoginTokensHttp {
  private static final Duration GOOD_FOR = Duration.ofHours(12);

  private static final String USER_VERSION = "user_version";

  private final UsersJdbc users;
  private final PasswordEncoder passwords;
  private final JwtEncoder tokens;
  private final Clock clock;
  private final String nobodysHash;

  LoginTokensHttp(UsersJdbc users, PasswordEncoder passwords, JwtEncoder tokens, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.tokens = tokens;
    this.clock = clock;
    this.nobodysHash = passwords.encode("nobody");
  }

  /** A token, signed with HS256, and who it is for. */
  record Token(String token, Instant expiresAt, String user, List<UserRole> roles) {}

  /** Empty when the user or the password is wrong; takes as long either way. */
  Optional<Token> with(String user, String password) {
    Optional<String> hash = users.activeHash(user);
    boolean right = passwords.matches(password, hash.orElse(nobodysHash)) && hash.isPresent();
    return right ? users.find(user).map(this::token) : Optional.empty();
  }

  /** Whether nothing about the token's user has changed since it was issued. */
  boolean isCurrent(Jwt token) {
    Object version = token.getClaim(USER_VERSION);
    return users
        .find(token.getSubject())
        .filter(User::active)
        .filter(user -> Long.valueOf(user.version().number()).equals(version))
        .isPresent();
  }

  private Token token(User user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plus(GOOD_FOR);
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer("millrace")
            .subject(user.name())
            .issuedAt(now)
            .expiresAt(expires)
            .claim(USER_VERSION, user.version().number())
            .claim("roles", user.roles().stream().map(PermissionsHttp::word).toList())
            .build();
    JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
    String text = tokens.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    return new Token(text, expires, user.name(), List.copyOf(user.roles()));
  }
}
