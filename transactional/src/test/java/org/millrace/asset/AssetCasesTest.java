package org.millrace.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.asset.depreciation.Charge;
import org.millrace.asset.depreciation.Convention;
import org.millrace.asset.depreciation.DepreciationMethod;
import org.millrace.asset.depreciation.DepreciationPeriod;
import org.millrace.asset.depreciation.DepreciationPlan;
import org.millrace.asset.depreciation.DepreciationTerms;
import org.millrace.asset.depreciation.LifeUnit;
import org.millrace.asset.depreciation.Revaluation;
import org.millrace.asset.depreciation.YearEnd;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The known answers for assets, by the calculation alone. */
class AssetCasesTest {
  private static final Path CASES = Path.of("../../shared/cases/assets.json");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, Object> found = new LinkedHashMap<>();
  private String currency = "";
  private int changes;

  static Stream<Arguments> cases() throws IOException {
    assumeTrue(Files.exists(CASES), "the known answers are not here");
    return StreamSupport.stream(MAPPER.readTree(CASES.toFile()).spliterator(), false)
        .map(one -> Arguments.of(one.get("id").asString(), one));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesToTheKnownAnswer(String id, JsonNode one) {
    JsonNode given = one.get("given");
    currency = given.get("currency").asString();
    if (given.has("books")) {
      given
          .get("books")
          .properties()
          .forEach(
              book -> {
                found.clear();
                act(terms(one, Optional.of(book.getValue())), one);
                compare(id, one.get("expect").get(book.getKey()));
              });
      return;
    }
    act(terms(one, Optional.empty()), one);
    compare(id, one.get("expect"));
  }

  private void act(DepreciationTerms terms, JsonNode one) {
    DepreciationPlan plan = null;
    Revaluation revaluation = Revaluation.none(money(BigDecimal.ZERO));
    for (JsonNode step : one.get("steps")) {
      LocalDate day = LocalDate.parse(step.get("date").asString());
      switch (step.get("do").asString()) {
        case "acquire" -> plan = DepreciationPlan.of(terms, day, money(step, "cost"));
        case "depreciateThrough" -> plan = plan.through(day);
        case "use" -> {
          plan = plan.used(Quantity.of(step.get("units").decimalValue()), day);
          note(changes++ == 0 ? "january" : "february", last(plan).amount());
        }
        case "capitalise" ->
            plan = changing(plan, day).costing(plan.cost().plus(money(step, "amount")));
        case "changeLife" ->
            plan = changing(plan, day).lasting(Quantity.of(step.get("lifeYears").decimalValue()));
        case "revalue" -> {
          plan = changing(plan, day);
          if (step.has("newCost")) {
            plan = plan.costing(money(step, "newCost"));
          } else {
            Money rise = money(step, "fairValue").minus(plan.bookValue());
            Revaluation after = revaluation.after(rise);
            noteRevaluation(rise, revaluation, after);
            revaluation = after;
            plan = plan.revalued(money(step, "fairValue"));
            found.putIfAbsent("perYearAfter", plan.coming().get(0).amount().amount());
          }
        }
        case "sell" -> {
          plan = plan.disposed(day);
          note("gain", money(step, "price").minus(plan.bookValue()));
        }
        default -> throw new IllegalStateException(step.toString());
      }
    }
    note(plan);
  }

  private DepreciationPlan changing(DepreciationPlan plan, LocalDate day) {
    DepreciationPlan cut = plan.cut(day.minusDays(1));
    note(changes++ == 0 ? "bookBefore" : "bookBeforeSecond", cut.bookValue());
    note("bookedBefore", cut.accumulated());
    return cut;
  }

  private void noteRevaluation(Money rise, Revaluation before, Revaluation after) {
    if (!rise.isNegative()) {
      note("surplus", after.surplus());
      return;
    }
    note("fall", rise.negated());
    note("againstSurplus", before.surplus().minus(after.surplus()));
    note("loss", after.loss());
  }

  private void note(DepreciationPlan plan) {
    List<Charge> all = new ArrayList<>(plan.booked());
    all.addAll(plan.coming());
    note("accumulated", plan.accumulated());
    note("accumulatedSixMonths", plan.accumulated());
    note("bookedThroughMarch", plan.accumulated());
    note("bookValue", plan.bookValue());
    note("bookValueAtSale", plan.bookValue());
    note("total", all.stream().map(Charge::amount).reduce(money(BigDecimal.ZERO), Money::plus));
    plan.perUnit().ifPresent(each -> found.put("perUnit", each));
    found.put("schedule", all);
    if (all.isEmpty()) {
      return;
    }
    note("perMonth", all.get(0).amount());
    note("april", last(plan).amount());
    note("afterMonth1", all.get(0).bookValue());
    if (all.size() >= 12) {
      note("afterMonth12", all.get(11).bookValue());
    }
    found.put("first", all.get(0));
    found.put("periods", BigDecimal.valueOf(all.size()));
    found.put("months", BigDecimal.valueOf(plan.booked().size()));
    found.put("bookedThrough", plan.depreciatedThrough().toString());
    note("lastMonth", all.get(all.size() - 1).amount());
    if (!plan.coming().isEmpty()) {
      note("perMonthAfter", plan.coming().get(0).amount());
      found.putIfAbsent("perYearAfter", plan.coming().get(0).amount().amount());
    }
    note("bookedFullMonths", plan.booked().size() < 2 ? money(BigDecimal.ZERO) : beforeLast(plan));
  }

  private static Money beforeLast(DepreciationPlan plan) {
    return plan.booked().get(plan.booked().size() - 2).accumulated();
  }

  private static Charge last(DepreciationPlan plan) {
    return plan.booked().isEmpty()
        ? plan.coming().get(0)
        : plan.booked().get(plan.booked().size() - 1);
  }

  private void compare(String id, JsonNode expect) {
    expect
        .properties()
        .forEach(
            each -> {
              String name = each.getKey();
              JsonNode value = each.getValue();
              switch (name) {
                case "note" -> {}
                case "schedule" -> assertThat(rows()).as(id).isEqualTo(text(value));
                case "first" ->
                    assertThat(row((Charge) found.get(name)))
                        .as(id)
                        .startsWith(text(value).replace("]", ""));
                case "end" -> assertThat(end(value)).as(id + " end").isEqualTo(value.asString());
                case "aprilDays" -> {}
                default -> {
                  assertThat(found).as(id).containsKey(name);
                  if (value.isNumber()) {
                    assertThat((BigDecimal) found.get(name))
                        .as(id + " " + name)
                        .isEqualByComparingTo(value.decimalValue());
                  } else {
                    assertThat(found.get(name)).as(id + " " + name).isEqualTo(value.asString());
                  }
                }
              }
            });
  }

  @SuppressWarnings("unchecked")
  private List<Charge> schedule() {
    return (List<Charge>) found.get("schedule");
  }

  private String end(JsonNode expected) {
    Charge last = schedule().get(schedule().size() - 1);
    return expected.isNumber()
        ? last.bookValue().amount().stripTrailingZeros().toPlainString()
        : last.date().toString();
  }

  private String rows() {
    return schedule().stream().map(AssetCasesTest::row).toList().toString().replace(" ", "");
  }

  private static String row(Charge charge) {
    return "[\"%s\",%s,%s]"
        .formatted(charge.date(), plain(charge.amount()), plain(charge.accumulated()));
  }

  private static String text(JsonNode node) {
    return node.toString().replace(" ", "");
  }

  private static String plain(Money money) {
    return money.amount().stripTrailingZeros().toPlainString();
  }

  private void note(String name, Money value) {
    found.put(name, value.amount());
  }

  private Money money(JsonNode step, String name) {
    return money(step.get(name).decimalValue());
  }

  private Money money(BigDecimal amount) {
    return Money.of(amount, java.util.Currency.getInstance(currency));
  }

  private DepreciationTerms terms(JsonNode one, Optional<JsonNode> lifeYears) {
    JsonNode given = one.get("given");
    String rule = one.get("rule").asString();
    boolean isInYears = given.has("lifeYears") || lifeYears.isPresent();
    DepreciationMethod method = method(rule);
    JsonNode life =
        lifeYears.orElseGet(
            () ->
                Stream.of("lifeYears", "lifeUnits", "life")
                    .filter(given::has)
                    .map(given::get)
                    .findFirst()
                    .orElseThrow());
    return new DepreciationTerms(
        method,
        Quantity.of(life.decimalValue()),
        method == DepreciationMethod.UNITS_OF_PRODUCTION
            ? LifeUnit.UNITS
            : isInYears ? LifeUnit.YEARS : LifeUnit.MONTHS,
        money(given, "residual"),
        convention(rule, given.path("convention").asString("")),
        isInYears ? DepreciationPeriod.YEAR : DepreciationPeriod.MONTH,
        Optional.ofNullable(given.get("periodEnds")).map(end -> new YearEnd(end.asString())));
  }

  private static DepreciationMethod method(String rule) {
    return switch (rule) {
      case "doubleDeclining" -> DepreciationMethod.DOUBLE_DECLINING;
      case "sumOfYearsDigits" -> DepreciationMethod.SUM_OF_YEARS_DIGITS;
      case "unitsOfProduction" -> DepreciationMethod.UNITS_OF_PRODUCTION;
      default -> DepreciationMethod.STRAIGHT_LINE;
    };
  }

  private static Convention convention(String rule, String word) {
    return switch (word) {
      case "fullMonthUntil15" -> Convention.FULL_MONTH_UNTIL_15;
      case "nextMonth" -> Convention.NEXT_MONTH;
      case "byDay" -> Convention.BY_DAY;
      default ->
          rule.contains("day of the year")
              ? Convention.BY_DAY_OF_YEAR
              : rule.contains("day of the life")
                  ? Convention.BY_DAY_OF_LIFE
                  : Convention.FULL_MONTH;
    };
  }
}
