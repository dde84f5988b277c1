package org.millrace.production;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.production.WorkStatus.Act;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * An order to make a quantity of an item. Each act returns the order as it is afterwards; costs are
 * actual, in the currency of the company.
 */
public record WorkOrder(
    WorkOrderNumber number,
    ItemCode item,
    String itemName,
    Quantity quantity,
    Quantity completedQuantity,
    WorkStatus status,
    LocalDate releasedOn,
    LocalDate dueDate,
    Optional<LocalDate> plannedStart,
    List<Material> materials,
    @Sensitive Money materialCost,
    @Sensitive Money completedCost,
    Currency currency,
    Optional<Demand> demand) {
  /** Stored in production.work_order with its materials; numbered WO-000001. */
  public static final DocumentKind<WorkOrder> KIND =
      DocumentKind.of(WorkOrder.class, "production", "work-order")
          .numbered("WO")
          .lines("materials", "production.material", "order_number")
          .searched("number", "item", "itemName", "status")
          .sorted("-releasedOn")
          .steps(Act.values(), WorkOrder::refusal)
          .build();

  private static final int SHARE_DECIMALS = 12;

  public WorkOrder {
    materials = List.copyOf(materials);
  }

  /**
   * What the whole order needs of one material, and what it took so far. Scrap quantity is what of
   * it is expected to be spoilt; it is absent where nothing is.
   */
  public record Material(
      ItemCode item,
      String itemName,
      Quantity quantity,
      Quantity consumedQuantity,
      Optional<Quantity> scrapQuantity) {
    public Material {
      scrapQuantity = scrapQuantity.filter(scrap -> !scrap.isZero());
    }

    /** What the good pieces take: of 21 wheels with 1 of them spoilt, 20. */
    public Quantity netQuantity() {
      return quantity.minus(scrapQuantity.orElse(Quantity.ZERO));
    }

    /** What is still to be taken; nothing when more was taken than needed. */
    public Quantity outstandingQuantity() {
      Quantity rest = quantity.minus(consumedQuantity);
      return rest.isNegative() ? Quantity.ZERO : rest;
    }

    private Material consumed(Quantity taken) {
      return new Material(item, itemName, quantity, consumedQuantity.plus(taken), scrapQuantity);
    }

    /** Taken / taken by the good pieces, at most 1: what was spoilt need not have been. */
    private BigDecimal share() {
      return consumedQuantity
          .value()
          .divide(netQuantity().value(), SHARE_DECIMALS, RoundingMode.HALF_UP)
          .min(BigDecimal.ONE);
    }
  }

  /** What is to be made of which materials, from when until when. */
  public record Request(
      ItemCode item,
      String itemName,
      Quantity quantity,
      LocalDate dueDate,
      Optional<LocalDate> plannedStart,
      List<Material> materials) {
    public Request {
      materials = List.copyOf(materials);
    }

    private void requireSound(LocalDate releasedOn, String title) {
      new Problems()
          .require(quantity.isPositive(), "quantity", quantity, "more than 0")
          .require(
              !materials.isEmpty(), "item", item, "an item with a bill of material; add one to it")
          .require(
              !dueDate.isBefore(releasedOn),
              "dueDate",
              dueDate,
              "not before the day of release, " + releasedOn)
          .refuse(title);
    }
  }

  /** An order just released. */
  public static WorkOrder released(
      WorkOrderNumber number,
      LocalDate day,
      Currency currency,
      Request request,
      Optional<Demand> demand) {
    request.requireSound(day, "The work order cannot be released");
    return made(number, day, currency, request, demand);
  }

  private static WorkOrder made(
      WorkOrderNumber number,
      LocalDate day,
      Currency currency,
      Request request,
      Optional<Demand> demand) {
    return new WorkOrder(
        number,
        request.item(),
        request.itemName(),
        request.quantity(),
        Quantity.ZERO,
        WorkStatus.RELEASED,
        day,
        request.dueDate(),
        request.plannedStart(),
        request.materials(),
        Money.zero(currency),
        Money.zero(currency),
        currency,
        demand);
  }

  /** Why an act is not possible: by the status, or because materials taken forbid it. */
  public Optional<String> refusal(Act act) {
    String title = KIND.titled(number);
    boolean isBegun = materials.stream().anyMatch(m -> !m.consumedQuantity().isZero());
    boolean isTooLate = isBegun && (act == Act.CHANGE || act == Act.CANCEL);
    return isTooLate && status.allows(act)
        ? Optional.of(
            "%s cannot %s: it took materials. Complete it and release a new work order."
                .formatted(title, act.words()))
        : status.refusal(act, title);
  }

  /**
   * The order as it was meant.
   *
   * @throws Refused as conflict when it is completed or took materials
   */
  public WorkOrder changed(Request request) {
    require(Act.CHANGE);
    request.requireSound(releasedOn, KIND.titled(number) + " cannot be changed so");
    return made(number, releasedOn, currency, request, demand);
  }

  /**
   * The order after it was given up.
   *
   * @throws Refused as conflict when it is completed or took materials
   */
  public WorkOrder cancelled() {
    require(Act.CANCEL);
    return with(materials, completedQuantity, WorkStatus.CANCELLED, materialCost, completedCost);
  }

  /**
   * Passes when the act is possible.
   *
   * @throws Refused as conflict when it is not
   */
  public void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /**
   * The order after it took these quantities of its materials, worth that much together.
   *
   * @throws Refused when its status does not allow it or an item is no material of it
   */
  public WorkOrder consumed(Map<ItemCode, Quantity> taken, Money cost) {
    List<Material> changed =
        materials.stream()
            .map(m -> m.consumed(taken.getOrDefault(m.item(), Quantity.ZERO)))
            .toList();
    return with(changed, completedQuantity, status, materialCost.plus(cost), completedCost);
  }

  /** Refuses what cannot be consumed, before goods are moved. */
  public void requireConsumable(Map<ItemCode, Quantity> taken) {
    require(Act.CONSUME);
    List<ItemCode> known = materials.stream().map(Material::item).toList();
    Problems problems = new Problems();
    problems.require(!taken.isEmpty(), "lines", "none", "at least one material");
    taken.forEach(
        (material, quantity) ->
            problems
                .require(known.contains(material), "lines.item", material, "one of " + known)
                .require(
                    quantity.isPositive(),
                    "lines." + material + ".quantity",
                    quantity,
                    "more than 0"));
    problems.refuse("Work order " + number + " cannot consume");
  }

  /**
   * What can be completed with the materials taken: quantity x the smallest share of a material,
   * less what was completed. Of 10 to be made with 20 wheels each 2, 12 wheels taken let 6 pass.
   */
  public Quantity completableQuantity() {
    BigDecimal share =
        materials.stream().map(Material::share).min(BigDecimal::compareTo).orElseThrow();
    BigDecimal covered = quantity.value().multiply(share).setScale(4, RoundingMode.HALF_UP);
    return Quantity.of(covered).minus(completedQuantity);
  }

  /**
   * The cost of the next goods: the cost not yet completed x their share of all that can be
   * completed; all of it with the last goods. 600 taken for 6, 4 completed: 400.
   */
  public Money costOf(Quantity made) {
    Money open = materialCost.minus(completedCost);
    if (completedQuantity.plus(made).equals(quantity)) {
      return open;
    }
    return open.times(made).dividedBy(completableQuantity(), SHARE_DECIMALS).rounded();
  }

  /** Refuses what cannot be completed, before goods are moved. */
  public void requireCompletable(Quantity made) {
    require(Act.COMPLETE);
    new Problems()
        .require(made.isPositive(), "quantity", made, "more than 0")
        .require(
            made.compareTo(quantity.minus(completedQuantity)) <= 0,
            "quantity",
            made,
            "at most %s: %s ordered, %s completed before"
                .formatted(quantity.minus(completedQuantity), quantity, completedQuantity))
        .refuse("Work order " + number + " cannot be completed");
    if (made.compareTo(completableQuantity()) > 0) {
      throw Refused.conflict(
          ("Work order %s cannot complete %s of %s: the materials taken are enough for %s."
                  + " Consume materials first: %s.")
              .formatted(number, made, item, completableQuantity(), missing()));
    }
  }

  /** The order after these goods were made at that cost; completed with the last ones. */
  public WorkOrder completed(Quantity made, Money cost) {
    Quantity total = completedQuantity.plus(made);
    WorkStatus next = total.equals(quantity) ? WorkStatus.COMPLETED : WorkStatus.RELEASED;
    return with(materials, total, next, materialCost, completedCost.plus(cost));
  }

  /**
   * What goods made so far cost more when their materials do: their share of all that the materials
   * taken are enough for, and everything when the order is completed. 60 more for 6, 4 completed:
   * 40.
   */
  public Money completedShareOf(Money correction) {
    if (status == WorkStatus.COMPLETED) {
      return materialCost.plus(correction).minus(completedCost);
    }
    if (completedQuantity.isZero()) {
      return Money.zero(currency);
    }
    Quantity enough = completableQuantity().plus(completedQuantity);
    return correction.times(completedQuantity).dividedBy(enough, SHARE_DECIMALS).rounded();
  }

  /** The order after what it took turned out to cost that much more. */
  public WorkOrder corrected(CostCorrection correction) {
    return with(
        materials,
        completedQuantity,
        status,
        materialCost.plus(correction.materialCost()),
        completedCost.plus(correction.completedCost()));
  }

  private WorkOrder with(
      List<Material> used, Quantity made, WorkStatus next, Money taken, Money passedOn) {
    return new WorkOrder(
        number,
        item,
        itemName,
        quantity,
        made,
        next,
        releasedOn,
        dueDate,
        plannedStart,
        used,
        taken,
        passedOn,
        currency,
        demand);
  }

  private String missing() {
    return materials.stream()
        .filter(m -> m.outstandingQuantity().isPositive())
        .map(m -> m.outstandingQuantity() + " " + m.item())
        .reduce((a, b) -> a + ", " + b)
        .orElse("none");
  }
}
