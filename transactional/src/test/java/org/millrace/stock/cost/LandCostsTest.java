package org.millrace.stock.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.TestingMasters;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.Brought;
import org.millrace.stock.CostCharge;
import org.millrace.stock.TestingStock;

/** Freight on a receipt of 10 bells worth 36.00 and 2 brakes worth 50.00. */
class LandCostsTest {
  private static final CompanyCode COMPANY = TestingMasters.COMPANY;
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ItemCode BELL = new ItemCode("BELL");
  private static final ItemCode BRAKE = new ItemCode("BRAKE");
  private static final DocumentRef RECEIPT = new DocumentRef("purchasing", "receipt", "GR-1");

  private final TestingMasters masters = new TestingMasters();
  private final TestingStock stock =
      new TestingStock(Currency.getInstance("EUR"))
          .bringing(new Brought(RECEIPT, BELL, Quantity.of(10), euros("36")))
          .bringing(new Brought(RECEIPT, BRAKE, Quantity.of(2), euros("50")));
  private final TestingDocuments<LandedCost> stored = new TestingDocuments<>(LandedCost.KIND);
  private final LandCosts costs = new LandCosts(stored, masters.companies(), stock);

  @Test
  void sharesByValueQuantityAndWeight() {
    assertThat(shares(LandedCost.Basis.VALUE)).containsExactly("41.86", "58.14");
    assertThat(shares(LandedCost.Basis.QUANTITY)).containsExactly("83.33", "16.67");
    assertThat(shares(LandedCost.Basis.WEIGHT)).containsExactly("50.00", "50.00");
  }

  @Test
  void chargesTheGoodsOfTheReceiptAndTakesThatBack() {
    Versioned<LandedCost> posted = post(LandedCost.Basis.VALUE, "GR-1");
    LandedCost back = costs.reverse(posted, "Twice", Happened.at(NOON)).document();
    assertThat(back.amount()).isEqualTo(euros("-100"));
    assertThat(back.reverses()).contains(posted.document().number());
    assertThat(stock.charges())
        .extracting(charge -> charge.item() + " " + charge.shares().get(0).amount().amount())
        .containsExactly("BELL 41.86", "BRAKE 58.14", "BELL -41.86", "BRAKE -58.14");
    assertThat(stock.charges()).extracting(CostCharge::occurredAt).containsOnly(NOON);
    Versioned<LandedCost> reversed = stored.named(COMPANY, posted.document().number());
    assertThatThrownBy(() -> costs.reverse(reversed, "Again", Happened.at(NOON)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("cannot be reversed");
  }

  @Test
  void refusesWhatNobodyBroughtAndWhatHasNoWeight() {
    assertThatThrownBy(() -> post(LandedCost.Basis.VALUE, "GR-9"))
        .hasMessageContaining(
            "receipts is 'GR-9', expected a receipt that brought goods into stock");
    LandCosts.Goods unweighed = new LandCosts.Goods(List.of("GR-1"), List.of(BELL), Map.of());
    assertThatThrownBy(() -> post(unweighed, LandedCost.Basis.WEIGHT))
        .hasMessageContaining("weights is 'BELL', expected what one of it weighs");
  }

  private List<String> shares(LandedCost.Basis by) {
    return post(by, "GR-1").document().lines().stream()
        .map(line -> line.shareAmount().amount().toPlainString())
        .toList();
  }

  private Versioned<LandedCost> post(LandedCost.Basis by, String receipt) {
    Map<ItemCode, BigDecimal> weights = Map.of(BELL, new BigDecimal("0.2"), BRAKE, BigDecimal.ONE);
    return post(new LandCosts.Goods(List.of(receipt), List.of(), weights), by);
  }

  private Versioned<LandedCost> post(LandCosts.Goods goods, LandedCost.Basis by) {
    LandCosts.Wanted wanted =
        new LandCosts.Wanted(goods, euros("100"), by, Optional.empty(), Optional.empty());
    return costs.post(COMPANY, wanted, Happened.at(NOON));
  }

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }
}
