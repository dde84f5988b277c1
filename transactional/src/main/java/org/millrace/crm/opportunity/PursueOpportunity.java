package org.millrace.crm.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.crm.Customer;
import org.millrace.crm.Opportunity;
import org.millrace.crm.OpportunityChanged;
import org.millrace.crm.OpportunityClosed;
import org.millrace.crm.OpportunityOpened;
import org.millrace.crm.Stage;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.SalesOrders;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;
import org.millrace.shared.Version;

/** Follows a chance to sell from the first talk to won or lost. */
final class PursueOpportunity {
  private final Opportunities opportunities;
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final SalesOrders orders;
  private final Events events;

  PursueOpportunity(
      Opportunities opportunities,
      Companies companies,
      Parties parties,
      Items items,
      SalesOrders orders,
      Events events) {
    this.opportunities = opportunities;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.orders = orders;
    this.events = events;
  }

  /** What may be bought; a line without a number gets the next one. */
  record WantedLine(
      Optional<Integer> line, ItemCode item, Quantity quantity, BigDecimal unitPrice) {
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

  KeptOpportunity opened(
      CompanyCode company,
      PartyCode customer,
      Opportunity.Outlook outlook,
      List<WantedLine> wanted,
      Instant occurredAt) {
    Currency currency = companies.named(company).currency();
    Party party = parties.named(company, customer);
    new Problems()
        .require(
            party.roles().contains(Role.CUSTOMER),
            "customer",
            customer,
            "a party with the role customer")
        .refuse("The opportunity cannot be opened");
    KeptOpportunity opened =
        new KeptOpportunity(
            company,
            Opportunity.opened(
                opportunities.nextNumber(),
                Customer.of(party),
                outlook,
                currency,
                lines(company, wanted, currency, 0),
                occurredAt),
            new Version(1));
    opportunities.add(opened);
    events.publish(List.of(new OpportunityOpened(opened.head(occurredAt), opened.opportunity())));
    return opened;
  }

  KeptOpportunity changed(
      KeptOpportunity kept,
      Opportunity.Outlook outlook,
      List<WantedLine> wanted,
      Instant occurredAt) {
    Opportunity before = kept.opportunity();
    int used = before.lines().stream().mapToInt(Opportunity.Line::line).max().orElse(0);
    Opportunity after =
        before.changed(outlook, lines(kept.company(), wanted, before.currency(), used));
    return change(kept, after, occurredAt);
  }

  KeptOpportunity moved(
      KeptOpportunity kept, Stage stage, Optional<String> note, Instant occurredAt) {
    return change(kept, kept.opportunity().moved(stage, occurredAt, note), occurredAt);
  }

  private KeptOpportunity change(KeptOpportunity kept, Opportunity after, Instant occurredAt) {
    KeptOpportunity next = kept.next(after);
    opportunities.change(next);
    List<Integer> dropped = after.lacking(kept.opportunity());
    events.publish(List.of(new OpportunityChanged(next.head(occurredAt), after, dropped)));
    return next;
  }

  KeptOpportunity won(KeptOpportunity kept, Optional<OrderNumber> order, Instant occurredAt) {
    Opportunity opportunity = kept.opportunity();
    order.ifPresent(
        number -> {
          PartyCode buyer = orders.named(kept.company(), number).customer().code();
          new Problems()
              .require(
                  buyer.equals(opportunity.customer().code()),
                  "orderNumber",
                  number + " of " + buyer,
                  "an order of " + opportunity.customer().code())
              .refuse("Opportunity " + opportunity.number() + " cannot be closed");
        });
    return close(kept, opportunity.won(order, occurredAt), occurredAt);
  }

  KeptOpportunity lost(KeptOpportunity kept, String reason, Instant occurredAt) {
    return close(kept, kept.opportunity().lost(reason, occurredAt), occurredAt);
  }

  private KeptOpportunity close(KeptOpportunity kept, Opportunity after, Instant occurredAt) {
    KeptOpportunity next = kept.next(after);
    opportunities.change(next);
    events.publish(List.of(new OpportunityClosed(next.head(occurredAt), after)));
    return next;
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
      boolean isUsable = known.containsKey(line.item()) && number >= 1 && numbers.add(number);
      if (isUsable) {
        Item item = known.get(line.item());
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
                "a number of 1 or more, each once");
      }
    }
    problems.refuse("The lines of the opportunity cannot be used");
    return lines;
  }
}
