package org.millrace.sourcing.requisition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.sourcing.Requisition;
import org.millrace.sourcing.Requisition.Line;
import org.millrace.sourcing.RequisitionChanged;
import org.millrace.sourcing.RequisitionMade;
import org.millrace.sourcing.RequisitionNumber;
import org.millrace.stock.Location;
import org.millrace.stock.LocationCode;

/** Notes what somebody needs, changes it, and gives it up or turns it down. */
final class MakeRequisition {
  private final Documents<Requisition> requisitions;
  private final Companies companies;
  private final Items items;
  private final Documents<Location> locations;

  MakeRequisition(
      Documents<Requisition> requisitions,
      Companies companies,
      Items items,
      Documents<Location> locations) {
    this.requisitions = requisitions;
    this.companies = companies;
    this.items = items;
    this.locations = locations;
  }

  /** So many of an item, in its own unit, wanted for a day. */
  record WantedLine(ItemCode item, Quantity quantity, LocalDate wantedDate) {}

  /** What is needed, by whom and where. */
  record Wanted(
      String requestedBy,
      Optional<LocationCode> location,
      Optional<String> note,
      List<WantedLine> lines) {}

  Versioned<Requisition> make(CompanyCode company, Wanted wanted, Instant occurredAt) {
    String title = "The requisition cannot be made so";
    LocalDate day = companies.dayOf(company, occurredAt);
    Requisition.Need need = need(company, wanted, Set.of(), title);
    Requisition made =
        Requisition.made(new RequisitionNumber(requisitions.nextNumber(company, day)), need, day);
    return requisitions.make(company, made, occurredAt, RequisitionMade::new);
  }

  Versioned<Requisition> change(Versioned<Requisition> before, Wanted wanted, Instant occurredAt) {
    Requisition requisition = before.document();
    String title = Requisition.KIND.titled(requisition.number()) + " cannot be changed so";
    Set<ItemCode> already = new HashSet<>();
    requisition.lines().forEach(line -> already.add(line.item()));
    Requisition.Need need = need(before.company(), wanted, already, title);
    return requisitions.change(
        before, requisition.changed(need), occurredAt, RequisitionChanged::new);
  }

  Versioned<Requisition> reject(Versioned<Requisition> before, String reason, Instant occurredAt) {
    Requisition after =
        before.document().rejected(reason, companies.dayOf(before.company(), occurredAt));
    return requisitions.change(before, after, occurredAt, RequisitionChanged::new);
  }

  Versioned<Requisition> cancel(Versioned<Requisition> before, String reason, Instant occurredAt) {
    Requisition after =
        before.document().cancelled(reason, companies.dayOf(before.company(), occurredAt));
    return requisitions.change(before, after, occurredAt, RequisitionChanged::new);
  }

  private Requisition.Need need(
      CompanyCode company, Wanted wanted, Set<ItemCode> already, String title) {
    List<ItemCode> codes = wanted.lines().stream().map(WantedLine::item).toList();
    Map<ItemCode, Item> known = items.named(company, codes);
    Problems problems = new Problems();
    wanted
        .location()
        .ifPresent(
            code ->
                problems.require(
                    !locations.find(company, List.of(code)).isEmpty(),
                    "location",
                    code,
                    "a location of the company"));
    List<Line> lines = new ArrayList<>();
    for (WantedLine line : wanted.lines()) {
      int number = lines.size() + 1;
      Item item = known.get(line.item());
      problems.require(item != null, "lines." + number + ".item", line.item(), "a registered item");
      lines.add(
          new Line(
              number,
              line.item(),
              item == null ? line.item().value() : item.name(),
              line.quantity(),
              line.wantedDate(),
              Optional.empty()));
    }
    problems.refuse(title);
    items.requireOrderable(company, codes, already, title);
    return new Requisition.Need(wanted.requestedBy(), wanted.location(), wanted.note(), lines);
  }
}
