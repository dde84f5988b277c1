package org.millrace.crm.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.millrace.crm.Customer;
import org.millrace.crm.Opportunity;
import org.millrace.crm.OpportunityChanged;
import org.millrace.crm.OpportunityClosed;
import org.millrace.crm.OpportunityNumber;
import org.millrace.crm.OpportunityOpened;
import org.millrace.crm.Stage;
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
import org.millrace.sales.OrderNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.SalesOrders;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/** Follows a chance to sell from the first talk to won or lost. */
final class PursueOpportunity {
  private final Documents<Opportunity> opportunities;
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final SalesOrders orders;

  PursueOpportunity(
      Documents<Opportunity> opportunities,
      Companies companies,
      Parties parties,
      Items items,
      SalesOrders orders) {
    this.opportunities = opportunities;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.orders = orders;
  }

  /** What may be bought; a line without a number gets the next one. */
  record WantedLine(
      Optional<Integer> line, ItemCode item, Quantity quantity, @Amount BigDecimal unitPrice) {
    WantedLine {
      UnitPrice.require(new Problems(), "unitPrice", unitPrice)
          .require(
              unitPrice.multiply(quantity.value()).compareTo(Money.MOST) <= 0,
              "quantity",
              quantity,
              "at most " + Money.MOST + " when multiplied by the price")
          .refuse("Item " + item + " cannot be offered");
    }
  }

  Versioned<Opportunity> open(
      CompanyCode company,
      PartyCode customer,
      Opportunity.Outlook outlook,
      List<WantedLine> wanted,
      Instant occurredAt) {
    Company books = companies.named(company);
    Party party = parties.named(company, customer);
    new Problems()
        .require(
            party.roles().contains(Role.CUSTOMER),
            "customer",
            customer,
            "a party with the role customer")
        .refuse("The opportunity cannot be opened");
    List<Opportunity.Line> lines = lines(company, wanted, books.currency(), 0);
    Opportunity opportunity =
        Opportunity.opened(
            new OpportunityNumber(opportunities.nextNumber(company, books.dayOf(occurredAt))),
            Customer.of(party),
            outlook,
            books.currency(),
            lines,
            occurredAt);
    return opportunities.make(company, opportunity, occurredAt, OpportunityOpened::new);
  }

  Versioned<Opportunity> change(
      Versioned<Opportunity> before,
      Opportunity.Outlook outlook,
      List<WantedLine> wanted,
      Instant occurredAt) {
    Opportunity opportunity = before.document();
    int used = opportunity.lines().stream().mapToInt(Opportunity.Line::line).max().orElse(0);
    return change(
        before,
        opportunity.changed(outlook, lines(before.company(), wanted, opportunity.currency(), used)),
        occurredAt);
  }

  Versioned<Opportunity> move(
      Versioned<Opportunity> before, Stage stage, Optional<String> note, Instant occurredAt) {
    return change(before, before.document().moved(stage, occurredAt, note), occurredAt);
  }

  private Versioned<Opportunity> change(
      Versioned<Opportunity> before, Opportunity after, Instant occurredAt) {
    List<Integer> dropped = after.lacking(before.document());
    return opportunities.change(
        before, after, occurredAt, (head, now) -> new OpportunityChanged(head, now, dropped));
  }

  Versioned<Opportunity> win(
      Versioned<Opportunity> before, Optional<OrderNumber> order, Instant occurredAt) {
    Opportunity opportunity = before.document();
    order.ifPresent(
        number -> {
          PartyCode buyer = orders.named(before.company(), number).customer().code();
          new Problems()
              .require(
                  buyer.equals(opportunity.customer().code()),
                  "orderNumber",
                  number + " of " + buyer,
                  "an order of " + opportunity.customer().code())
              .refuse("Opportunity " + opportunity.number() + " cannot be closed");
        });
    return opportunities.change(
        before, opportunity.won(order, occurredAt), occurredAt, OpportunityClosed::new);
  }

  Versioned<Opportunity> lose(Versioned<Opportunity> before, String reason, Instant occurredAt) {
    return opportunities.change(
        before, before.document().lost(reason, occurredAt), occurredAt, OpportunityClosed::new);
  }

  private List<Opportunity.Line> lines(
      CompanyCode company, List<WantedLine> wanted, Currency currency, int used) {
    Map<ItemCode, Item> known =
        items.named(company, wanted.stream().map(WantedLine::item).distinct().toList());
    Problems problems = new Problems();
    Set<Integer> numbers = new HashSet<>();
    List<Opportunity.Line> lines = new ArrayList<>();
    int next = used;
    for (WantedLine line : wanted) {
      int number = line.line().isPresent() ? line.line().get() : ++next;
      boolean isUsable =
          known.containsKey(line.item())
              && number >= 1
              && number <= SalesOrder.LAST_LINE
              && numbers.add(number);
      if (isUsable) {
        Item item = Objects.requireNonNull(known.get(line.item()));
        lines.add(
            new Opportunity.Line(
                number,
                item.code(),
                item.name(),
                line.quantity(),
                Money.of(line.unitPrice(), currency)));
      } else {
        problems
            .require(
                known.containsKey(line.item()),
                "lines." + number + ".item",
                line.item(),
                "a registered item")
            .require(
                !known.containsKey(line.item()),
                "lines.line",
                number,
                "a number from 1 to %d, each once".formatted(SalesOrder.LAST_LINE));
      }
    }
    problems.refuse("The lines of the opportunity cannot be used");
    return lines;
  }
}
