package org.millrace.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millrace.access.password.PasswordRules;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The visitor's own session: who am I, what may I do, another password, the end. */
@RestController
class SessionHttp {
  private final UsersJdbc users;
  private final TokensJdbc tokens;
  private final LoginTokensHttp login;
  private final PasswordEncoder passwords;
  private final PasswordRules rules;

  SessionHttp(
      UsersJdbc users,
      TokensJdbc tokens,
      LoginTokensHttp login,
      PasswordEncoder passwords,
      PasswordRules rules) {
    this.users = users;
    this.tokens = tokens;
    this.login = login;
    this.passwords = passwords;
    this.rules = rules;
  }

  /** Permissions are listed by company, '*' for all of them. */
  record Session(
      String user,
      Instant expiresAt,
      Set<String> roles,
      Map<String, List<String>> permissions,
      boolean mustChangePassword,
      boolean mustSetUpSecondFactor) {}

  record OwnPassword(String current, String password) {}

  @GetMapping("/api/session")
  @RequiresPermission(RequiresPermission.LOGIN)
  Session session() {
    Visitor visitor = VisitorsHttp.current();
    Set<String> roles = new TreeSet<>();
    visitor.token().grants().forEach(grant -> roles.add(grant.role()));
    Map<String, List<String>> permissions = new TreeMap<>();
    visitor
        .caller()
        .permissions()
        .forEach((company, held) -> permissions.put(company, held.stream().sorted().toList()));
    return new Session(
        visitor.caller().user(),
        visitor.token().expiresAt(),
        roles,
        permissions,
        visitor.token().mustChangePassword(),
        visitor.owed().filter(Visitor.Owed.SECOND_FACTOR::equals).isPresent());
  }

  /** Ends this session, at every door. */
  @PostMapping("/api/logout")
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<Void> logout() {
    tokens.end(VisitorsHttp.current().token().id());
    return ResponseEntity.noContent().build();
  }

  /** Ends the user's other sessions too. */
  @PutMapping("/api/session/password")
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<Void> changeOwnPassword(@RequestBody OwnPassword asked) {
    Visitor visitor = VisitorsHttp.current();
    User user = users.named(visitor.caller().user());
    if (visitor.token().scopes().isPresent()) {
      throw Refused.forbidden("An API key cannot change the password of its user");
    }
    new Problems()
        .require(
            login.isPassword(user.name(), asked.current()),
            "current",
            "another password",
            "your password as it is now")
        .require(
            !asked.current().equals(asked.password()), "password", "the same", "another password")
        .refuse("The password cannot be changed");
    rules.check(user.name(), asked.password());
    User changed = new User(user.name(), user.grants(), true, false, user.version());
    users.changePassword(changed, passwords.encode(asked.password()));
    tokens.endSessions(user.name(), Optional.of(visitor.token().id()));
    return ResponseEntity.noContent().build();
  }
}
