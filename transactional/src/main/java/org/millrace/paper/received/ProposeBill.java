package org.millrace.paper.received;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.millrace.paper.EInvoice;
import org.millrace.purchasing.PurchaseOrder;

/**
 * Finds which line of the order each line of an electronic invoice bills: by the line of the order
 * that it names, else by our number of the goods, the seller's, or their name.
 */
final class ProposeBill {
  private ProposeBill() {}

  /** How a line was found. */
  enum By {
    ORDER_LINE,
    ITEM,
    NAME,
    NOTHING
  }

  /** A line of the file, and the line of the order that it seems to bill. */
  record Match(int line, Optional<Integer> orderLine, By by) {}

  static List<Match> matches(EInvoice invoice, PurchaseOrder order) {
    Set<Integer> taken = new HashSet<>();
    List<Match> matches = new ArrayList<>();
    for (EInvoice.Line line : invoice.lines()) {
      Match match = match(line, order, taken);
      match.orderLine().ifPresent(taken::add);
      matches.add(match);
    }
    return matches;
  }

  private static Match match(EInvoice.Line line, PurchaseOrder order, Set<Integer> taken) {
    Predicate<PurchaseOrder.Line> free = one -> !taken.contains(one.line());
    Optional<Integer> named =
        find(order, free, one -> line.orderLine().filter(("" + one.line())::equals).isPresent());
    if (named.isPresent()) {
      return new Match(line.line(), named, By.ORDER_LINE);
    }
    Optional<Integer> item =
        find(order, free, one -> isItem(line.buyerItem(), one))
            .or(() -> find(order, free, one -> isItem(line.sellerItem(), one)));
    if (item.isPresent()) {
      return new Match(line.line(), item, By.ITEM);
    }
    Optional<Integer> name =
        find(order, free, one -> one.itemName().equalsIgnoreCase(line.itemName().strip()));
    return new Match(line.line(), name, name.isPresent() ? By.NAME : By.NOTHING);
  }

  private static boolean isItem(Optional<String> said, PurchaseOrder.Line line) {
    return said.filter(line.item().value()::equalsIgnoreCase).isPresent();
  }

  private static Optional<Integer> find(
      PurchaseOrder order, Predicate<PurchaseOrder.Line> free, Predicate<PurchaseOrder.Line> is) {
    return order.lines().stream().filter(free).filter(is).map(PurchaseOrder.Line::line).findFirst();
  }
}
