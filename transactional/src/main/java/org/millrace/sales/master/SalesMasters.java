package org.millrace.sales.master;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.document.Documents;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.sales.Customer;
import org.millrace.sales.NewInvoice;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.stock.Location;
import org.millrace.stock.LocationCode;

/** Looks up the master data that documents of sales name, for many documents at once. */
public final class SalesMasters {
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final Documents<Location> locations;

  SalesMasters(Companies companies, Parties parties, Items items, Documents<Location> locations) {
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.locations = locations;
  }

  /** The day of a moment where the company is. */
  public LocalDate dayOf(CompanyCode company, Instant moment) {
    return companies.dayOf(company, moment);
  }

  /** Refuses a location that the company does not have. */
  public void requireLocation(CompanyCode company, Optional<LocationCode> location, String title) {
    location.ifPresent(
        named ->
            new Problems()
                .require(
                    !locations.find(company, List.of(named)).isEmpty(),
                    "location",
                    named,
                    "a location of the company")
                .refuse(title));
  }

  /** What was found of the customers and items named; what is unknown is missing in the maps. */
  public record Found(Company company, Map<PartyCode, Party> customers, Map<ItemCode, Item> items) {
    public Found {
      customers = Map.copyOf(customers);
      items = Map.copyOf(items);
    }

    /**
     * Adds a problem for the customer, who must have that role, and for each line of a document
     * that names an unknown item.
     */
    public void require(PartyCode customer, List<NewInvoice.Line> lines, Problems problems) {
      Party party = customers.get(customer);
      problems.require(
          party != null && party.actsAs(Role.CUSTOMER),
          "customer",
          customer,
          party != null && party.mergedInto().isPresent()
              ? party.mergedInto().get() + ", which it was merged into"
              : "a party with the role customer"
                  + Caller.current()
                      .seenOnly(company.code().value(), Party.KIND.readPermission())
                      .map(", one "::concat)
                      .orElse(""));
      for (int i = 0; i < lines.size(); i++) {
        ItemCode code = lines.get(i).item();
        Item item = items.get(code);
        String field = "lines." + (i + 1) + ".item";
        problems
            .require(item != null, field, code, "a registered item")
            .require(
                item == null || item.kind() != ItemKind.EXPENSE,
                field,
                code,
                "an item that is sold");
      }
    }

    /** The customer of that code as known now. */
    public Customer customer(PartyCode code) {
      return Customer.of(Objects.requireNonNull(customers.get(code)));
    }

    /** At which priority that customer is dispatched; normal where nothing was agreed. */
    public DispatchPriority priority(PartyCode code) {
      return Objects.requireNonNull(customers.get(code))
          .dispatchPriority()
          .orElse(DispatchPriority.NORMAL);
    }
  }

  /** Looks up the customer and the items of one document. */
  public Found find(CompanyCode company, PartyCode customer, List<NewInvoice.Line> lines) {
    return find(company, Set.of(customer), lines);
  }

  /** Refuses lines of items that are not ordered any more, or not yet; some stand there already. */
  public void requireOrderable(
      CompanyCode company, List<NewInvoice.Line> lines, Set<ItemCode> already, String title) {
    items.requireOrderable(
        company, lines.stream().map(NewInvoice.Line::item).toList(), already, title);
  }

  /** Looks up the customers and items of many documents. */
  public Found find(
      CompanyCode company, Collection<PartyCode> customers, Collection<NewInvoice.Line> lines) {
    Company books = companies.named(company);
    Set<ItemCode> wanted = new TreeSet<>();
    lines.forEach(line -> wanted.add(line.item()));
    return new Found(books, parties.named(company, customers), items.named(company, wanted));
  }
}
