package org.millrace.sales.invoice;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.delivery.IssuedGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/**
 * Lets the goods of direct sales leave and those of credit notes come back. A direct sale is billed
 * when the customer has taken the goods, so it takes what is reserved for orders, too.
 */
final class MoveGoods {
  private final Stock stock;
  private final IssuedGoods issued;

  MoveGoods(Stock stock, IssuedGoods issued) {
    this.stock = stock;
    this.issued = issued;
  }

  /**
   * The cost of every line of every document, positive for goods that left; services cost nothing.
   */
  List<List<Money>> move(
      CompanyCode company,
      List<NewInvoice> documents,
      List<InvoiceNumber> numbers,
      Map<ItemCode, Item> goods,
      Currency currency) {
    List<GoodsMove> moves = new ArrayList<>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      move(company, documents.get(i), numbers.get(i), goods).ifPresent(moves::add);
    }
    var moved = stock.move(company, moves).iterator();
    List<List<Money>> costs = new ArrayList<>(documents.size());
    for (NewInvoice asked : documents) {
      boolean hasGoods =
          asked.lines().stream()
              .anyMatch(l -> Objects.requireNonNull(goods.get(l.item())).isStocked());
      var lines =
          hasGoods ? moved.next().lines().iterator() : List.<GoodsMoved.Line>of().iterator();
      costs.add(
          asked.lines().stream()
              .map(
                  line ->
                      Objects.requireNonNull(goods.get(line.item())).isStocked()
                          ? lines.next().value().negated()
                          : Money.zero(currency))
              .toList());
    }
    return costs;
  }

  private Optional<GoodsMove> move(
      CompanyCode company, NewInvoice asked, InvoiceNumber number, Map<ItemCode, Item> goods) {
    List<GoodsMove.Line> lines =
        asked.lines().stream()
            .filter(line -> Objects.requireNonNull(goods.get(line.item())).isStocked())
            .map(line -> goods(company, asked, line))
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    boolean sale = asked.kind() == Invoice.Kind.INVOICE;
    return Optional.of(
        new GoodsMove(
                sale ? MoveReason.ISSUE : MoveReason.RETURN,
                new DocumentRef("sales", sale ? "invoice" : "credit-note", number.value()),
                asked.occurredAt(),
                lines)
            .takingOthersGoods());
  }

  /** What comes back of an invoice costs what it did when it left. */
  private GoodsMove.Line goods(CompanyCode company, NewInvoice asked, NewInvoice.Line line) {
    GoodsMove.Line moved =
        new GoodsMove.Line(
                line.item(), asked.location(), line.quantity().negated(), Optional.empty())
            .of(line.lot());
    return asked
        .credits()
        .filter(credited -> moved.quantity().isPositive())
        .map(credited -> moved.backOf(issued.of(company, credited, line.item())))
        .orElse(moved);
  }
}
