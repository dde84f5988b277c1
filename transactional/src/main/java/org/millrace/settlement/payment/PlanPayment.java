package org.millrace.settlement.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.settlement.Direction;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.NewSettlement;
import org.millrace.settlement.item.HeldItem;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * How far money reaches. Items with an amount get it. The others are settled in their order: what
 * is owed the other way, such as a credit note, adds to the money; where the money is exactly what
 * is left when all take their discount for early payment, they take it. The rest stays on account.
 */
final class PlanPayment {
  private final Direction direction;
  private final Money available;
  private final LocalDate day;

  /** Of so much money, in the currency of the payment. */
  PlanPayment(Direction direction, Money available, LocalDate day) {
    this.direction = direction;
    this.available = available;
    this.day = day;
  }

  /** What is settled of an item, above 0 where it was owed to the company. */
  record Share(ItemRef item, Money money, Money discount, Money writeOff) {
    Money all() {
      return money.plus(discount).plus(writeOff);
    }
  }

  /**
   * The shares, those of nothing left out, and what stays on account.
   *
   * @param shares in the order asked
   */
  record Plan(List<Share> shares, Money rest) {
    Plan {
      shares = List.copyOf(shares);
    }
  }

  /**
   * The plan.
   *
   * @param open what is open of each item before
   * @throws org.millrace.shared.Refused as invalid when the items come to more than the money
   */
  Plan of(List<NewSettlement.Item> asked, Map<ItemRef, HeldItem> open) {
    List<Share> shares = new ArrayList<>();
    Money left = available;
    List<HeldItem> free = new ArrayList<>();
    for (NewSettlement.Item item : asked) {
      HeldItem held = Objects.requireNonNull(open.get(item.ref()));
      if (isFree(item)) {
        free.add(held);
      } else {
        Share share = share(item, held);
        shares.add(share);
        left = left.minus(direction.signed(share.money()));
      }
    }
    for (Share share : free(free, left)) {
      shares.add(share);
      left = left.minus(direction.signed(share.money()));
    }
    new Problems()
        .require(!left.isNegative(), "items", left.negated() + " more", "at most the money")
        .refuse("The payment cannot be posted");
    return new Plan(shares.stream().filter(share -> !share.all().isZero()).toList(), left);
  }

  private static boolean isFree(NewSettlement.Item item) {
    return item.amount().isEmpty() && item.discount().isEmpty() && item.writeOff().isEmpty();
  }

  private Share share(NewSettlement.Item item, HeldItem held) {
    Money discount = signed(item.discount(), held);
    Money writeOff = signed(item.writeOff(), held);
    Money money =
        item.amount()
            .map(amount -> signed(Optional.of(amount), held))
            .orElseGet(() -> held.open().minus(discount).minus(writeOff));
    return new Share(held.ref(), money, discount, writeOff);
  }

  private static Money signed(Optional<BigDecimal> amount, HeldItem held) {
    Money money = Money.of(amount.orElse(BigDecimal.ZERO), held.open().currency());
    return held.open().isNegative() ? money.negated() : money;
  }

  private List<Share> free(List<HeldItem> items, Money money) {
    Money all = Money.zero(money.currency());
    Money discounts = all;
    for (HeldItem item : items) {
      all = all.plus(direction.signed(item.open()));
      discounts = discounts.plus(direction.signed(kept(item)));
    }
    boolean isEarly = !discounts.isZero() && all.minus(discounts).equals(money);
    Money left = money;
    for (HeldItem item : items) {
      Money open = direction.signed(item.open());
      left = open.isNegative() ? left.minus(open) : left;
    }
    List<Share> shares = new ArrayList<>();
    for (HeldItem item : items) {
      Money none = Money.zero(money.currency());
      Money discount = isEarly ? kept(item) : none;
      Money wanted = item.open().minus(discount);
      Money owed = direction.signed(wanted);
      if (owed.isPositive()) {
        Money reached = owed.compareTo(left) > 0 ? left : owed;
        left = left.minus(reached);
        wanted = direction.signed(reached);
      }
      shares.add(new Share(item.ref(), wanted, discount, none));
    }
    return shares;
  }

  private Money kept(HeldItem item) {
    return item.kept().apply(day).orElse(Money.zero(item.open().currency()));
  }
}
