package org.millrace.planning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.LotRule;
import org.millrace.planning.Source;
import org.millrace.planning.settings.PlanningSettings;
import org.millrace.purchasing.Purchasing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

class TermsOfPoliciesTest {
  private static final CompanyCode BIKES = new CompanyCode("BIKES");
  private static final ItemCode WHEEL = new ItemCode("WHEEL");
  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest
  @CsvSource({
    "LOT_FOR_LOT, , , 90, 90",
    "FIXED, 50, , 90, 100",
    "MULTIPLE, 50, , 100, 100",
    "MULTIPLE, 0.5, , 1.2, 1.5",
    "MINIMUM, 120, , 90, 120",
    "MINIMUM, 120, 50, 90, 150",
    "MINIMUM, 120, , 130, 130"
  })
  void ordersByTheLotRule(LotRule rule, String lot, String multiple, String missing, String so) {
    ItemPolicy policy = policy(rule, lot, multiple, Optional.empty(), Optional.empty());
    assertThat(TermsOfPolicies.inLots(policy, Quantity.of(missing))).isEqualTo(Quantity.of(so));
  }

  @ParameterizedTest
  @CsvSource({
    ", , S-9, 7, S-9, 7",
    "S-1, , S-9, 7, S-1, 7",
    "S-1, 5, S-9, 7, S-1, 5",
    ", 5, S-9, 7, S-9, 5",
    "S-1, 5, , , S-1, 5",
    "S-1, , , , , "
  })
  void agreedTermsStandBeforeTheLastOrder(
      String supplier, String price, String last, String paid, String from, String each) {
    ItemPolicy policy =
        policy(
            LotRule.LOT_FOR_LOT,
            null,
            null,
            Optional.ofNullable(supplier).map(PartyCode::new),
            Optional.ofNullable(price).map(TermsOfPoliciesTest::euro));
    assertThat(
            new TermsOfPolicies(
                    (company, item) -> Optional.of(policy), company -> PlanningSettings.DEFAULTS)
                .seller(BIKES, WHEEL, source(last, paid))
                .map(
                    seller ->
                        new Purchasing.Source(
                            seller.supplier(), seller.agreed().or(seller::last).orElseThrow())))
        .isEqualTo(source(from, each));
  }

  private static Optional<Purchasing.Source> source(String supplier, String price) {
    return Optional.ofNullable(supplier)
        .map(party -> new Purchasing.Source(new PartyCode(party), euro(price)));
  }

  private static Money euro(String amount) {
    return Money.of(new BigDecimal(amount), EUR);
  }

  private static ItemPolicy policy(
      LotRule rule,
      String lot,
      String multiple,
      Optional<PartyCode> supplier,
      Optional<Money> price) {
    return new ItemPolicy(
        WHEEL,
        Source.BUY,
        Optional.empty(),
        Optional.empty(),
        rule,
        Optional.ofNullable(lot).map(Quantity::of),
        Optional.ofNullable(multiple).map(Quantity::of),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        supplier,
        price,
        EUR);
  }
}
