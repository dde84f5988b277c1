package org.millrace.sourcing.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.sourcing.RequestForQuotation;
import org.millrace.sourcing.RequestForQuotation.Line;
import org.millrace.sourcing.RequestForQuotation.Wanted;
import org.millrace.sourcing.RequestIssued;
import org.millrace.sourcing.RequestNumber;
import org.millrace.sourcing.Requisition;
import org.millrace.sourcing.RequisitionNumber;

/** Asks registered suppliers for offers of registered items. */
public final class IssueRequest {
  private static final String TITLE = "The request for quotation cannot be issued so";

  private final Documents<RequestForQuotation> requests;
  private final Companies companies;
  private final Parties parties;
  private final Items items;

  IssueRequest(
      Documents<RequestForQuotation> requests, Companies companies, Parties parties, Items items) {
    this.requests = requests;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
  }

  /** So many of an item, in its own unit, wanted for a day. */
  record WantedLine(ItemCode item, Quantity quantity, LocalDate wantedDate) {}

  /** Whom to ask, and until when. */
  public record Call(LocalDate answerBy, List<PartyCode> suppliers, Optional<String> note) {
    public Call {
      suppliers = List.copyOf(suppliers);
    }
  }

  Versioned<RequestForQuotation> issue(
      CompanyCode company, Call call, List<WantedLine> wanted, Instant occurredAt) {
    Map<ItemCode, Item> known =
        items.named(company, wanted.stream().map(WantedLine::item).distinct().toList());
    Problems problems = new Problems();
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (WantedLine line : wanted) {
      number++;
      Item item = known.get(line.item());
      problems.require(item != null, "lines." + number + ".item", line.item(), "a registered item");
      String name = item == null ? line.item().value() : item.name();
      lines.add(Line.wanted(number, line.item(), name, line.quantity(), line.wantedDate()));
    }
    problems.refuse(TITLE);
    return issue(company, call, lines, Optional.empty(), occurredAt);
  }

  /** Asks for what is on no order of a requisition. */
  public Versioned<RequestForQuotation> issueFor(
      CompanyCode company, Requisition requisition, Call call, Instant occurredAt) {
    List<Line> lines = new ArrayList<>();
    for (Requisition.Line line : requisition.open()) {
      lines.add(
          Line.wanted(
                  lines.size() + 1,
                  line.item(),
                  line.itemName(),
                  line.quantity(),
                  line.wantedDate())
              .of(line.line()));
    }
    return issue(company, call, lines, Optional.of(requisition.number()), occurredAt);
  }

  private Versioned<RequestForQuotation> issue(
      CompanyCode company,
      Call call,
      List<Line> lines,
      Optional<RequisitionNumber> requisition,
      Instant occurredAt) {
    Company books = companies.named(company);
    LocalDate day = books.dayOf(occurredAt);
    items.requireOrderable(company, lines.stream().map(Line::item).toList(), Set.of(), TITLE);
    Wanted wanted =
        new Wanted(
            call.answerBy(),
            lines,
            suppliers(company, call.suppliers(), TITLE),
            requisition,
            call.note());
    RequestForQuotation request =
        RequestForQuotation.issued(
            new RequestNumber(requests.nextNumber(company, day)), day, books.currency(), wanted);
    return requests.make(company, request, occurredAt, RequestIssued::new);
  }

  /**
   * The suppliers of these codes, in their order.
   *
   * @throws org.millrace.shared.Refused naming each that is none
   */
  List<Supplier> suppliers(CompanyCode company, List<PartyCode> codes, String title) {
    Map<PartyCode, Party> known = parties.named(company, codes);
    Problems problems = new Problems();
    List<Supplier> found = new ArrayList<>();
    for (PartyCode code : codes) {
      Party party = known.get(code);
      if (party == null || !party.actsAs(Role.SUPPLIER)) {
        problems.add("suppliers", code, "a party with the role supplier");
      } else {
        found.add(Supplier.of(party));
      }
    }
    problems.refuse(title);
    return found;
  }
}
