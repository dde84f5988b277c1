package org.millrace.stock.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Problems;
import org.millrace.stock.Brought;
import org.millrace.stock.CostCharge;
import org.millrace.stock.Stock;
import org.millrace.stock.valuation.Shares;

/** Shares costs among goods that came, and takes that back. */
final class LandCosts {
  private static final String TITLE = "The landed cost cannot be posted";

  private final Documents<LandedCost> costs;
  private final Companies companies;
  private final Stock stock;

  LandCosts(Documents<LandedCost> costs, Companies companies, Stock stock) {
    this.costs = costs;
    this.companies = companies;
    this.stock = stock;
  }

  /** On which receipts, and which of their items if not on all. */
  record Goods(List<String> receipts, List<ItemCode> items, Map<ItemCode, BigDecimal> weights) {
    Goods {
      receipts = List.copyOf(receipts);
      items = List.copyOf(items);
      weights = Map.copyOf(weights);
    }
  }

  /** How much, shared by what, to be paid to whom. */
  record Wanted(
      Goods goods,
      Money amount,
      LandedCost.Basis by,
      Optional<PartyCode> supplier,
      Optional<String> note) {}

  /**
   * Posts the cost.
   *
   * @throws org.millrace.shared.Refused as invalid when a receipt brought none of the goods, or
   *     when there is nothing to share by
   */
  Versioned<LandedCost> post(CompanyCode code, Wanted wanted, Happened happened) {
    Instant occurredAt = happened.occurredAt();
    Company company = companies.named(code);
    List<Brought> goods = goods(code, wanted);
    List<BigDecimal> weights = goods.stream().map(one -> weight(one, wanted)).toList();
    new Problems()
        .require(
            weights.stream().anyMatch(weight -> weight.signum() > 0),
            "by",
            wanted.by(),
            "another basis: all of these goods have none of it")
        .refuse(TITLE);
    List<Money> shares = Shares.among(wanted.amount(), weights);
    List<LandedCost.Line> lines = new ArrayList<>();
    for (Brought one : goods) {
      DocumentRef receipt = one.document();
      lines.add(
          new LandedCost.Line(
              lines.size() + 1,
              receipt.domain() + "/" + receipt.type(),
              receipt.number(),
              one.item(),
              one.quantity(),
              shares.get(lines.size())));
    }
    LandedCost cost =
        new LandedCost(
            nextNumber(company, occurredAt),
            org.millrace.document.reversal.PostedStatus.POSTED,
            occurredAt,
            wanted.by(),
            wanted.amount(),
            company.currency(),
            wanted.supplier(),
            wanted.note(),
            Optional.empty(),
            Optional.empty(),
            lines);
    charge(code, cost, happened.postingDate());
    return costs.make(code, cost, occurredAt, LandedCostPosted::new);
  }

  /** Posts the landed cost that takes this one back, and returns it. */
  Versioned<LandedCost> reverse(Versioned<LandedCost> before, String reason, Happened happened) {
    Instant occurredAt = happened.occurredAt();
    LandedCost cost = before.document();
    new Problems()
        .require(!reason.isBlank(), "reason", reason, "why it is taken back")
        .require(
            !occurredAt.isBefore(cost.landedAt()),
            "occurredAt",
            occurredAt,
            "not before it was posted " + cost.landedAt())
        .refuse(LandedCost.KIND.titled(cost.number()) + " cannot be reversed");
    Company company = companies.named(before.company());
    LandedCost back = cost.reversal(nextNumber(company, occurredAt), occurredAt, reason.strip());
    charge(before.company(), back, happened.postingDate());
    costs.change(before, cost.reversed(back.number()), occurredAt, LandedCostReversed::new);
    return costs.make(before.company(), back, occurredAt, LandedCostPosted::new);
  }

  private LandedCostNumber nextNumber(Company company, Instant occurredAt) {
    return new LandedCostNumber(costs.nextNumber(company.code(), company.dayOf(occurredAt)));
  }

  private List<Brought> goods(CompanyCode company, Wanted wanted) {
    List<Brought> brought = stock.brought(company, wanted.goods().receipts());
    Set<String> known =
        brought.stream().map(one -> one.document().number()).collect(Collectors.toSet());
    Set<ItemCode> items = brought.stream().map(Brought::item).collect(Collectors.toSet());
    Problems problems =
        new Problems()
            .require(
                !wanted.goods().receipts().isEmpty(), "receipts", "none", "at least one receipt")
            .require(!wanted.amount().isZero(), "amount", wanted.amount(), "not 0");
    for (String receipt : wanted.goods().receipts()) {
      problems.require(
          known.contains(receipt), "receipts", receipt, "a receipt that brought goods into stock");
    }
    for (ItemCode item : wanted.goods().items()) {
      problems.require(
          items.contains(item), "items", item, "an item that one of the receipts brought");
    }
    List<Brought> chosen =
        brought.stream()
            .filter(
                one ->
                    wanted.goods().items().isEmpty() || wanted.goods().items().contains(one.item()))
            .toList();
    if (wanted.by() == LandedCost.Basis.WEIGHT) {
      chosen.forEach(
          one ->
              problems.require(
                  wanted.goods().weights().containsKey(one.item()),
                  "weights",
                  one.item(),
                  "what one of it weighs"));
    }
    problems.refuse(TITLE);
    return chosen;
  }

  private static BigDecimal weight(Brought one, Wanted wanted) {
    return switch (wanted.by()) {
      case VALUE -> one.value().amount();
      case QUANTITY -> one.quantity().value();
      case WEIGHT ->
          wanted
              .goods()
              .weights()
              .getOrDefault(one.item(), BigDecimal.ZERO)
              .multiply(one.quantity().value());
    };
  }

  /** One charge for all receipts of an item, so that no goods are counted twice. */
  private void charge(CompanyCode company, LandedCost cost, Optional<LocalDate> postingDate) {
    Map<ItemCode, List<CostCharge.Share>> shares = new LinkedHashMap<>();
    for (LandedCost.Line line : cost.lines()) {
      if (!line.shareAmount().isZero()) {
        String[] kind = line.receiptKind().split("/", 2);
        DocumentRef receipt = new DocumentRef(kind[0], kind[1], line.receipt());
        shares
            .computeIfAbsent(line.item(), item -> new ArrayList<>())
            .add(new CostCharge.Share(receipt, line.shareAmount()));
      }
    }
    List<CostCharge> charges = new ArrayList<>();
    shares.forEach(
        (item, parts) ->
            charges.add(
                new CostCharge(
                    LandedCost.KIND.ref(cost.number()),
                    item,
                    cost.landedAt(),
                    parts,
                    postingDate)));
    stock.charge(company, charges);
  }
}
