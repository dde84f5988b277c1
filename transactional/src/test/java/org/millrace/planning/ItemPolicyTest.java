package org.millrace.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.millrace.item.ItemCode;
import org.millrace.planning.verbs.PolicySetting;
import org.millrace.shared.Problem;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** How an item can be planned, field by field, as people ask for it. */
class ItemPolicyTest {
  private static final ItemCode WHEEL = new ItemCode("WHEEL");
  private static final Currency EUR = Currency.getInstance("EUR");

  /** What each lot rule has to be told; a rule that is new has to be told here. */
  private static final Map<LotRule, Map<String, String>> TERMS =
      new EnumMap<>(
          Map.of(
              LotRule.LOT_FOR_LOT, Map.of(),
              LotRule.FIXED, Map.of("lotQuantity", "50"),
              LotRule.MULTIPLE, Map.of("lotQuantity", "50"),
              LotRule.MINIMUM, Map.of("lotQuantity", "50"),
              LotRule.PERIODS, Map.of("lotPeriods", "4"),
              LotRule.EOQ, Map.of("orderingCost", "80", "holdingRate", "0.2"),
              LotRule.SILVER_MEAL, Map.of("orderingCost", "80", "holdingRate", "0.2"),
              LotRule.WAGNER_WHITIN, Map.of("orderingCost", "80", "holdingRate", "0.2")));

