package org.millrace.sales.quotation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.number.PaperNumbers.Series;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/** Offers registered items to a registered customer. */
final class MakeQuotation {
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final PaperNumbers numbers;
  private final Quotations quotations;
  private final Events events;

  MakeQuotation(
      Companies companies,
      Parties parties,
      Items items,
      PaperNumbers numbers,
      Quotations quotations,
      Events events) {
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.numbers = numbers;
    this.quotations = quotations;
    this.events = events;
  }

  KeptQuotation made(CompanyCode company, NewQuotation asked) {
    Company books = companies.named(company);
    Currency currency = books.currency();
    LocalDate day = books.dayOf(asked.occurredAt());
    asked.requireSound(day);
    Map<PartyCode, Party> customers = parties.named(company, Set.of(asked.customer()));
    Map<ItemCode, Item> goods =
        items.named(
            company, asked.lines().stream().map(NewInvoice.Line::item).collect(Collectors.toSet()));
    refuseUnknown(asked, customers, goods);
    List<Quotation.Line> lines = new ArrayList<>(asked.lines().size());
    for (NewInvoice.Line line : asked.lines()) {
      Item item = goods.get(line.item());
      Money price = Money.of(line.unitPrice(), currency);
      lines.add(
          Quotation.Line.priced(
              lines.size() + 1, item.code(), item.name(), line.quantity(), price));
    }
    Quotation quotation =
        new Quotation(
            new QuotationNumber(numbers.take(company, Series.QUOTATION, 1).get(0)),
            Customer.of(customers.get(asked.customer())),
            day,
            asked.validUntil(),
            currency,
            QuotationStatus.OPEN,
            lines,
            Quotation.netAmount(lines, currency),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    KeptQuotation kept = new KeptQuotation(company, new Version(1), quotation);
    quotations.add(kept);
    events.publish(List.of(new QuotationMade(kept.head(asked.occurredAt()), quotation)));
    return kept;
  }

  private static void refuseUnknown(
      NewQuotation asked, Map<PartyCode, Party> customers, Map<ItemCode, Item> goods) {
    Problems problems = new Problems();
    problems.require(
        customers.containsKey(asked.customer()),
        "customer",
        asked.customer(),
        "a registered party");
    for (int i = 0; i < asked.lines().size(); i++) {
      ItemCode item = asked.lines().get(i).item();
      problems.require(
          goods.containsKey(item), "lines." + (i + 1) + ".item", item, "a registered item");
    }
    problems.refuse("The quotation cannot be made");
  }
}
