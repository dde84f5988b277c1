package org.millrace.settlement.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.currency.ExchangeRate;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.item.HeldItem;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/** What sets off what, and how far. */
class SetOffTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final SetOff PLAIN = new SetOff(Map.of(), Map.of());

  @Test
  void reachesAsFarAsTheSmallerSideInTheirOrder() {
    assertThat(shares(PLAIN, item("100", "EUR"), item("50", "EUR"), item("-120", "EUR")))
        .containsExactly("EUR 100.00", "EUR 20.00", "EUR -120.00");
    assertThat(shares(PLAIN, item("100", "EUR"), item("-30", "EUR"), item("-20", "EUR")))
        .containsExactly("EUR 50.00", "EUR -30.00", "EUR -20.00");
  }

  @Test
  void comparesCurrenciesByRates() {
    SetOff rates = new SetOff(Map.of(EUR, new ExchangeRate("0.96")), Map.of());
    assertThat(shares(rates, item("11.90", "CHF"), item("-14", "EUR")))
        .containsExactly("CHF 11.90", "EUR -12.40");
  }

  @Test
  void leavesNoSmallRest() {
    SetOff rates =
        new SetOff(Map.of(EUR, new ExchangeRate("162")), Map.of(JPY, BigDecimal.valueOf(5)));
    List<SetOff.Share> shares = rates.of(List.of(item("-125000", "JPY"), item("771.60", "EUR")));
    assertThat(shares.get(0).amount()).isEqualTo(Money.of("-125000", "JPY"));
    assertThat(shares.get(0).smallRest()).contains(Money.of("-1", "JPY"));
    assertThat(shares.get(1).amount()).isEqualTo(Money.of("771.60", "EUR"));
  }

  @Test
  void refusesOneSideAMissingRateAndAmountsThatDoNotBalance() {
    assertThatThrownBy(() -> shares(PLAIN, item("1", "EUR"), item("2", "EUR")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("what is owed to the company and what it owes");
    assertThatThrownBy(() -> shares(PLAIN, item("1", "EUR"), item("-2", "JPY")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("rates");
    SetOff.Asked named =
        new SetOff.Asked(item("100", "EUR").item(), Optional.of(new BigDecimal("60")));
    assertThatThrownBy(() -> PLAIN.of(List.of(named, item("-50", "EUR"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("which the others balance");
  }

  private static List<String> shares(SetOff setOff, SetOff.Asked... asked) {
    return setOff.of(List.of(asked)).stream().map(share -> share.amount().toString()).toList();
  }

  private static SetOff.Asked item(String open, String currency) {
    HeldItem item =
        new HeldItem(
            new ItemRef(ItemKind.INVOICE, open),
            new PartyCode("C"),
            "Shop",
            Money.of(open, currency),
            day -> Optional.empty());
    return new SetOff.Asked(item, Optional.empty());
  }
}
