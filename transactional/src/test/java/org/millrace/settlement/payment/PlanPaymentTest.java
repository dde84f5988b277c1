package org.millrace.settlement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Direction;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.NewSettlement;
import org.millrace.settlement.item.HeldItem;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/** How far money reaches. */
class PlanPaymentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private final Map<ItemRef, HeldItem> open = new LinkedHashMap<>();

  @Test
  void addsCreditNotesToTheMoneyAndKeepsTheRest() {
    PlanPayment.Plan plan = plan(Direction.IN, "100", item("80", "0"), item("-30", "0"));
    assertThat(plan.shares())
        .extracting(share -> share.money().toString())
        .containsExactly("EUR 80.00", "EUR -30.00");
    assertThat(plan.rest()).isEqualTo(Money.of("50", "EUR"));
  }

  @Test
  void takesDiscountsWhereTheMoneyLeavesExactlyThose() {
    PlanPayment.Plan plan = plan(Direction.IN, "2850", item("1150", "100"), item("2000", "200"));
    assertThat(plan.shares())
        .extracting(share -> share.discount().toString())
        .containsExactly("EUR 100.00", "EUR 200.00");
    assertThat(plan.rest().isZero()).isTrue();
    open.clear();
    PlanPayment.Plan less = plan(Direction.IN, "2849", item("1150", "100"), item("2000", "200"));
    assertThat(less.shares())
        .extracting(share -> share.money().toString())
        .containsExactly("EUR 1150.00", "EUR 1699.00");
  }

  @Test
  void paysBillsWithMoneyThatGoesOut() {
    PlanPayment.Plan plan = plan(Direction.OUT, "70", item("-50", "0"), item("-40", "0"));
    assertThat(plan.shares())
        .extracting(share -> share.money().toString())
        .containsExactly("EUR -50.00", "EUR -20.00");
  }

  @Test
  void refusesNamedAmountsAboveTheMoney() {
    NewSettlement.Item named = item("80", "0");
    NewSettlement.Item much =
        new NewSettlement.Item(
            named.kind(),
            named.number(),
            Optional.of(new BigDecimal("60")),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> plan(Direction.IN, "50", much))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("at most the money");
  }

  private PlanPayment.Plan plan(Direction direction, String money, NewSettlement.Item... items) {
    return new PlanPayment(direction, Money.of(money, "EUR"), DAY).of(List.of(items), open);
  }

  private NewSettlement.Item item(String amount, String discount) {
    ItemRef ref = new ItemRef(ItemKind.INVOICE, "I" + open.size());
    Money kept = Money.of(discount, "EUR");
    open.put(
        ref,
        new HeldItem(
            ref,
            new PartyCode("C"),
            "Shop",
            Money.of(amount, "EUR"),
            day -> Optional.of(kept).filter(each -> !each.isZero())));
    return NewSettlement.Item.of(ref);
  }
}
