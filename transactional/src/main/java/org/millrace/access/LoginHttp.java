package org.millrace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.millrace.access.password.LoginAttempts;
import org.millrace.access.password.ServiceUsers;
import org.millrace.web.AuditTrail;
import org.millrace.web.CallerAddress;
import org.millrace.web.FewAtOnce;
import org.millrace.web.LargestBody;
import org.millrace.web.OutsideCommand;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.millrace.web.RequiresPermission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginHttp {
  private static final Logger LOG = LoggerFactory.getLogger(LoginHttp.class);
  private static final String PATH = "/api/login";
  private static final String NOBODY = "nobody";
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PASSWORD = 200;
  private static final ProblemAnswer WRONG =
      ProblemAnswer.of(ProblemType.LOGIN_FAILED, "The user or the password is wrong.");

  private static final ProblemAnswer ISSUER =
      ProblemAnswer.of(
          ProblemType.FORBIDDEN,
          "Passwords are for administrators here; log in by OpenID Connect.");

  private final LoginTokensHttp login;
  private final LoginAttempts attempts;
  private final SecondFactorCheck factor;
  private final ServiceUsers services;
  private final AuditTrail audit;

  LoginHttp(
      LoginTokensHttp login,
      LoginAttempts attempts,
      SecondFactorCheck factor,
      ServiceUsers services,
      AuditTrail audit) {
    this.login = login;
    this.attempts = attempts;
    this.factor = factor;
    this.services = services;
    this.audit = audit;
  }

  /** The code of the second factor is asked for once the password was right. */
  record Credentials(String user, String password, Optional<String> code) {
    /** What no user can have is not looked up. */
    boolean isPossible() {
      return user.length() <= LONGEST_NAME
          && user.chars().noneMatch(Character::isISOControl)
          && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD
          && code.orElse("").length() <= LONGEST_NAME;
    }
  }

  @PostMapping(PATH)
  @RequiresPermission(RequiresPermission.NONE)
  @OutsideCommand("It changes nothing")
  @LargestBody(4 * 1024)
  @FewAtOnce(12)
  LoginTokensHttp.Token login(@RequestBody Credentials given, HttpServletRequest request) {
    String address = CallerAddress.of(request);
    if (!given.isPossible()) {
      throw refused(NOBODY, address, WRONG);
    }
    User user =
        services.includes(given.user())
            ? login
                .user(given.user(), given.password())
                .orElseThrow(() -> refused(given.user(), address, WRONG))
            : guessed(given, address);
    if (login.isForIssuer(user)) {
      throw refused(given.user(), address, ISSUER);
    }
    LoginTokensHttp.Token token = login.open(user);
    audit.note(given.user(), "POST", PATH, 200);
    return token;
  }

  private User guessed(Credentials given, String address) {
    Duration closed = attempts.begin(given.user(), address);
    if (!closed.isZero()) {
      throw refused(given.user(), address, tooMany(closed));
    }
    Optional<User> user;
    Optional<ProblemAnswer> lacking;
    try {
      user = login.user(given.user(), given.password());
      lacking = user.flatMap(known -> factor.lacking(known.name(), given.code()));
    } catch (RuntimeException failure) {
      attempts.abandoned(given.user(), address);
      throw failure;
    }
    if (lacking.filter(SecondFactorCheck.NEEDED::equals).isPresent()) {
      attempts.abandoned(given.user(), address);
      throw refused(given.user(), address, lacking.get());
    }
    if (user.isEmpty() || lacking.isPresent()) {
      attempts.failed(given.user(), address);
      throw refused(given.user(), address, lacking.orElse(WRONG));
    }
    attempts.succeeded(given.user(), address);
    return user.get();
  }

  private RequestRefused refused(String user, String address, ProblemAnswer answer) {
    LOG.warn("{} {}: {} from {}", answer.status(), answer.title(), user, address);
    if (!answer.equals(SecondFactorCheck.NEEDED)) { // half of a login that may go on
      audit.refused(user, address, "POST", PATH, answer.status());
    }
    return new RequestRefused(answer);
  }

  static ProblemAnswer tooMany(Duration wait) {
    Duration whole = Duration.ofSeconds(wait.toSeconds() + 1);
    return ProblemAnswer.of(
            ProblemType.TOO_MANY_ATTEMPTS,
            "Log in again in %d seconds; until then no password is looked at."
                .formatted(whole.toSeconds()))
        .after(whole);
  }
}
