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
import org.millrace.ledger.ClosingCheck;
import org.millrace.ledger.ClosingLineWaived;
import org.millrace.ledger.PeriodClosed;
import org.millrace.ledger.PeriodReopened;
import org.millrace.outbox.TestingEvents;
import org.millrace.party.Company;
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
  private final KeptChecklist checklist = new KeptChecklist();
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

    @Override
    public List<Act> history(CompanyCode company, YearMonth month) {
      return List.of();
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

  /** Two lines, of which one has as many documents as a test says. */
  private static final class KeptChecklist implements Checklist {
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private int drafts;

    @Override
    public List<ClosingLine> lines(Company company, YearMonth month) {
      return List.of(
          line(month, ClosingCheck.DRAFTS, drafts), line(month, ClosingCheck.BANK_LINES, 0));
    }

    private ClosingLine line(YearMonth month, ClosingCheck check, int count) {
      String id = month + ":" + check.word();
      Optional<String> reason = Optional.ofNullable(reasons.get(id));
      ClosingLine.Status undone =
          reason.isPresent() ? ClosingLine.Status.WAIVED : ClosingLine.Status.OPEN;
      ClosingLine.Status status = count == 0 ? ClosingLine.Status.DONE : undone;
      int position = check.ordinal() + 1;
      return new ClosingLine(
          id,
          month.toString(),
          position,
          check,
          status,
          count,
          reason,
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public long waive(CompanyCode company, YearMonth month, ClosingCheck line, String reason) {
      reasons.put(month + ":" + line.word(), reason);
      return versions.merge(month + ":" + line.word(), 1L, Long::sum);
    }

    @Override
    public long withdraw(CompanyCode company, YearMonth month, ClosingCheck line) {
      reasons.remove(month + ":" + line.word());
      return versions.merge(month + ":" + line.word(), 1L, Long::sum);
    }
  }

  private ClosePeriod at(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    WaiveLines lines = new WaiveLines(checklist, events, clock);
    return new ClosePeriod(new TestingMasters().companies(), periods, lines, events, clock);
  }

  @Test
  void closesAllMonthsUpToThatOneAndTellsEach() {
    close.close(COMPANY, new Period(MARCH), Optional.empty());
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
        () -> close.close(COMPANY, new Period(APRIL), Optional.empty()),
        "2026-04 of BIKES is not over yet. The last month that can be closed is 2026-03.");
    assertThat(at(NOW.plusSeconds(1)).close(COMPANY, new Period(APRIL), Optional.empty()))
        .isEqualTo(APRIL);
  }

  @Test
  void opensTheLastClosedMonthForAReason() {
    close.close(COMPANY, new Period(MARCH), Optional.empty());
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

  @Test
  void closesNoMonthWhoseChecklistIsOpen() {
    checklist.drafts = 3;
    refused(
        () -> close.close(COMPANY, new Period(MARCH), Optional.empty()),
        "The month cannot be closed: checklist.drafts is '3', expected 0 open documents");
    refused(
        () -> close.close(COMPANY, new Period(MARCH), Optional.of(" ")),
        "waiver is ' ', expected why the line may stay open");
    assertThat(events.told()).isEmpty();
    close.close(COMPANY, new Period(MARCH), Optional.of(" Posted in April "));
    assertThat(events.told())
        .first()
        .isInstanceOfSatisfying(
            ClosingLineWaived.class,
            waived -> {
              assertThat(waived.line()).isEqualTo(ClosingCheck.DRAFTS);
              assertThat(waived.reason()).isEqualTo("Posted in April");
              assertThat(waived.head().aggregateId())
                  .isEqualTo("ledger-closing-line:BIKES/2026-03:drafts");
            });
  }

  @Test
  void aLineThatIsWaivedHoldsNothingUntilThatIsWithdrawn() {
    checklist.drafts = 1;
    close.waive(COMPANY, MARCH, ClosingCheck.DRAFTS, "Posted in April");
    refused(
        () -> close.waive(COMPANY, MARCH, ClosingCheck.DRAFTS, "Again"),
        "2026-03:drafts is waived already. Withdraw that first.");
    close.withdraw(COMPANY, MARCH, ClosingCheck.DRAFTS);
    refused(
        () -> close.close(COMPANY, new Period(MARCH), Optional.empty()), "checklist.drafts is '1'");
    refused(
        () -> close.withdraw(COMPANY, MARCH, ClosingCheck.DRAFTS), "2026-03:drafts is not waived.");
    close.waive(COMPANY, MARCH, ClosingCheck.DRAFTS, "Posted in April");
    close.close(COMPANY, new Period(MARCH), Optional.empty());
    refused(
        () -> close.withdraw(COMPANY, MARCH, ClosingCheck.DRAFTS),
        "2026-03 of BIKES is closed: its checklist stays as it was. Open the month again first.");
    refused(
        () -> close.waive(COMPANY, APRIL, ClosingCheck.BANK_LINES, "No bank"),
        "Nothing is behind 2026-04:bank-lines: it is done.");
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
      close.close(COMPANY, new Period(month), Optional.empty());
    } else {
      close.reopen(COMPANY, new Period(month), "Late bill");
    }
  }

  private static void refused(ThrowingCallable act, String expected) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(expected);
  }
}
