package org.millrace.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.COMPANY;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.millrace.TestingMasters;
import org.millrace.ledger.PeriodClosed;
import org.millrace.ledger.PeriodReopened;
import org.millrace.outbox.TestingEvents;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Period;
import org.millrace.shared.Refused;

/**
 * Closing months of books in memory whose first entry is of January 2026, at the last second of
 * April in Shanghai, where May has not begun.
 */
class ClosePeriodTest {
  private static final YearMonth JANUARY = YearMonth.parse("2026-01");
  private static final YearMonth MARCH = YearMonth.parse("2026-03");
  private static final YearMonth APRIL = YearMonth.parse("2026-04");
  private static final Instant NOW = Instant.parse("2026-04-30T15:59:59Z");

  private final KeptPeriods periods = new KeptPeriods();
  private final TestingEvents events = new TestingEvents();
  private final ClosePeriod close = at(NOW);

  /** The closed months, and how often each was closed and opened. */
  private static final class KeptPeriods implements Periods {
    private final TreeSet<YearMonth> closed = new TreeSet<>();
    private final Map<YearMonth, Long> versions = new HashMap<>();
    private boolean isHeld;

    @Override
    public void hold(CompanyCode company) {
      isHeld = true;
    }

    @Override
    public Optional<YearMonth> closedThrough(CompanyCode company) {
      return closed.isEmpty() ? Optional.empty() : Optional.of(closed.last());
    }

    @Override
    public List<Versioned> close(CompanyCode company, YearMonth month) {
      List<Versioned> changed = new ArrayList<>();
      for (YearMonth each = JANUARY; !each.isAfter(month); each = each.plusMonths(1)) {
        if (closed.add(each)) {
          changed.add(next(each));
        }
      }
      return changed;
    }

    @Override
    public Versioned reopen(CompanyCode company, YearMonth month) {
      closed.remove(month);
      return next(month);
    }

    private Versioned next(YearMonth month) {
      return new Versioned(month, versions.merge(month, 1L, Long::sum));
    }

    @Override
    public List<Listed> months(CompanyCode company, YearMonth running) {
      List<Listed> months = new ArrayList<>();
      for (YearMonth each = running; !each.isBefore(JANUARY); each = each.minusMonths(1)) {
        months.add(new Listed(each, Optional.empty(), Optional.empty()));
      }
      return months;
    }
  }

  private ClosePeriod at(Instant now) {
    return new ClosePeriod(
        new TestingMasters().companies(), periods, events, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void closesAllMonthsUpToThatOneAndTellsEach() {
    close.close(COMPANY, new Period(MARCH));
    assertThat(periods.isHeld).as("nobody posts meanwhile").isTrue();
    assertThat(events.told())
        .extracting(event -> ((PeriodClosed) event).month().toString())
        .containsExactly("2026-01", "2026-02", "2026-03");
    assertThat(events.told())
        .extracting(event -> event.head().aggregateId())
        .contains("ledger-period:BIKES/2026-02");
  }

  @Test
  void closesAMonthOnceItIsOverWhereTheCompanyIs() {
    refused(
        () -> close.close(COMPANY, new Period(APRIL)),
        "2026-04 of BIKES is not over yet. The last month that can be closed is 2026-03.");
    assertThat(at(NOW.plusSeconds(1)).close(COMPANY, new Period(APRIL))).isEqualTo(APRIL);
  }

  @Test
  void opensTheLastClosedMonthForAReason() {
    close.close(COMPANY, new Period(MARCH));
    refused(
        () -> close.reopen(COMPANY, new Period(MARCH), " "),
        "The month cannot be reopened: reason is ' ', expected why the month is opened again");
    refused(
        () -> close.reopen(COMPANY, new Period(JANUARY), "Late bill"),
        "only the last closed month can, which is 2026-03");
    close.reopen(COMPANY, new Period(MARCH), " Late bill ");
    assertThat(events.told())
        .last()
        .isInstanceOfSatisfying(
            PeriodReopened.class,
            opened -> {
              assertThat(opened.reason()).isEqualTo("Late bill");
              assertThat(opened.head().aggregateVersion()).isEqualTo(2);
            });
  }

  /** What is told of each month is what is possible with it: the steps and the acts agree. */
  @Property(tries = 200)
  void doesWhatItsStepsTell(@ForAll @Size(10) List<@IntRange(min = 0, max = 8) Integer> wishes) {
    wishes.forEach(new ClosePeriodTest()::tried);
  }

  private void tried(int wish) {
    YearMonth month = JANUARY.plusMonths(wish / 2);
    String act = wish % 2 == 0 ? "close" : "reopen";
    boolean isPossible =
        close.months(COMPANY).stream()
            .filter(each -> each.month().equals(month))
            .flatMap(each -> each.steps().stream())
            .anyMatch(step -> step.act().equals(act) && step.allowed());
    int told = events.told().size();
    if (isPossible) {
      carryOut(act, month);
      assertThat(events.told()).hasSizeGreaterThan(told);
      assertThat(close.months(COMPANY))
          .allMatch(
              each ->
                  (each.status() == PeriodStatus.CLOSED) == periods.closed.contains(each.month()));
    } else {
      refused(() -> carryOut(act, month), "of BIKES");
      assertThat(events.told()).hasSize(told);
    }
  }

  private void carryOut(String act, YearMonth month) {
    if (act.equals("close")) {
      close.close(COMPANY, new Period(month));
    } else {
      close.reopen(COMPANY, new Period(month), "Late bill");
    }
  }

  private static void refused(ThrowingCallable act, String expected) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(expected);
  }
}
