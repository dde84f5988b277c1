package org.millrace.production;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    Optional<Demand> demand,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Actuals actuals,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CoProduct> coProducts) {
  /** Stored in production.work_order with its materials; numbered WO-000001. */
  public static final DocumentKind<WorkOrder> KIND =
      DocumentKind.of(WorkOrder.class, "production", "work-order")
          .numbered("WO")
          .lines("materials", "production.material", "order_number")
          .lines("coProducts", "production.co_product", "order_number")
          .searched("number", "item", "itemName", "status")
          .sorted("-releasedOn")
          .steps(Act.values(), WorkOrder::refusal)
          .build();

  private static final int SHARE_DECIMALS = 12;

  public WorkOrder {
    materials = List.copyOf(materials);
    coProducts = List.copyOf(coProducts);
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

    /** What so many pieces of all that were made took, in the 4 decimals of a quantity. */
    public Quantity partOf(Quantity pieces, Quantity made) {
      return Quantity.of(
          consumedQuantity
              .value()
              .multiply(pieces.value())
              .divide(made.value(), 4, RoundingMode.HALF_UP));
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
      List<Material> materials,
      Outputs outputs) {
    public Request {
      materials = List.copyOf(materials);
    }

    /** Of one product at actual cost. */
    public Request(
        ItemCode item,
        String itemName,
        Quantity quantity,
        LocalDate dueDate,
        Optional<LocalDate> plannedStart,
        List<Material> materials) {
      this(item, itemName, quantity, dueDate, plannedStart, materials, Outputs.NONE);
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

  /** At what goods are received, and what comes beside them. */
  public record Outputs(
      Optional<Money> plannedUnitCost, Optional<Money> salesPrice, List<CoProduct> coProducts) {
    /** One product at actual cost. */
    public static final Outputs NONE = new Outputs(Optional.empty(), Optional.empty(), List.of());

    public Outputs {
      coProducts = List.copyOf(coProducts);
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
        demand,
        Actuals.planned(
            request.outputs().plannedUnitCost(), request.outputs().salesPrice(), currency),
        request.outputs().coProducts());
  }

  /** Why an act is not possible: by the status, or because materials taken forbid it. */
  public Optional<String> refusal(Act act) {
    String title = KIND.titled(number);
    boolean isTooLate = isBegun() && (act == Act.CHANGE || act == Act.CANCEL);
    if (actuals.closedOn().isPresent() && act != Act.DISASSEMBLE) {
      return Optional.of(
          "%s cannot %s: it was closed on %s. Release a new work order."
              .formatted(title, act.words(), actuals.closedOn().get()));
    }
    return isTooLate && status.allows(act)
        ? Optional.of(
            "%s cannot %s: it took materials. Complete it and release a new work order."
                .formatted(title, act.words()))
        : status.refusal(act, title);
  }

  /** Whether anything was booked on it. */
  public boolean isBegun() {
    return materials.stream().anyMatch(m -> !m.consumedQuantity().isZero())
        || !actuals.conversionCost().isZero();
  }

  /** All that was booked on the order. */
  public Money totalCost() {
    return materialCost.plus(actuals.conversionCost());
  }

  /** What is in the shop: booked on the order, and neither in the goods made nor an expense. */
  public Money openCost() {
    return totalCost().minus(completedCost).minus(actuals.lossCost());
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

  /** The order after it was given up, whatever it took. */
  public WorkOrder abandoned() {
    return with(materials, completedQuantity, WorkStatus.CANCELLED, materialCost, completedCost);
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
        materials.stream().map(Material::share).min(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    BigDecimal covered = quantity.value().multiply(share).setScale(4, RoundingMode.HALF_UP);
    return Quantity.of(covered).minus(completedQuantity).minus(actuals.scrapQuantity());
  }

  /**
   * The cost of the next goods: the cost not yet completed x their share of all that can be
   * completed; all of it with the last goods. 600 taken for 6, 4 completed: 400.
   */
  public Money costOf(Quantity made) {
    if (actuals.plannedUnitCost().isPresent()) {
      return actuals.plannedUnitCost().get().times(made).rounded();
    }
    if (!coProducts.isEmpty()) {
      return plannedShare(actuals.salesPrice().orElse(Money.zero(currency)), made);
    }
    Money open = openCost();
    if (completedQuantity.plus(made).equals(quantity)) {
      return open;
    }
    return open.times(made).dividedBy(completableQuantity(), SHARE_DECIMALS).rounded();
  }

  /** What so many pieces that are lost cost: what the next good ones would. */
  public Money lossOf(Quantity spoilt) {
    Quantity enough = completableQuantity();
    if (!enough.isPositive() || !openCost().isPositive()) {
      return Money.zero(currency);
    }
    return openCost().times(spoilt.min(enough)).dividedBy(enough, SHARE_DECIMALS).rounded();
  }

  /** What a co-product is received at: its share of the cost so far, by planned sales value. */
  public Money costOf(CoProduct coProduct, Quantity made) {
    return plannedShare(coProduct.salesPrice(), made);
  }

  private Money plannedShare(Money price, Quantity made) {
    Money all = actuals.salesPrice().orElse(Money.zero(currency)).times(quantity);
    for (CoProduct each : coProducts) {
      all = all.plus(each.salesPrice().times(each.quantity()));
    }
    return all.isZero()
        ? Money.zero(currency)
        : totalCost()
            .times(price.times(made).amount())
            .times(BigDecimal.ONE.divide(all.amount(), SHARE_DECIMALS * 2, RoundingMode.HALF_UP))
            .rounded();
  }

  /** The co-product of that item. */
  public Optional<CoProduct> coProduct(ItemCode code) {
    return coProducts.stream().filter(each -> each.item().equals(code)).findFirst();
  }

  /** The order after so many of a co-product were made at that cost. */
  public WorkOrder completed(CoProduct of, Quantity made, Money cost) {
    List<CoProduct> now =
        coProducts.stream()
            .map(each -> each.item().equals(of.item()) ? each.completed(made, cost) : each)
            .toList();
    boolean isDone = completedQuantity.equals(quantity) && now.stream().allMatch(CoProduct::isDone);
    WorkStatus next = isDone ? WorkStatus.COMPLETED : status;
    return with(materials, completedQuantity, next, materialCost, completedCost.plus(cost))
        .yielding(now);
  }

  /** The order with what was booked beside materials taken and goods made. */
  public WorkOrder posted(CostPosting posting, WorkStatus next) {
    return outputs(next, actuals.with(posting), coProducts);
  }

  /** The order with these co-products. */
  public WorkOrder yielding(List<CoProduct> outputs) {
    return outputs(status, actuals, outputs);
  }

  private WorkOrder outputs(WorkStatus next, Actuals costs, List<CoProduct> outputs) {
    return new WorkOrder(
        number,
        item,
        itemName,
        quantity,
        completedQuantity,
        next,
        releasedOn,
        dueDate,
        plannedStart,
        materials,
        materialCost,
        completedCost,
        currency,
        demand,
        costs,
        outputs);
  }

  /** Refuses what cannot be completed, before goods are moved. */
  public void requireCompletable(Quantity made) {
    require(Act.COMPLETE);
    new Problems()
        .require(made.isPositive(), "quantity", made, "more than 0")
        .require(
            made.compareTo(quantity.minus(completedQuantity).minus(actuals.scrapQuantity())) <= 0,
            "quantity",
            made,
            "at most %s: %s ordered, %s completed before"
                .formatted(
                    quantity.minus(completedQuantity).minus(actuals.scrapQuantity()),
                    quantity,
                    completedQuantity))
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
    boolean isDone = total.equals(quantity) && coProducts.stream().allMatch(CoProduct::isDone);
    WorkStatus next = isDone ? WorkStatus.COMPLETED : WorkStatus.RELEASED;
    return with(materials, total, next, materialCost, completedCost.plus(cost));
  }

  /**
   * What goods made so far cost more when their materials do: their share of all that the materials
   * taken are enough for, and everything when the order is completed. 60 more for 6, 4 completed:
   * 40.
   */
  public Money completedShareOf(Money correction) {
    boolean isOpen = actuals.closedOn().isEmpty();
    if (status == WorkStatus.COMPLETED && !isReceivedAsPlanned()) {
      return openCost().plus(correction);
    }
    if (isOpen && (completedQuantity.isZero() || isReceivedAsPlanned())) {
      return Money.zero(currency);
    }
    Quantity enough = completableQuantity().plus(completedQuantity);
    return correction.times(completedQuantity).dividedBy(enough, SHARE_DECIMALS).rounded();
  }

  /** Whether goods have the actual cost once the order is closed, and not before. */
  private boolean isReceivedAsPlanned() {
    return actuals.closedOn().isEmpty()
        && (actuals.plannedUnitCost().isPresent() || !coProducts.isEmpty());
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
        demand,
        actuals,
        coProducts);
  }

  private String missing() {
    return materials.stream()
        .filter(m -> m.outstandingQuantity().isPositive())
        .map(m -> m.outstandingQuantity() + " " + m.item())
        .reduce((a, b) -> a + ", " + b)
        .orElse("none");
  }
}
