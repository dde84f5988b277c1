package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millrace.access.factor.SecondFactors;
import org.millrace.access.password.LoginAttempts;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;

/** What stands between the right password and a session: uta has a second factor, ben none. */
class SecondFactorCheckTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final LoginAttempts attempts = new LoginAttempts(Clock.fixed(NOON, ZoneOffset.UTC));
  private final Factors factors = new Factors();
  private final SecondFactorCheck check = new SecondFactorCheck(factors, attempts);

  /** Takes each of its codes once. */
  private static final class Factors implements SecondFactors {
    private final Set<String> codes = new HashSet<>(Set.of("111111", "222222", "333333"));
    private boolean isAway;

    @Override
    public State of(String user) {
      return new State(Optional.of(NOON).filter(since -> user.equals("uta")), 10);
    }

    @Override
    public boolean accepts(String user, String code) {
      if (isAway) {
        throw new IllegalStateException("the database does not answer");
      }
      return codes.remove(code);
    }

    @Override
    public Enrolment begin(String user) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<List<String>> confirm(String user, String code) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> renewRecoveryCodes(String user) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String user) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void asksOnlyWhoHasOne() {
    assertThat(check.lacking("ben", Optional.empty())).isEmpty();
    assertThat(check.lacking("ben", Optional.of("000000"))).isEmpty();
    assertThat(type("uta", Optional.empty())).isEqualTo(ProblemType.SECOND_FACTOR_NEEDED);
  }

  @Test
  void takesACodeOnce() {
    assertThat(check.lacking("uta", Optional.of("111111"))).isEmpty();
    assertThat(type("uta", Optional.of("111111"))).isEqualTo(ProblemType.SECOND_FACTOR_WRONG);
  }

  @Test
  void closesAfterFiveWrongCodesAndThenUsesUpNoRightOne() {
    for (int i = 0; i < LoginAttempts.FREE; i++) {
      assertThat(type("uta", Optional.of("000000"))).isEqualTo(ProblemType.SECOND_FACTOR_WRONG);
    }
    ProblemAnswer closed = check.lacking("uta", Optional.of("222222")).orElseThrow();
    assertThat(closed.type()).isEqualTo(ProblemType.TOO_MANY_ATTEMPTS.uri());
    assertThat(closed.retryAfter()).isPresent();
    assertThat(factors.codes).contains("222222");
  }

  @Test
  void forgetsWrongCodesWithARightOne() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < LoginAttempts.FREE - 1; i++) {
        check.lacking("uta", Optional.of("000000"));
      }
      String right = round == 0 ? "222222" : "333333";
      assertThat(check.lacking("uta", Optional.of(right))).isEmpty();
    }
  }

  /** It does not count as wrong that the database is away, and does not stay begun. */
  @Test
  void countsNoAttemptThatCameToNoEnd() {
    factors.isAway = true;
    for (int i = 0; i < LoginAttempts.FREE + 1; i++) {
      assertThatThrownBy(() -> check.lacking("uta", Optional.of("222222")))
          .hasMessage("the database does not answer");
    }
    factors.isAway = false;
    assertThat(check.lacking("uta", Optional.of("222222"))).isEmpty();
  }

  private ProblemType type(String user, Optional<String> code) {
    String uri = check.lacking(user, code).orElseThrow().type();
    return List.of(ProblemType.values()).stream()
        .filter(type -> type.uri().equals(uri))
        .findFirst()
        .orElseThrow();
  }
}
