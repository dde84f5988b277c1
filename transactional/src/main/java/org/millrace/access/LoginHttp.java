package org.millrace.access;

import java.time.Duration;
import java.util.Optional;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.RequiresPermission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginHttp {
  private static final ProblemAnswer WRONG =
      ProblemAnswer.of(401, "Login failed", "The user or the password is wrong.");

  private final LoginTokensHttp login;
  private final LoginAttempts attempts;

  LoginHttp(LoginTokensHttp login, LoginAttempts attempts) {
    this.login = login;
    this.attempts = attempts;
  }

  record Credentials(String user, String password) {}

  @PostMapping("/api/login")
  @RequiresPermission(RequiresPermission.NONE)
  ResponseEntity<?> login(@RequestBody Credentials given) {
    Duration closed = attempts.closedFor(given.user());
    if (!closed.isZero()) {
      return tooMany(closed.toSeconds() + 1);
    }
    Optional<LoginTokensHttp.Token> token = login.with(given.user(), given.password());
    if (token.isEmpty()) {
      attempts.failed(given.user());
      return problem(WRONG).body(WRONG);
    }
    attempts.succeeded(given.user());
    return ResponseEntity.ok(token.get());
  }

  private static ResponseEntity<ProblemAnswer> tooMany(long seconds) {
    ProblemAnswer wait =
        ProblemAnswer.of(
            429,
            "Too many wrong passwords",
            "Log in again in " + seconds + " seconds; until then no password is looked at.");
    return problem(wait).header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)).body(wait);
  }

  private static ResponseEntity.BodyBuilder problem(ProblemAnswer answer) {
    return ResponseEntity.status(answer.status())
        .contentType(MediaType.parseMediaType(ProblemAnswer.MEDIA_TYPE));
  }
}
