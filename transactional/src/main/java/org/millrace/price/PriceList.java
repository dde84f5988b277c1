package org.millrace.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.party.CustomerGroup;
import org.millrace.party.PartyCode;
import org.millrace.shared.Code;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/**
 * Prices of items in one currency: for one partner, for a group of customers, or for all. Prices
 * are net and of one of the item's own unit.
 */
public record PriceList(
    PriceListCode code,
    String name,
    Side side,
    Currency currency,
    Optional<PartyCode> party,
    Optional<CustomerGroup> customerGroup,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    List<Rule> rules) {
  /** Stored in price.price_list, its rules in price.rule. */
  public static final DocumentKind<PriceList> KIND =
      DocumentKind.of(PriceList.class, "price", "price-list")
          .lines("rules", "price.rule", "price_list")
          .searched("code", "name", "party", "customerGroup", "rules.item")
          .changeable()
          .build();

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 4;

  /** Whether it is of what is sold or of what is bought. */
  public enum Side {
    SALES,
    PURCHASE
  }

  /**
   * What one of an item costs from a quantity on, within a period, less a discount in percent that
   * the line of the document shows.
   */
  public record Rule(
      ItemCode item,
      Optional<Quantity> fromQuantity,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      @Amount(in = "currency") BigDecimal unitPrice,
      Optional<BigDecimal> discountPercent) {
    public Rule {
      discountPercent = discountPercent.map(PlainNumber::of).filter(off -> off.signum() != 0);
      UnitPrice.require(new Problems(), "unitPrice", unitPrice)
          .require(
              fromQuantity.filter(some -> !some.isPositive()).isEmpty(),
              "fromQuantity",
              fromQuantity.map(Quantity::toString).orElse(""),
              "more than 0")
          .require(
              discountPercent.filter(off -> !isDiscount(off)).isEmpty(),
              "discountPercent",
              discountPercent.map(BigDecimal::toPlainString).orElse(""),
              "0 to 100 with at most " + PERCENT_DECIMALS + " decimals")
          .require(
              isPeriod(validFrom, validTo),
              "validTo",
              validTo.map(LocalDate::toString).orElse(""),
              "a day not before " + validFrom.map(LocalDate::toString).orElse(""))
          .refuse("The price of item " + item + " cannot be used");
      unitPrice = PlainNumber.of(unitPrice);
    }

    private static boolean isDiscount(BigDecimal percent) {
      return percent.signum() >= 0
          && percent.compareTo(HUNDRED) <= 0
          && percent.scale() <= PERCENT_DECIMALS;
    }

    private List<Object> key() {
      return List.of(item, fromQuantity.orElse(Quantity.ZERO), validFrom.orElse(LocalDate.MIN));
    }
  }

  public PriceList {
    name = Code.checked("name", "price list name", name, 200);
    rules = List.copyOf(rules);
    new Problems()
        .require(
            Stream.of(party, customerGroup).flatMap(Optional::stream).count() <= 1,
            "customerGroup",
            customerGroup.map(CustomerGroup::value).orElse(""),
            "a party or a customer group, not both")
        .require(
            customerGroup.isEmpty() || side == Side.SALES,
            "customerGroup",
            customerGroup.map(CustomerGroup::value).orElse(""),
            "none in a list of purchase prices")
        .require(
            isPeriod(validFrom, validTo),
            "validTo",
            validTo.map(LocalDate::toString).orElse(""),
            "a day not before " + validFrom.map(LocalDate::toString).orElse(""))
        .require(
            rules.stream().map(Rule::key).distinct().count() == rules.size(),
            "rules",
            rules.size() + " rules",
            "one price for each item, quantity and first day")
        .refuse("The price list " + code + " cannot be used");
  }

  private static boolean isPeriod(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get());
  }
}
