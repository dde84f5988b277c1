package org.millrace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.millrace.web.AuditTrail;
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
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PASSWORD = 200;
  private static final ProblemAnswer WRONG =
      ProblemAnswer.of(ProblemType.LOGIN_FAILED, "The user or the password is wrong.");

  private final LoginTokensHttp login;
  private final LoginAttempts attempts;
  private final ServiceUsers services;
  private final AuditTrail audit;

  LoginHttp(
      LoginTokensHttp login, LoginAttempts attempts, ServiceUsers services, AuditTrail audit) {
    this.login = login;
    this.attempts = attempts;
    this.services = services;
    this.audit = audit;
  }

  record Credentials(String user, String password) {
    /** What no user can have is not looked up. */
    boolean isPossible() {
      return user.length() <= LONGEST_NAME
          && user.chars().noneMatch(Character::isISOControl)
          && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
    }
  }

  @PostMapping(PATH)
  @RequiresPermission(RequiresPermission.NONE)
  @OutsideCommand("It changes nothing")
  @LargestBody(4 * 1024)
  @FewAtOnce(12)
  LoginTokensHttp.Token login(@RequestBody Credentials given, HttpServletRequest request) {
    String address = CallerHttp.address(request);
    if (!given.isPossible()) {
      throw refused("a name or password that nobody has", address, WRONG);
    }
    LoginTokensHttp.Token token =
        services.includes(given.user())
            ? login
                .with(given.user(), given.password())
                .orElseThrow(() -> refused(given.user(), address, WRONG))
            : guessed(given, address);
    audit.note(given.user(), "POST", PATH, 200);
    return token;
  }

  private LoginTokensHttp.Token guessed(Credentials given, String address) {
    Duration closed = attempts.begin(given.user(), address);
    if (!closed.isZero()) {
      throw refused(given.user(), address, tooMany(closed));
    }
    Optional<LoginTokensHttp.Token> token;
    try {
      token = login.with(given.user(), given.password());
    } catch (RuntimeException failure) {
      attempts.abandoned(given.user(), address);
      throw failure;
    }
    if (token.isEmpty()) {
      attempts.failed(given.user(), address);
      throw refused(given.user(), address, WRONG);
    }
    attempts.succeeded(given.user(), address);
    return token.get();
  }

  private static RequestRefused refused(String user, String address, ProblemAnswer answer) {
    LOG.warn("{} {}: {} from {}", answer.status(), answer.title(), user, address);
    return new RequestRefused(answer);
  }

  private static ProblemAnswer tooMany(Duration wait) {
    Duration whole = Duration.ofSeconds(wait.toSeconds() + 1);
    return ProblemAnswer.of(
            ProblemType.TOO_MANY_ATTEMPTS,
            "Log in again in %d seconds; until then no password is looked at."
                .formatted(whole.toSeconds()))
        .after(whole);
  }
}
