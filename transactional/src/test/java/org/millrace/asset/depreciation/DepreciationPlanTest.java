package org.millrace.asset.depreciation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** Depreciation by itself: worked examples, and what holds for any asset. */
class DepreciationPlanTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

  @Test
  void takesHalfADeclinedYearByMonth() {
    DepreciationPlan plan =
        plan(yearly(DepreciationMethod.DOUBLE_DECLINING, 4), LocalDate.of(2026, 7, 1), "8000");
    assertThat(amounts(plan.coming()))
        .containsExactly("EUR 2000.00", "EUR 3000.00", "EUR 1500.00", "EUR 750.00", "EUR 750.00");
  }

  @Test
  void theMonthsOfAYearDeclineTogetherWhereTheLifeIsInYears() {
    DepreciationTerms terms =
        new DepreciationTerms(
            DepreciationMethod.DOUBLE_DECLINING,
            Quantity.of(4),
            LifeUnit.YEARS,
            eur("0"),
            Convention.FULL_MONTH,
            DepreciationPeriod.MONTH,
            Optional.empty());
    List<String> months = amounts(plan(terms, JANUARY, "9600").coming());
    assertThat(months.subList(0, 12)).containsOnly("EUR 400.00");
    assertThat(months.subList(12, 24)).containsOnly("EUR 200.00");
  }

  @Test
  void sharesTheDigitsOfTheYearsWhereTheYearOfUseIsNotThatOfTheBooks() {
    DepreciationPlan plan =
        plan(yearly(DepreciationMethod.SUM_OF_YEARS_DIGITS, 4), LocalDate.of(2026, 7, 1), "10000");
    assertThat(amounts(plan.coming()))
        .containsExactly("EUR 2000.00", "EUR 3500.00", "EUR 2500.00", "EUR 1500.00", "EUR 500.00");
    assertThat(plan.coming().get(4).date()).isEqualTo("2030-07-01");
  }

  @Test
  void countsTheMonthOfAcquisitionAsTheConventionSays() {
    assertThat(first(Convention.FULL_MONTH, "2026-05-31")).isEqualTo("2026-05-31");
    assertThat(first(Convention.FULL_MONTH_UNTIL_15, "2026-05-15")).isEqualTo("2026-05-31");
    assertThat(first(Convention.FULL_MONTH_UNTIL_15, "2026-05-16")).isEqualTo("2026-06-30");
    assertThat(first(Convention.NEXT_MONTH, "2026-05-01")).isEqualTo("2026-06-30");
  }

  @Test
  void countsTheMonthOfDisposalAsTheConventionSays() {
    assertThat(lost(Convention.FULL_MONTH, "2026-04-29")).isEqualTo("EUR 3000.00");
    assertThat(lost(Convention.FULL_MONTH, "2026-04-30")).isEqualTo("EUR 4000.00");
    assertThat(lost(Convention.FULL_MONTH_UNTIL_15, "2026-04-15")).isEqualTo("EUR 3000.00");
    assertThat(lost(Convention.FULL_MONTH_UNTIL_15, "2026-04-16")).isEqualTo("EUR 4000.00");
    assertThat(lost(Convention.NEXT_MONTH, "2026-04-02")).isEqualTo("EUR 3000.00");
    assertThat(lost(Convention.BY_DAY, "2026-04-03")).isEqualTo("EUR 3100.00");
  }

  @Test
  void takesPartOfTheFirstAndTheLastMonthByDay() {
    DepreciationPlan plan =
        plan(monthly(Convention.BY_DAY, 2, "0"), LocalDate.of(2026, 4, 16), "6000");
    assertThat(amounts(plan.coming())).containsExactly("EUR 1500.00", "EUR 3000.00", "EUR 1500.00");
    assertThat(plan.coming().get(2).date()).isEqualTo("2026-06-16");
  }

  @Test
  void continuesWhatWasDepreciatedElsewhere() {
    DepreciationPlan plan =
        plan(monthly(Convention.FULL_MONTH, 12, "0"), JANUARY, "1200")
            .opened(eur("120"), LocalDate.of(2026, 3, 31));
    assertThat(plan.coming()).hasSize(9);
    assertThat(plan.coming().get(0).date()).isEqualTo("2026-04-30");
    assertThat(amounts(plan.coming())).containsOnly("EUR 120.00");
  }

  @Test
  void chargesWhatOfAYearIsOverBeforeAChange() {
    DepreciationPlan plan =
        plan(yearly(DepreciationMethod.STRAIGHT_LINE, 4), JANUARY, "4800")
            .cut(LocalDate.of(2026, 6, 30))
            .costing(eur("5500"));
    assertThat(amounts(plan.through(LocalDate.of(2027, 12, 31)).booked()))
        .containsExactly("EUR 600.00", "EUR 700.00", "EUR 1400.00");
  }

  @Test
  void takesTheRestWithTheLastUnits() {
    DepreciationTerms terms =
        new DepreciationTerms(
            DepreciationMethod.UNITS_OF_PRODUCTION,
            Quantity.of(3),
            LifeUnit.UNITS,
            eur("0"),
            Convention.FULL_MONTH,
            DepreciationPeriod.MONTH,
            Optional.empty());
    DepreciationPlan plan = plan(terms, JANUARY, "100");
    assertThat(plan.perUnit().orElseThrow()).isEqualByComparingTo("33.333333");
    DepreciationPlan used =
        plan.used(Quantity.of(1), JANUARY).used(Quantity.of(1), JANUARY.plusDays(1));
    assertThat(amounts(used.used(Quantity.of(5), JANUARY.plusDays(2)).booked()))
        .containsExactly("EUR 33.33", "EUR 33.33", "EUR 33.34");
    assertThat(amounts(used.coming())).isEmpty();
  }

  @Test
  void losesNothingBelowItsResidualValueThoughThatRises() {
    DepreciationPlan plan =
        plan(monthly(Convention.FULL_MONTH, 4, "0"), JANUARY, "400")
            .through(LocalDate.of(2026, 2, 28))
            .leaving(eur("250"));
    assertThat(amounts(plan.coming())).containsOnly("EUR 0.00");
  }

  @Test
  void refusesALifeThatIsOver() {
    DepreciationPlan plan =
        plan(monthly(Convention.FULL_MONTH, 12, "0"), JANUARY, "1200")
            .through(LocalDate.of(2026, 6, 30));
    assertThat(plan.lasting(Quantity.of(7)).coming()).hasSize(1);
    assertThatThrownBy(() -> plan.lasting(Quantity.of(6)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("life is '6', expected longer than what of it is depreciated");
  }

  @Test
  void refusesTermsThatDoNotFitTogether() {
    assertThatThrownBy(
            () ->
                new DepreciationTerms(
                    DepreciationMethod.UNITS_OF_PRODUCTION,
                    Quantity.of("0.5"),
                    LifeUnit.MONTHS,
                    eur("-1"),
                    Convention.FULL_MONTH,
                    DepreciationPeriod.MONTH,
                    Optional.of(new YearEnd("06-30"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lifeUnit")
        .hasMessageContaining("residual")
        .hasMessageContaining("yearEnd")
        .hasMessageContaining("whole months, from 1 month to 100 years");
    assertThatThrownBy(() -> new YearEnd("13-01")).isInstanceOf(Refused.class);
    assertThat(new YearEnd("02-29").from(LocalDate.of(2026, 1, 1))).isEqualTo("2026-02-28");
  }

  @Test
  void aRiseTakesBackAnEarlierLossFirst() {
    Revaluation fallen = Revaluation.none(eur("0")).after(eur("-40"));
    assertThat(fallen).isEqualTo(new Revaluation(eur("0"), eur("40")));
    assertThat(fallen.after(eur("100"))).isEqualTo(new Revaluation(eur("60"), eur("0")));
    assertThat(fallen.after(eur("100")).after(eur("-70")))
        .isEqualTo(new Revaluation(eur("0"), eur("10")));
  }

  @Property(tries = 300)
  void losesCostLessResidualInTheEndAndNeverMore(@ForAll("plans") DepreciationPlan plan) {
    List<Charge> charges = plan.coming();
    Money all = charges.stream().map(Charge::amount).reduce(eur("0"), Money::plus);
    assertThat(all).isEqualTo(plan.bookValue().minus(plan.terms().residual()));
    Money before = eur("0");
    LocalDate last = LocalDate.MIN;
    for (Charge charge : charges) {
      assertThat(charge.amount().isNegative()).isFalse();
      assertThat(charge.amount().rounded()).isEqualTo(charge.amount());
      assertThat(charge.bookValue()).isGreaterThanOrEqualTo(plan.terms().residual());
      assertThat(charge.accumulated()).isEqualTo(before.plus(charge.amount()));
      assertThat(charge.date()).isAfter(last);
      before = charge.accumulated();
      last = charge.date();
    }
  }

  @Property(tries = 200)
  void isTheSameWhetherBookedAtOnceOrMonthByMonth(
      @ForAll("plans") DepreciationPlan plan, @ForAll("days") LocalDate day) {
    DepreciationPlan step = plan;
    for (LocalDate each = JANUARY; each.isBefore(day); each = each.plusDays(17)) {
      step = step.through(each);
    }
    assertThat(step.through(day).booked()).isEqualTo(plan.through(day).booked());
    assertThat(step.through(day).through(day).booked()).isEqualTo(plan.through(day).booked());
  }

  @Property(tries = 200)
  void aChangeLeavesWhatIsBooked(
      @ForAll("plans") DepreciationPlan plan, @ForAll("days") LocalDate day) {
    DepreciationPlan before = plan.through(day);
    DepreciationPlan after = before.costing(before.cost().plus(eur("500")));
    List<Charge> charges = after.through(LocalDate.MAX).booked();
    assertThat(charges.subList(0, before.booked().size())).isEqualTo(before.booked());
    if (!after.coming().isEmpty()) {
      assertThat(charges.get(charges.size() - 1).bookValue()).isEqualTo(plan.terms().residual());
    }
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 1500).map(JANUARY::plusDays);
  }

  @Provide
  Arbitrary<DepreciationPlan> plans() {
    Arbitrary<DepreciationTerms> terms =
        Combinators.combine(
                Arbitraries.of(
                    DepreciationMethod.STRAIGHT_LINE,
                    DepreciationMethod.DOUBLE_DECLINING,
                    DepreciationMethod.SUM_OF_YEARS_DIGITS),
                Arbitraries.integers().between(1, 60),
                Arbitraries.of(LifeUnit.MONTHS, LifeUnit.YEARS),
                Arbitraries.longs().between(0, 100_000),
                Arbitraries.of(Convention.values()),
                Arbitraries.of("", "12-31", "07-01", "02-29"))
            .as(
                (method, life, unit, residual, convention, end) ->
                    new DepreciationTerms(
                        method,
                        Quantity.of(unit == LifeUnit.YEARS ? life / 6 + 1 : life),
                        unit,
                        cents(residual),
                        convention,
                        end.isEmpty() ? DepreciationPeriod.MONTH : DepreciationPeriod.YEAR,
                        Optional.of(end).filter(day -> !day.isEmpty()).map(YearEnd::new)));
    return Combinators.combine(
            terms,
            Arbitraries.longs().between(0, 90_000_000),
            Arbitraries.integers().between(0, 800))
        .as(
            (of, more, days) ->
                DepreciationPlan.of(of, JANUARY.plusDays(days), of.residual().plus(cents(more))));
  }

  private static LocalDate first(Convention convention, String acquired) {
    return plan(monthly(convention, 12, "0"), LocalDate.parse(acquired), "12000")
        .coming()
        .get(0)
        .date();
  }

  private static String lost(Convention convention, String disposed) {
    return plan(monthly(convention, 12, "0"), JANUARY, "12000")
        .disposed(LocalDate.parse(disposed))
        .accumulated()
        .toString();
  }

  private static DepreciationPlan plan(DepreciationTerms terms, LocalDate acquired, String cost) {
    return DepreciationPlan.of(terms, acquired, eur(cost));
  }

  private static DepreciationTerms monthly(Convention convention, int life, String residual) {
    return new DepreciationTerms(
        DepreciationMethod.STRAIGHT_LINE,
        Quantity.of(life),
        LifeUnit.MONTHS,
        eur(residual),
        convention,
        DepreciationPeriod.MONTH,
        Optional.empty());
  }

  private static DepreciationTerms yearly(DepreciationMethod method, int life) {
    return new DepreciationTerms(
        method,
        Quantity.of(life),
        LifeUnit.YEARS,
        eur("0"),
        Convention.FULL_MONTH,
        DepreciationPeriod.YEAR,
        Optional.empty());
  }

  private static List<String> amounts(List<Charge> charges) {
    return charges.stream().map(charge -> charge.amount().toString()).toList();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private static Money cents(long cents) {
    return eur(java.math.BigDecimal.valueOf(cents, 2).toPlainString());
  }
}
