package org.millrace.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.item.Material;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.Unit;
import org.millrace.supply.plan.Proposal.Buy;
import org.millrace.supply.plan.Proposal.Make;

class NettingTest {
  private static final ItemCode BIKE = new ItemCode("BIKE");
  private static final ItemCode WHEEL = new ItemCode("WHEEL");
  private static final ItemCode RIM = new ItemCode("RIM");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 30);

  private static final Netting.Defaults WITHOUT_DEFAULTS = defaults(1, 0);

  @Test
  void ordersInTheUsualLotsAndTimesWhatTheTermsSayNothingOf() {
    Map<ItemCode, Item> items = Map.of(BIKE, made(BIKE, WHEEL, 2), WHEEL, bought(WHEEL));
    Map<ItemCode, Quantity> wanted = Map.of(BIKE, Quantity.of(70));
    assertThat(
            Netting.of(
                wanted,
                items,
                Map.of(),
                new Netting.Terms(TODAY, DUE, Map.of(), Map.of()),
                defaults(80, 3)))
        .containsExactly(
            new Make(BIKE, Quantity.of(80), DUE, Optional.empty()),
            new Buy(WHEEL, Quantity.of(160), LocalDate.of(2026, 3, 27)));
    assertThat(
            Netting.of(
                wanted,
                items,
                Map.of(),
                new Netting.Terms(TODAY, DUE, Map.of(BIKE, Quantity.of(7)), Map.of(BIKE, 0)),
                defaults(80, 3)))
        .containsExactly(
            new Make(BIKE, Quantity.of(70), DUE, Optional.of(0)),
            new Buy(WHEEL, Quantity.of(160), DUE));
  }

  @Test
  void makesWhatIsMissingAndBuysItsMaterialsInLots() {
    Map<ItemCode, Item> items = Map.of(BIKE, made(BIKE, WHEEL, 2), WHEEL, bought(WHEEL));
    Netting.Terms terms =
        new Netting.Terms(TODAY, DUE, Map.of(WHEEL, Quantity.of(50)), Map.of(BIKE, 4));
    List<Proposal> proposals =
        Netting.of(
            Map.of(BIKE, Quantity.of(100)),
            items,
            Map.of(BIKE, Quantity.of(30), WHEEL, Quantity.of(50)),
            terms,
            WITHOUT_DEFAULTS);
    assertThat(proposals)
        .containsExactly(
            new Make(BIKE, Quantity.of(70), DUE, Optional.of(4)),
            new Buy(WHEEL, Quantity.of(100), LocalDate.of(2026, 3, 26)));
  }

  @Test
  void countsStockOnceWhenTwoProductsShareAMaterial() {
    ItemCode trailer = new ItemCode("TRAILER");
    Map<ItemCode, Item> items =
        Map.of(
            BIKE, made(BIKE, WHEEL, 2),
            trailer, made(trailer, WHEEL, 2),
            WHEEL, made(WHEEL, RIM, 1),
            RIM, bought(RIM));
    List<Proposal> proposals =
        Netting.of(
            Map.of(BIKE, Quantity.of(5), trailer, Quantity.of(5)),
            items,
            Map.of(WHEEL, Quantity.of(8)),
            new Netting.Terms(TODAY, DUE, Map.of(), Map.of()),
            WITHOUT_DEFAULTS);
    assertThat(proposals)
        .contains(new Make(WHEEL, Quantity.of(12), DUE, Optional.empty()))
        .contains(new Buy(RIM, Quantity.of(12), DUE));
    assertThat(proposals.get(3).item()).isEqualTo(RIM);
  }

  @Test
  void needsNothingWhenAllIsThere() {
    assertThat(
            Netting.of(
                Map.of(RIM, Quantity.of(5)),
                Map.of(RIM, bought(RIM)),
                Map.of(RIM, Quantity.of(5)),
                new Netting.Terms(TODAY, DUE, Map.of(), Map.of()),
                WITHOUT_DEFAULTS))
        .isEmpty();
  }

  @Test
  void refusesABillOfMaterialThatContainsItself() {
    Map<ItemCode, Item> items = Map.of(WHEEL, made(WHEEL, RIM, 1), RIM, made(RIM, WHEEL, 1));
    assertThatThrownBy(
            () ->
                Netting.of(
                    Map.of(WHEEL, Quantity.of(1)),
                    items,
                    Map.of(),
                    new Netting.Terms(TODAY, DUE, Map.of(), Map.of()),
                    WITHOUT_DEFAULTS))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("WHEEL contains itself");
  }

  private static Netting.Defaults defaults(long pack, int days) {
    return new Netting.Defaults() {
      @Override
      public Quantity ordered(ItemCode item, Quantity missing) {
        return missing.inPacks(Quantity.of(pack));
      }

      @Override
      public Optional<LocalDate> startOf(ItemCode item, LocalDate due) {
        return Optional.of(due.minusDays(days));
      }
    };
  }

  private static Item bought(ItemCode code) {
    return Item.stocked(code, code.value());
  }

  private static Item made(ItemCode code, ItemCode material, long each) {
    return new Item(
        code,
        code.value(),
        Unit.PIECES,
        ItemKind.STOCKED,
        List.of(Material.of(material, Quantity.of(each))));
  }
}
