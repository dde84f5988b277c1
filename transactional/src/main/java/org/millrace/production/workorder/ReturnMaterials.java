package org.millrace.production.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.production.CostPosting;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCancelled;
import org.millrace.production.WorkStatus.Act;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.GoodsMoved;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.Stock;

/** Brings materials of work orders back into stock, at the cost at which they left it. */
final class ReturnMaterials {
  private final Companies companies;
  private final Documents<WorkOrder> orders;
  private final DocumentNumbers numbers;
  private final Stock stock;
  private final BookCosts costs;

  ReturnMaterials(
      Companies companies,
      Documents<WorkOrder> orders,
      DocumentNumbers numbers,
      Stock stock,
      BookCosts costs) {
    this.companies = companies;
    this.orders = orders;
    this.numbers = numbers;
    this.stock = stock;
    this.costs = costs;
  }

  /** How much of one material comes back, of which lot where lots are kept. */
  record Line(ItemCode item, Quantity quantity, Optional<LotCode> lot) {}

  /** What comes back to where. */
  record Returned(Optional<LocationCode> location, List<Line> lines) {
    Returned {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Goods that were taken apart: what they were worth, what of it came back, and what is lost, such
   * as the labour in them.
   */
  record Disassembly(
      String number,
      LocalDate date,
      Quantity quantity,
      @Sensitive Money cost,
      @Sensitive Money returnedCost,
      @Sensitive Money lossCost) {
    /** Told by movements of goods, in no table of its own; numbered DA-000001. */
    static final DocumentKind<Disassembly> KIND =
        DocumentKind.of(Disassembly.class, "production", "disassembly")
            .numbered("DA")
            .untabled()
            .build();
  }

  /** Books what comes back. */
  BookCosts.Booked giveBack(Versioned<WorkOrder> before, Returned returned, Instant occurredAt) {
    WorkOrder order = before.document();
    order.require(Act.RETURN);
    Map<ItemCode, Quantity> quantities = quantities(order, returned.lines());
    DocumentRef document = WorkOrder.KIND.ref(order.number());
    LocationCode location = returned.location().orElse(LocationCode.MAIN);
    List<GoodsMove.Line> lines =
        returned.lines().stream()
            .map(line -> back(line.item(), location, line.quantity(), document).of(line.lot()))
            .toList();
    GoodsMove move = new GoodsMove(MoveReason.CONSUMPTION, document, occurredAt, lines);
    Money value = stock.move(before.company(), List.of(move)).get(0).value();
    Map<ItemCode, Quantity> less = new LinkedHashMap<>();
    quantities.forEach((item, quantity) -> less.put(item, quantity.negated()));
    CostPosting posting = costs.plain(before, CostPosting.Kind.RETURN, value.negated(), occurredAt);
    Versioned<WorkOrder> now = orders.named(before.company(), order.number());
    WorkOrder after = now.document().consumed(less, value.negated());
    return costs.posted(now, after, posting, occurredAt);
  }

  private static GoodsMove.Line back(
      ItemCode item, LocationCode location, Quantity quantity, DocumentRef document) {
    return new GoodsMove.Line(item, location, quantity, Optional.empty()).backOf(document);
  }

  private static Map<ItemCode, Quantity> quantities(WorkOrder order, List<Line> lines) {
    Map<ItemCode, Quantity> quantities = new LinkedHashMap<>();
    lines.forEach(line -> quantities.merge(line.item(), line.quantity(), Quantity::plus));
    Problems problems =
        new Problems().require(!lines.isEmpty(), "lines", "none", "at least one material");
    quantities.forEach(
        (item, quantity) -> {
          Quantity taken = consumed(order, item);
          problems
              .require(
                  quantity.isPositive(), "lines." + item + ".quantity", quantity, "more than 0")
              .require(
                  quantity.compareTo(taken) <= 0,
                  "lines." + item + ".quantity",
                  quantity,
                  "at most the %s that the order took".formatted(taken));
        });
    problems.refuse(WorkOrder.KIND.titled(order.number()) + " cannot give materials back");
    return quantities;
  }

  private static Quantity consumed(WorkOrder order, ItemCode item) {
    return order.materials().stream()
        .filter(material -> material.item().equals(item))
        .map(WorkOrder.Material::consumedQuantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Gives up an order that took materials and made nothing: what does not come back is an expense.
   */
  Versioned<WorkOrder> cancel(
      Versioned<WorkOrder> before, Returned returned, String reason, Instant occurredAt) {
    WorkOrder order = before.document();
    boolean isMade =
        order.completedQuantity().isPositive()
            || order.coProducts().stream().anyMatch(each -> each.completedQuantity().isPositive());
    order.require(Act.CLOSE);
    if (isMade) {
      throw Refused.conflict(
          "%s cannot be cancelled: it made goods. Close it instead."
              .formatted(WorkOrder.KIND.titled(order.number())));
    }
    Versioned<WorkOrder> now =
        returned.lines().isEmpty() ? before : giveBack(before, returned, occurredAt).order();
    Money open = now.document().openCost();
    if (!open.isZero()) {
      CostPosting posting = costs.plain(now, CostPosting.Kind.CANCEL, open, occurredAt);
      now = costs.posted(now, now.document(), posting, occurredAt).order();
    }
    return orders.change(
        now,
        now.document().abandoned(),
        occurredAt,
        (head, after) -> new WorkOrderCancelled(head, after, reason));
  }

  /**
   * How many of the goods are taken apart, where, and of which lot where lots are kept.
   *
   * @param materials the lots of which materials come back, where the order took several
   */
  record Apart(
      Quantity quantity,
      LocationCode location,
      Optional<LotCode> lot,
      Map<ItemCode, LotCode> materials) {}

  /**
   * Takes goods apart: they leave the stock, their materials come back at what they cost when the
   * order took them, and what is left of the value is an expense.
   */
  Disassembly takeApart(Versioned<WorkOrder> order, Apart apart, Instant occurredAt) {
    Quantity quantity = apart.quantity();
    LocationCode location = apart.location();
    WorkOrder made = order.document();
    made.require(Act.DISASSEMBLE);
    new Problems()
        .require(quantity.isPositive(), "quantity", quantity, "more than 0")
        .require(
            quantity.compareTo(made.completedQuantity()) <= 0,
            "quantity",
            quantity,
            "at most the %s that the order made".formatted(made.completedQuantity()))
        .refuse(WorkOrder.KIND.titled(made.number()) + " cannot have its goods taken apart");
    CompanyCode company = order.company();
    LocalDate day = companies.dayOf(company, occurredAt);
    String number = numbers.take(company, Disassembly.KIND, day, 1).get(0);
    List<GoodsMove.Line> lines = new ArrayList<>();
    lines.add(
        new GoodsMove.Line(made.item(), location, quantity.negated(), Optional.empty())
            .of(apart.lot()));
    for (WorkOrder.Material material : made.materials()) {
      Quantity part = material.partOf(quantity, made.completedQuantity());
      if (part.isPositive()) {
        lines.add(
            back(material.item(), location, part, WorkOrder.KIND.ref(made.number()))
                .of(Optional.ofNullable(apart.materials().get(material.item()))));
      }
    }
    GoodsMove move =
        new GoodsMove(
            MoveReason.CONSUMPTION,
            new DocumentRef("production", "disassembly", number),
            occurredAt,
            lines);
    GoodsMoved moved = stock.move(company, List.of(move)).get(0);
    Money cost = moved.lines().get(0).value().negated();
    Money loss = moved.value().negated();
    return new Disassembly(number, day, quantity, cost, cost.minus(loss), loss);
  }
}
