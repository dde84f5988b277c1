package org.millrace.access;

import java.time.Duration;
import java.util.Optional;
import org.millrace.access.factor.SecondFactors;
import org.millrace.access.password.LoginAttempts;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;

/**
 * Asks for the code of a second factor. Wrong codes of a user are counted from wherever they come:
 * who sends them knows the password, and a million codes are soon tried from many addresses.
 */
final class SecondFactorCheck {
  static final ProblemAnswer NEEDED =
      ProblemAnswer.of(
          ProblemType.SECOND_FACTOR_NEEDED,
          "Send the same login with the code of your second factor, or a recovery code, as code.");

  private static final ProblemAnswer WRONG =
      ProblemAnswer.of(
          ProblemType.SECOND_FACTOR_WRONG,
          "The code is wrong or was used before. Wait for the next one.");

  private final SecondFactors factors;
  private final LoginAttempts attempts;

  SecondFactorCheck(SecondFactors factors, LoginAttempts attempts) {
    this.factors = factors;
    this.attempts = attempts;
  }

  /** What stands between a user whose password was right and the session; uses the code up. */
  Optional<ProblemAnswer> lacking(String user, Optional<String> code) {
    if (factors.of(user).since().isEmpty()) {
      return Optional.empty();
    }
    return code.isEmpty() ? Optional.of(NEEDED) : wrong(user, code.get());
  }

  /** Empty when the code is right. */
  private Optional<ProblemAnswer> wrong(String user, String code) {
    Duration closed = attempts.begin(user, user);
    if (!closed.isZero()) {
      return Optional.of(LoginHttp.tooMany(closed));
    }
    boolean isRight;
    try {
      isRight = factors.accepts(user, code);
    } catch (RuntimeException failure) {
      attempts.abandoned(user, user);
      throw failure;
    }
    if (isRight) {
      attempts.succeeded(user, user);
      return Optional.empty();
    }
    attempts.failed(user, user);
    return Optional.of(WRONG);
  }
}
