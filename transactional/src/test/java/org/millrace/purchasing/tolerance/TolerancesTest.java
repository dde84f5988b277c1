package org.millrace.purchasing.tolerance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.outbox.TestingEvents;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;

/** The tolerance of a company, in its table. */
class TolerancesTest {
  private static final TestingCore CORE = TestingCore.running();
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final CompanyCode company = CORE.newCompany();
  private final TolerancesJdbc tolerances = CORE.bean(TolerancesJdbc.class);
  private final TestingEvents events = new TestingEvents();
  private final SetTolerance set = new SetTolerance(tolerances, events);

  @Test
  void isTheDefaultUntilSomebodySetsItForHisCompany() {
    assertThat(tolerances.of(company)).isEqualTo(MatchTolerance.DEFAULT);
    assertThat(set("1", "0.5", 0).version()).isEqualTo(new Version(1));
    assertThat(set("3", "0", 1).version()).isEqualTo(new Version(2));
    assertThat(tolerances.of(company))
        .isEqualTo(new MatchTolerance(BigDecimal.valueOf(3), BigDecimal.ZERO));
    assertThat(tolerances.of(CORE.newCompany())).isEqualTo(MatchTolerance.DEFAULT);
    assertThat(events.told())
        .extracting(event -> ((MatchToleranceSet) event).head().aggregateVersion())
        .containsExactly(1L, 2L);
  }

  @Test
  void isNotSetByWhoDecidedOnAnotherOne() {
    set("1", "1", 0);
    stale(() -> set("2", "2", 0));
    assertThat(events.told()).hasSize(1);
    assertThat(tolerances.of(company).quantityPercent()).isEqualTo(BigDecimal.ONE);
  }

  /** Both read the same before either wrote. */
  @Test
  void isSetOnceWhenTwoSetItAtThatMoment() {
    StoredTolerance before = tolerances.stored(company);
    put(before.next(new MatchTolerance(BigDecimal.ONE, BigDecimal.ONE)));
    stale(() -> put(before.next(new MatchTolerance(BigDecimal.TEN, BigDecimal.TEN))));
    assertThat(tolerances.of(company).quantityPercent()).isEqualTo(BigDecimal.ONE);
  }

  private StoredTolerance set(String quantityPercent, String pricePercent, long version) {
    MatchTolerance wanted =
        new MatchTolerance(new BigDecimal(quantityPercent), new BigDecimal(pricePercent));
    return CORE.bean(Transactions.class)
        .inOne(() -> set.set(company, wanted, new Version(version), NOON));
  }

  private void put(StoredTolerance next) {
    CORE.bean(Transactions.class)
        .inOne(
            () -> {
              tolerances.put(next);
              return next;
            });
  }

  private static void stale(ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.STALE));
  }
}