  @ParameterizedTest
  @EnumSource
  void needsTheTermsOfItsLotRule(LotRule rule) {
    Map<String, String> terms = TERMS.get(rule);
    assertThat(terms).as("terms of " + rule).isNotNull();
    assertThatCode(() -> policy(rule, terms)).doesNotThrowAnyException();
    for (String needed : terms.keySet()) {
      Map<String, String> others = new TreeMap<>(terms);
      others.remove(needed);
      assertThat(wrong(rule, others)).as(rule + " without " + needed).isEqualTo(needed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesNoTermOfAnotherLotRule(LotRule rule) {
    Map<String, String> terms = TERMS.get(rule);
    Map<String, String> others = Map.of("lotQuantity", "50", "lotPeriods", "4");
    others.forEach(
        (term, value) -> {
          if (!terms.containsKey(term)) {
            Map<String, String> with = new TreeMap<>(terms);
            with.put(term, value);
            assertThat(wrong(rule, with)).as(rule + " with " + term).isEqualTo(term);
          }
        });
    Map<String, String> inPacks = new TreeMap<>(terms);
    inPacks.put("lotMultiple", "10");
    if (rule == LotRule.MINIMUM) {
      assertThat(policy(rule, inPacks).lotMultiple()).contains(Quantity.of(10));
    } else {
      assertThat(wrong(rule, inPacks)).isEqualTo("lotMultiple");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leadDays     | 0, 730              | -1, 731, 2147483647  | 0 to 730 working days",
        "leadDeviationDays | 0, 0.25, 730   | -0.01, 730.01, 0.125"
            + " | 0 to 730 with at most 2 decimals",
        "orderingCost | 0, 1000000000       | -0.01, 1000000000.01"
            + " | 0 to 1000000000, with at most 6 decimals",
        "holdingRate  | 0.0001, 10          | 0, -1, 10.01"
            + " | a fraction of the cost for a year, more than 0 and at most 10",
        "serviceLevel | 0.5, 0.95, 0.999999 | 0.49, 1, 95"
            + " | a fraction from 0.5 to below 1, such as 0.95",
        "safetyQuantity | 0, 0.0001         | -0.0001              | 0 or more",
        "unitPrice    | 0, 0.000001         | -1, 0.0000001"
            + " | 0 to 1000000000, with at most 6 decimals"
      })
  void isWithinReason(String field, String good, String bad, String expected) {
    for (String value : good.split(", ")) {
      assertThatCode(() -> policy(LotRule.LOT_FOR_LOT, Map.of(field, value)))
          .as(field + " " + value)
          .doesNotThrowAnyException();
    }
    for (String value : bad.split(", ")) {
      assertThatThrownBy(() -> policy(LotRule.LOT_FOR_LOT, Map.of(field, value)))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.problems())
                      .as(field + " " + value)
                      .singleElement()
                      .extracting(Problem::field, Problem::expected)
                      .containsExactly(field, expected))
          .hasMessageStartingWith("The policy of WHEEL cannot be set: ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED, lotQuantity, 0, more than 0",
    "PERIODS, lotPeriods, 0, 1 to 52 weeks",
    "PERIODS, lotPeriods, 53, 1 to 52 weeks",
    "EOQ, holdingRate, 0, 'a fraction of the cost for a year, more than 0 and at most 10, which"
        + " this lot rule needs'"
  })
  void hasTermsThatOrdersCanBeMadeOf(LotRule rule, String field, String value, String expected) {
    Map<String, String> terms = new TreeMap<>(TERMS.get(rule));
    terms.put(field, value);
    assertThatThrownBy(() -> policy(rule, terms))
        .hasMessage(
            "The policy of WHEEL cannot be set: %s is '%s', expected %s"
                .formatted(field, value, expected));
  }

  @Test
  void isTheSameHoweverItsNumbersAreWritten() {
    Map<String, String> brief = Map.of("serviceLevel", "0.95", "leadDeviationDays", "2");
    Map<String, String> padded = Map.of("serviceLevel", "0.9500", "leadDeviationDays", "2.0");
    assertThat(policy(LotRule.LOT_FOR_LOT, brief)).isEqualTo(policy(LotRule.LOT_FOR_LOT, padded));
  }

  @Test
  void comesBackForItsOwnItemAndCurrencyAlone() {
    PolicySetting answered = setting("WHEEL", "EUR", LotRule.LOT_FOR_LOT, Map.of());
    assertThat(answered.policy(WHEEL, EUR).item()).isEqualTo(WHEEL);
    assertThatThrownBy(
            () ->
                setting("BELL", "USD", LotRule.LOT_FOR_LOT, Map.of("unitPrice", "-1"))
                    .policy(WHEEL, EUR))
        .hasMessage(
            "The policy of WHEEL cannot be set: unitPrice is '-1', expected 0 to 1000000000, with"
                + " at most 6 decimals; item is 'BELL', expected WHEEL or none; currency is"
                + " 'USD', expected EUR or none");
  }

  private static String wrong(LotRule rule, Map<String, String> fields) {
    try {
      policy(rule, fields);
      return "nothing";
    } catch (Refused refused) {
      assertThat(refused.problems()).hasSize(1);
      return refused.problems().get(0).field();
    }
  }

  private static ItemPolicy policy(LotRule rule, Map<String, String> fields) {
    return setting("WHEEL", "EUR", rule, fields).policy(WHEEL, EUR);
  }

  private static PolicySetting setting(
      String item, String currency, LotRule rule, Map<String, String> fields) {
    return new PolicySetting(
        Optional.of(new ItemCode(item)),
        Optional.of(Currency.getInstance(currency)),
        Source.BUY,
        of(fields, "leadDays").map(BigDecimal::intValueExact),
        of(fields, "leadDeviationDays"),
        Optional.of(rule),
        of(fields, "lotQuantity").map(Quantity::of),
        of(fields, "lotMultiple").map(Quantity::of),
        of(fields, "lotPeriods").map(BigDecimal::intValueExact),
        of(fields, "orderingCost"),
        of(fields, "holdingRate"),
        of(fields, "serviceLevel"),
        of(fields, "safetyQuantity").map(Quantity::of),
        Optional.empty(),
        of(fields, "unitPrice"),
        Optional.of(Instant.EPOCH));
  }

  private static Optional<BigDecimal> of(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(BigDecimal::new);
  }
}
