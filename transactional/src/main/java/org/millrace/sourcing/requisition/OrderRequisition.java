package org.millrace.sourcing.requisition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Purchasing;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.sourcing.Requisition;
import org.millrace.sourcing.Requisition.Line;
import org.millrace.sourcing.RequisitionChanged;
import org.millrace.sourcing.RequisitionStatus.Act;
import org.millrace.sourcing.request.IssueRequest;

/**
 * Buys what is on a requisition: orders it at once, one order with each supplier, or asks suppliers
 * for offers first. Prices that are not named are those of the purchase price lists, else of the
 * last order of the supplier.
 */
final class OrderRequisition {
  private final Documents<Requisition> requisitions;
  private final Companies companies;
  private final Purchasing purchasing;
  private final IssueRequest issue;

  OrderRequisition(
      Documents<Requisition> requisitions,
      Companies companies,
      Purchasing purchasing,
      IssueRequest issue) {
    this.requisitions = requisitions;
    this.companies = companies;
    this.purchasing = purchasing;
    this.issue = issue;
  }

  /** A line to be ordered, of another supplier than the others or at a price of one unit. */
  record WantedLine(
      int line, Optional<PartyCode> supplier, @Amount Optional<BigDecimal> unitPrice) {}

  /** From whom, where it is not who sold each item last, and which lines; else all. */
  record Wanted(Optional<PartyCode> supplier, List<WantedLine> lines) {}

  /** A line with its supplier. */
  private record Buy(Line line, PartyCode supplier, Optional<BigDecimal> unitPrice) {}

  Versioned<Requisition> order(Versioned<Requisition> before, Wanted wanted, Instant occurredAt) {
    Requisition requisition = before.document();
    requisition.require(Act.ORDER);
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    requisition.requireMadeBy(day);
    Map<PartyCode, List<Buy>> bySupplier = new LinkedHashMap<>();
    buys(before.company(), requisition, wanted)
        .forEach(
            buy -> bySupplier.computeIfAbsent(buy.supplier(), by -> new ArrayList<>()).add(buy));
    Map<Integer, PurchaseOrderNumber> orders = new HashMap<>();
    bySupplier.forEach(
        (supplier, buys) -> {
          NewPurchaseOrder placing = placing(requisition, supplier, buys, day);
          PurchaseOrderNumber placed =
              purchasing.place(before.company(), placing, occurredAt).number();
          buys.forEach(buy -> orders.put(buy.line().line(), placed));
        });
    return requisitions.change(
        before, requisition.ordered(orders, day), occurredAt, RequisitionChanged::new);
  }

  private List<Buy> buys(CompanyCode company, Requisition requisition, Wanted wanted) {
    Map<Integer, Line> open = new LinkedHashMap<>();
    requisition.open().forEach(line -> open.put(line.line(), line));
    List<WantedLine> asked =
        wanted.lines().isEmpty()
            ? open.keySet().stream()
                .map(line -> new WantedLine(line, Optional.empty(), Optional.empty()))
                .toList()
            : wanted.lines();
    Map<ItemCode, Purchasing.Source> sources =
        purchasing.latestSources(company, open.values().stream().map(Line::item).toList());
    Problems problems = new Problems();
    Set<Integer> named = new HashSet<>();
    List<Buy> buys = new ArrayList<>();
    for (WantedLine one : asked) {
      Line line = open.get(one.line());
      problems
          .require(
              line != null,
              "lines.line",
              one.line(),
              "a line of the requisition that is on no order")
          .require(
              named.add(one.line()),
              "lines.line",
              one.line(),
              "each line of the requisition at most once");
      if (line == null) {
        continue;
      }
      Optional<PartyCode> supplier =
          one.supplier()
              .or(wanted::supplier)
              .or(() -> Optional.ofNullable(sources.get(line.item())).map(s -> s.supplier()));
      problems.require(
          supplier.isPresent(),
          "lines." + line.line() + ".supplier",
          "none",
          "a supplier, as nobody has sold item %s before".formatted(line.item()));
      supplier.ifPresent(by -> buys.add(new Buy(line, by, one.unitPrice())));
    }
    problems.refuse(Requisition.KIND.titled(requisition.number()) + " cannot be ordered so");
    return buys;
  }

  private static NewPurchaseOrder placing(
      Requisition requisition, PartyCode supplier, List<Buy> buys, LocalDate day) {
    LocalDate first =
        buys.stream().map(buy -> buy.line().wantedDate()).min(LocalDate::compareTo).orElse(day);
    return new NewPurchaseOrder(
        supplier,
        Optional.of(first.isBefore(day) ? day : first),
        Optional.of(new Demand("requisition", requisition.number().value())),
        buys.stream()
            .map(
                buy ->
                    new NewPurchaseOrder.Line(
                        buy.line().item(),
                        buy.line().quantity(),
                        buy.unitPrice(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList());
  }

  /** Asks suppliers for what is on no order yet. */
  Versioned<Requisition> ask(
      Versioned<Requisition> before, IssueRequest.Call call, Instant occurredAt) {
    Requisition requisition = before.document();
    requisition.require(Act.ASK);
    LocalDate day = companies.dayOf(before.company(), occurredAt);
    Requisition after =
        requisition.asked(
            issue.issueFor(before.company(), requisition, call, occurredAt).document().number(),
            day);
    return requisitions.change(before, after, occurredAt, RequisitionChanged::new);
  }
}
