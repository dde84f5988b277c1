package org.millrace.purchasing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.TestingMasters;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.price.PriceList;
import org.millrace.price.PriceListCode;
import org.millrace.price.Prices;
import org.millrace.purchasing.NewPurchaseOrder.Origin;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.order.AgreedPrices.Agreed;
import org.millrace.purchasing.order.AgreedPrices.Goods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Unit;

class ProposePricesTest {
  private static final CompanyCode COMPANY = TestingMasters.COMPANY;
  private static final ItemCode RIM = new ItemCode("RIM");
  private static final Prices.Source RULE = new Prices.Source(new PriceListCode("BUY"), 3, 2);
  private static final AgreedPrices.Deal DEAL =
      new AgreedPrices.Deal(
          new PartyCode("S"), Currency.getInstance("USD"), LocalDate.of(2026, 5, 1));

  private final Party supplier =
      new TestingMasters().parties().named(COMPANY, TestingMasters.STEEL);
  private final List<Prices.Deal> deals = new ArrayList<>();

  @Test
  void takesTheRuleOfAListLessItsDiscountBeforeWhatWasAgreed() {
    List<Optional<Agreed>> found =
        proposing(quote("20", Optional.of(new BigDecimal("2.5"))), "7")
            .of(COMPANY, supplier, DEAL, asked("pcs"));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).orElseThrow().unitPrice()).isEqualByComparingTo("19.5");
    assertThat(found.get(0).orElseThrow().origin()).isEqualTo(Origin.of(RULE));
    assertThat(deals.get(0).side()).isEqualTo(PriceList.Side.PURCHASE);
    assertThat(deals.get(0).currency()).isEqualTo(DEAL.currency());
    assertThat(deals.get(0).day()).isEqualTo(DEAL.day());
  }

  @Test
  void roundsADiscountedPriceToTheDecimalsOfAPrice() {
    List<Optional<Agreed>> found =
        proposing(quote("0.333333", Optional.of(new BigDecimal("50"))), "7")
            .of(COMPANY, supplier, DEAL, asked("pcs"));
    assertThat(found.get(0).orElseThrow().unitPrice()).isEqualByComparingTo("0.166667");
  }

  @Test
  void takesWhatWasAgreedInTheSameUnitElseNothing() {
    ProposePrices proposing = proposing(Optional.empty(), "7");
    Agreed agreed = proposing.of(COMPANY, supplier, DEAL, asked("pcs")).get(0).orElseThrow();
    assertThat(agreed.unitPrice()).isEqualByComparingTo("7");
    assertThat(agreed.origin().priceOrder()).contains(new PurchaseOrderNumber("PO-7"));
    assertThat(agreed.origin().priceLine()).contains(4);
    assertThat(agreed.origin().priceList()).isEmpty();
    assertThat(proposing.of(COMPANY, supplier, DEAL, asked("box")))
        .containsExactly(Optional.empty());
    assertThat(proposing.of(COMPANY, supplier, DEAL, List.of())).isEmpty();
  }

  private ProposePrices proposing(Optional<Prices.Quote> listed, String agreed) {
    return new ProposePrices(
        (company, deal, asked) -> {
          deals.add(deal);
          return asked.stream().map(one -> listed).toList();
        },
        (company, deal, items) ->
            Map.of(
                new Goods(RIM, Optional.of(new Unit("pcs"))),
                new Agreed(new BigDecimal(agreed), Origin.of(new PurchaseOrderNumber("PO-7"), 4))));
  }

  private static Optional<Prices.Quote> quote(String price, Optional<BigDecimal> discount) {
    return Optional.of(new Prices.Quote(new BigDecimal(price), discount, RULE));
  }

  private static List<ProposePrices.Asked> asked(String unit) {
    return List.of(
        new ProposePrices.Asked(new Goods(RIM, Optional.of(new Unit(unit))), Quantity.of(1)));
  }
}
