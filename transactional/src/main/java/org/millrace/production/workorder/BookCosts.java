package org.millrace.production.workorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumbers;
import org.millrace.party.Companies;
import org.millrace.production.CoProduct;
import org.millrace.production.CostCorrection;
import org.millrace.production.CostPosting;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderCosted;
import org.millrace.production.WorkStatus;
import org.millrace.production.WorkStatus.Act;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.CostCharge;
import org.millrace.stock.Stock;

/** Books labour, overhead and scrap on work orders, and closes them at what they cost. */
final class BookCosts {
  private final Companies companies;
  private final Documents<WorkOrder> orders;
  private final DocumentNumbers numbers;
  private final Stock stock;

  BookCosts(
      Companies companies, Documents<WorkOrder> orders, DocumentNumbers numbers, Stock stock) {
    this.companies = companies;
    this.orders = orders;
    this.numbers = numbers;
    this.stock = stock;
  }

  /** What is added: an amount, or hours at a rate by hour. */
  record Added(
      CostPosting.Kind kind,
      Optional<BigDecimal> amount,
      Optional<BigDecimal> hours,
      Optional<BigDecimal> rate,
      Optional<String> note) {}

  /** How many pieces were spoilt, and whether that is usual. */
  record Spoilt(Quantity quantity, CostPosting.Kind kind, Optional<String> note) {}

  /** The order as it is now, and what was booked. */
  record Booked(Versioned<WorkOrder> order, CostPosting posting) {}

  /** Adds labour or overhead. */
  Booked add(Versioned<WorkOrder> before, Added added, Instant occurredAt) {
    WorkOrder order = before.document();
    order.require(Act.COST);
    new Problems()
        .require(
            added.kind() == CostPosting.Kind.LABOUR || added.kind() == CostPosting.Kind.OVERHEAD,
            "kind",
            added.kind(),
            "labour or overhead")
        .require(
            added.amount().isPresent() != (added.hours().isPresent() && added.rate().isPresent()),
            "amount",
            added.amount().map(BigDecimal::toPlainString).orElse(""),
            "an amount, or hours and their rate")
        .refuse(WorkOrder.KIND.titled(order.number()) + " cannot take on a cost");
    Optional<Money> rate = added.rate().map(each -> Money.of(each, order.currency()));
    Money amount =
        added
            .amount()
            .map(all -> Money.of(all, order.currency()))
            .orElseGet(() -> rate.orElseThrow().times(added.hours().orElseThrow()))
            .rounded();
    new Problems()
        .require(!amount.isZero(), "amount", amount, "not 0")
        .refuse(WorkOrder.KIND.titled(order.number()) + " cannot take on a cost");
    CostPosting posting =
        new CostPosting(
            number(before.company(), occurredAt),
            companies.dayOf(before.company(), occurredAt),
            added.kind(),
            amount,
            added.hours(),
            rate,
            Optional.empty(),
            added.note());
    return posted(before, order, posting, occurredAt);
  }

  /** Counts pieces that were spoilt; what is spoilt beyond the usual is an expense at once. */
  Booked scrap(Versioned<WorkOrder> before, Spoilt spoilt, Instant occurredAt) {
    WorkOrder order = before.document();
    order.require(Act.SCRAP);
    Quantity left =
        order.quantity().minus(order.completedQuantity()).minus(order.actuals().scrapQuantity());
    new Problems()
        .require(
            spoilt.kind() == CostPosting.Kind.SCRAP || spoilt.kind() == CostPosting.Kind.LOSS,
            "kind",
            spoilt.kind(),
            "scrap, or loss where it is beyond the usual")
        .require(spoilt.quantity().isPositive(), "quantity", spoilt.quantity(), "more than 0")
        .require(
            spoilt.quantity().compareTo(left) <= 0,
            "quantity",
            spoilt.quantity(),
            "at most %s that are neither made nor spoilt".formatted(left))
        .refuse(WorkOrder.KIND.titled(order.number()) + " cannot have pieces spoilt");
    boolean isLoss = spoilt.kind() == CostPosting.Kind.LOSS;
    Money lost = isLoss ? order.lossOf(spoilt.quantity()) : Money.zero(order.currency());
    return posted(
        before, order, posting(before, spoilt.kind(), lost, spoilt, occurredAt), occurredAt);
  }

  private CostPosting posting(
      Versioned<WorkOrder> order,
      CostPosting.Kind kind,
      Money amount,
      Spoilt spoilt,
      Instant occurredAt) {
    return new CostPosting(
        number(order.company(), occurredAt),
        companies.dayOf(order.company(), occurredAt),
        kind,
        amount,
        Optional.empty(),
        Optional.empty(),
        Optional.of(spoilt.quantity()),
        spoilt.note());
  }

  /**
   * Closes the order: its goods carry what it cost, those that are there and those that are gone,
   * and nothing of it stays in the shop.
   */
  Booked close(Versioned<WorkOrder> before, Instant occurredAt) {
    WorkOrder order = before.document();
    order.require(Act.CLOSE);
    Settlement settlement = Settlement.of(order);
    charge(before.company(), order, settlement, occurredAt);
    CostPosting posting = plain(before, CostPosting.Kind.CLOSE, settlement.lossCost(), occurredAt);
    Versioned<WorkOrder> now = orders.named(before.company(), order.number());
    return posted(now, settled(now.document(), settlement, posting.date()), posting, occurredAt);
  }

  /** Charges the goods of an order with what it cost more. */
  void charge(CompanyCode company, WorkOrder order, Settlement settlement, Instant occurredAt) {
    List<CostCharge> charges = new ArrayList<>();
    settlement
        .goods()
        .forEach(
            share ->
                charges.add(
                    CostCharge.ofItself(
                        WorkOrder.KIND.ref(order.number()),
                        share.item(),
                        share.amount(),
                        occurredAt)));
    stock.charge(company, charges);
  }

  /** The order whose goods carry what they were charged with. */
  static WorkOrder settled(WorkOrder order, Settlement settlement, LocalDate day) {
    List<CoProduct> outputs = new ArrayList<>();
    for (CoProduct each : order.coProducts()) {
      Money more =
          settlement.goods().stream()
              .filter(share -> share.item().equals(each.item()))
              .map(Settlement.Share::amount)
              .reduce(Money.zero(order.currency()), Money::plus);
      outputs.add(each.costing(more));
    }
    Money none = Money.zero(order.currency());
    return order.corrected(new CostCorrection(day, none, settlement.goodsCost())).yielding(outputs);
  }

  /** A posting of an amount alone. */
  CostPosting plain(
      Versioned<WorkOrder> order, CostPosting.Kind kind, Money amount, Instant occurredAt) {
    return new CostPosting(
        number(order.company(), occurredAt),
        companies.dayOf(order.company(), occurredAt),
        kind,
        amount,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Keeps the order with the posting, and tells it. */
  Booked posted(
      Versioned<WorkOrder> before, WorkOrder order, CostPosting posting, Instant occurredAt) {
    WorkStatus next =
        posting.kind() == CostPosting.Kind.CLOSE ? WorkStatus.COMPLETED : order.status();
    Versioned<WorkOrder> after =
        orders.change(
            before,
            order.posted(posting, next),
            occurredAt,
            (head, told) -> new WorkOrderCosted(head, told, posting));
    return new Booked(after, posting);
  }

  private String number(CompanyCode company, Instant occurredAt) {
    LocalDate day = companies.dayOf(company, occurredAt);
    return numbers.take(company, CostPosting.KIND, day, 1).get(0);
  }
}
