package org.millrace.planning.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.planning.settings.PlanningSettings.Holiday;
import org.millrace.planning.settings.PlanningSettings.OfClass;
import org.millrace.planning.settings.PlanningSettings.ServiceLevels;
import org.millrace.shared.Refused;

/** What can hold for all plans of a company. */
class PlanningSettingsTest {
  private static final PlanningSettings DEFAULTS = PlanningSettings.DEFAULTS;
  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, true, a Thursday",
    "2027-01-01, false, a Friday that is a holiday",
    "2027-01-02, false, a Saturday",
    "2027-01-04, true, a Monday"
  })
  void isWorkedOnItsDaysBesideHolidays(LocalDate day, boolean isWorked, String what) {
    PlanningSettings settings = with(0, DEFAULTS.workingDays(), List.of(holiday(NEW_YEAR)));
    assertThat(settings.isWorkingDay(day)).as(what).isEqualTo(isWorked);
  }

  @Test
  void putsItsDaysInOrderEachOnce() {
    PlanningSettings settings =
        with(
            0,
            List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
            List.of(holiday(NEW_YEAR), holiday(NEW_YEAR.minusDays(7))));
    assertThat(settings.workingDays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    assertThat(settings.holidays()).extracting(Holiday::date).isSorted();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 91, Integer.MAX_VALUE})
  void freezesNoMoreThanAQuarter(int days) {
    assertThatCode(() -> with(90, DEFAULTS.workingDays(), List.of())).doesNotThrowAnyException();
    refused(
        () -> with(days, DEFAULTS.workingDays(), List.of()),
        "frozenDays is '%d', expected 0 to 90 days".formatted(days));
  }

  @Test
  void namesAllThatIsWrongWithItsDays() {
    List<Holiday> many =
        IntStream.range(0, 501).mapToObj(i -> holiday(NEW_YEAR.plusDays(i % 500))).toList();
    refused(
        () -> with(0, List.of(), many),
        "The planning settings cannot be set: workingDays is 'none', expected at least one day of"
            + " the week; holidays is '501 days', expected at most 500 days; leave out those long"
            + " past; holidays.date is '[2027-01-01]', expected each day once");
    refused(() -> new Holiday(NEW_YEAR, Optional.of(" ")), "1 to 100 printable characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4999", "1", "0.95001", "-1"})
  void promisesAServiceThatStockCanGive(String level) {
    BigDecimal wrong = new BigDecimal(level);
    OfClass good = DEFAULTS.serviceLevels().a();
    refused(
        () -> levels(new ServiceLevels(good, new OfClass(good.x(), wrong, good.z()), good)),
        "serviceLevels.b.y is '"
            + level
            + "', expected a fraction from 0.5 to below 1 with at most"
            + " 4 decimals, such as 0.95");
    assertThat(levels(new ServiceLevels(good, good, good)).serviceLevels().c()).isEqualTo(good);
  }

  /** Dear and steady items are promised most, and no class less than the one after it. */
  @Test
  void promisesMostToTheDearAndSteadyByDefault() {
    ServiceLevels byDefault = DEFAULTS.serviceLevels();
    for (OfClass each : List.of(byDefault.a(), byDefault.b(), byDefault.c())) {
      assertThat(List.of(each.z(), each.y(), each.x())).isSorted();
    }
    assertThat(List.of(byDefault.c().x(), byDefault.b().x(), byDefault.a().x())).isSorted();
    assertThat(List.of(byDefault.c().z(), byDefault.b().z(), byDefault.a().z())).isSorted();
    assertThat(DEFAULTS.frozenDays()).isZero();
  }

  private static PlanningSettings levels(ServiceLevels levels) {
    return new PlanningSettings(0, DEFAULTS.workingDays(), List.of(), levels);
  }

  private static PlanningSettings with(int frozen, List<DayOfWeek> worked, List<Holiday> holidays) {
    return new PlanningSettings(frozen, worked, holidays, DEFAULTS.serviceLevels());
  }

  private static Holiday holiday(LocalDate day) {
    return new Holiday(day, Optional.empty());
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(words);
  }
}
