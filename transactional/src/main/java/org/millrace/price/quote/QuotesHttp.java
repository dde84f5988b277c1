package org.millrace.price.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.PartyCode;
import org.millrace.price.PriceList;
import org.millrace.price.Prices;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what an item costs, and which rule of which list says so. */
@RestController
class QuotesHttp {
  private final Prices prices;
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final BusinessTime time;

  QuotesHttp(Prices prices, Companies companies, Parties parties, Items items, BusinessTime time) {
    this.prices = prices;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.time = time;
  }

  /** A sale of one, today and in the currency of the company, when nothing else is said. */
  record Query(
      Optional<ItemCode> item,
      Optional<PartyCode> party,
      Optional<Quantity> quantity,
      Optional<LocalDate> day,
      Optional<PriceList.Side> side,
      Optional<Currency> currency) {
    Query {
      new Problems()
          .require(item.isPresent(), "item", "", "the code of an item")
          .require(party.isPresent(), "party", "", "the code of a customer or a supplier")
          .refuse("The price cannot be told");
    }
  }

  /** Without a price where no list has one. */
  record Answer(
      ItemCode item,
      String itemName,
      PartyCode party,
      Quantity quantity,
      LocalDate day,
      Currency currency,
      @Amount(in = "currency") Optional<BigDecimal> unitPrice,
      Optional<BigDecimal> discountPercent,
      Optional<Prices.Source> source) {}

  @GetMapping("/api/companies/{company}/price/quotes")
  @RequiresPermission("price.read")
  Answer quote(@PathVariable CompanyCode company, @ParameterObject @ModelAttribute Query query) {
    Company books = companies.named(company);
    Item item = items.named(company, query.item().orElseThrow());
    PartyCode party = query.party().orElseThrow();
    Quantity quantity = query.quantity().orElse(Quantity.of(1));
    LocalDate day = query.day().orElseGet(() -> books.dayOf(time.occurredAt(Optional.empty())));
    Prices.Deal deal =
        new Prices.Deal(
            query.side().orElse(PriceList.Side.SALES),
            parties.named(company, party),
            day,
            query.currency().orElse(books.currency()));
    Optional<Prices.Quote> found =
        prices.of(company, deal, List.of(new Prices.Asked(item.code(), quantity))).get(0);
    return new Answer(
        item.code(),
        item.name(),
        party,
        quantity,
        day,
        deal.currency(),
        found.map(Prices.Quote::unitPrice),
        found.flatMap(Prices.Quote::discountPercent),
        found.map(Prices.Quote::source));
  }
}
