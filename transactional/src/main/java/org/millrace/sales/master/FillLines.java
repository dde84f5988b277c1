package org.millrace.sales.master;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millrace.dimension.Dimensions;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemUnit;
import org.millrace.item.Items;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.price.PriceList;
import org.millrace.price.Prices;
import org.millrace.sales.NewInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.determination.TaxDetermination;

/**
 * Makes lines of sales documents of what was asked: quantities and prices in the item's own unit,
 * the price of the price lists and the tax code of the tax rules where none was asked for.
 */
public final class FillLines {
  private final Companies companies;
  private final Parties parties;
  private final Items items;
  private final Prices prices;
  private final TaxDetermination taxes;
  private final Dimensions dimensions;

  FillLines(
      Companies companies,
      Parties parties,
      Items items,
      Prices prices,
      TaxDetermination taxes,
      Dimensions dimensions) {
    this.dimensions = dimensions;
    this.companies = companies;
    this.parties = parties;
    this.items = items;
    this.prices = prices;
    this.taxes = taxes;
  }

  /**
   * Who asks for the lines, and when.
   *
   * @param currency of the prices, that of the company when none is named
   */
  public record By(
      CompanyCode company, PartyCode customer, Instant occurredAt, Optional<Currency> currency) {
    /** In the currency of the company. */
    public By(CompanyCode company, PartyCode customer, Instant occurredAt) {
      this(company, customer, occurredAt, Optional.empty());
    }
  }

  /** A line with its quantity in the item's own unit. */
  private record Own(AskedLine asked, Optional<ItemUnit> unit, Quantity quantity) {}

  /**
   * The lines in their order. Unknown items and customers are left to whoever makes the document.
   *
   * @throws org.millrace.shared.Refused naming the field of each line that cannot be filled
   */
  public List<NewInvoice.Line> filled(By by, List<AskedLine> asked, String title) {
    Map<ItemCode, Item> known =
        items.named(by.company(), asked.stream().map(AskedLine::item).toList());
    Problems problems = new Problems();
    List<Own> own = new ArrayList<>(asked.size());
    for (AskedLine line : asked) {
      own.add(own(line, "lines." + (own.size() + 1), known.get(line.item()), problems));
    }
    requireDimensions(by, asked, problems);
    Iterator<Optional<Prices.Quote>> quotes = quotes(by, own).iterator();
    Currency currency = by.currency().orElseGet(() -> companies.named(by.company()).currency());
    List<NewInvoice.Line> lines = new ArrayList<>(asked.size());
    for (Own line : own) {
      String place = "lines." + (lines.size() + 1);
      lines.add(
          line.asked().unitPrice().isPresent()
              ? priced(line, place, currency, problems)
              : quoted(line, place, quotes.next(), problems));
    }
    problems.refuse(title);
    return taxed(by, lines);
  }

  private void requireDimensions(By by, List<AskedLine> lines, Problems problems) {
    if (lines.stream().allMatch(line -> line.dimensions().isEmpty())) {
      return;
    }
    LocalDate day = companies.dayOf(by.company(), by.occurredAt());
    List<Dimensions.Named> named = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String field = "lines." + (i + 1) + ".dimensions";
      lines
          .get(i)
          .dimensions()
          .ifPresent(values -> named.add(new Dimensions.Named(field, values, day)));
    }
    dimensions.requireKnown(by.company(), named, problems);
  }

  /** With the tax codes of the rules where none is named. */
  private List<NewInvoice.Line> taxed(By by, List<NewInvoice.Line> lines) {
    List<ItemCode> untaxed =
        lines.stream().filter(line -> line.taxCode().isEmpty()).map(NewInvoice.Line::item).toList();
    if (untaxed.isEmpty()) {
      return lines;
    }
    LocalDate day = companies.dayOf(by.company(), by.occurredAt());
    TaxDetermination.Deal deal =
        new TaxDetermination.Deal(TaxEntry.Side.OUTPUT, by.customer(), day);
    Iterator<Optional<TaxDetermination.Determined>> found =
        taxes.of(by.company(), deal, untaxed).iterator();
    List<NewInvoice.Line> taxed = new ArrayList<>(lines.size());
    for (NewInvoice.Line line : lines) {
      taxed.add(
          line.taxCode().isPresent()
              ? line
              : found.next().map(each -> line.taxed(each.taxCode(), each.rule())).orElse(line));
    }
    return taxed;
  }

  private static Own own(AskedLine line, String place, @Nullable Item item, Problems problems) {
    if (item == null || line.unit().isEmpty()) {
      return new Own(line, Optional.empty(), line.quantity());
    }
    Optional<ItemUnit> unit = line.unit().flatMap(item::unit);
    Optional<Quantity> exact = unit.flatMap(known -> known.inOwn(line.quantity()));
    problems
        .require(unit.isPresent(), place + ".unit", line.unit().get(), "one of the item's units")
        .require(
            unit.isEmpty() || exact.isPresent(),
            place + ".quantity",
            line.quantity(),
            "a quantity that 4 decimals of " + item.unit() + " hold exactly");
    return new Own(line, exact.flatMap(held -> unit), exact.orElse(line.quantity()));
  }

  /** The prices of the lines that were asked for without one. */
  private List<Optional<Prices.Quote>> quotes(By by, List<Own> lines) {
    List<Prices.Asked> open =
        lines.stream()
            .filter(line -> line.asked().unitPrice().isEmpty())
            .map(line -> new Prices.Asked(line.asked().item(), line.quantity()))
            .toList();
    Party customer =
        open.isEmpty()
            ? null
            : parties.named(by.company(), List.of(by.customer())).get(by.customer());
    if (customer == null) {
      return IntStream.range(0, open.size()).mapToObj(i -> Optional.<Prices.Quote>empty()).toList();
    }
    Company company = companies.named(by.company());
    Prices.Deal deal =
        new Prices.Deal(
            PriceList.Side.SALES,
            customer,
            company.dayOf(by.occurredAt()),
            by.currency().orElse(company.currency()));
    return prices.of(by.company(), deal, open);
  }

  private static NewInvoice.Line priced(
      Own line, String place, Currency currency, Problems problems) {
    AskedLine asked = line.asked();
    BigDecimal price = asked.unitPrice().orElseThrow();
    BigDecimal own = line.unit().map(unit -> unit.priceOfOwn(price)).orElse(price);
    Money all = Money.of(price, currency).times(asked.quantity()).rounded();
    problems.require(
        line.unit().isEmpty()
            || Money.of(own, currency).times(line.quantity()).rounded().equals(all),
        place + ".unitPrice",
        price,
        "a price that comes to the same in the item's own unit");
    return filled(line, own, asked.discountPercent(), Optional.empty());
  }

  private static NewInvoice.Line quoted(
      Own line, String place, Optional<Prices.Quote> quote, Problems problems) {
    problems.require(
        quote.isPresent(),
        place + ".unitPrice",
        "",
        "a price: no price list has one for this customer, quantity and day");
    Optional<BigDecimal> discount =
        line.asked().discountPercent().or(() -> quote.flatMap(Prices.Quote::discountPercent));
    BigDecimal price = quote.map(Prices.Quote::unitPrice).orElse(BigDecimal.ZERO);
    return filled(line, price, discount, quote.map(Prices.Quote::source));
  }

  private static NewInvoice.Line filled(
      Own line, BigDecimal price, Optional<BigDecimal> discount, Optional<Prices.Source> source) {
    AskedLine asked = line.asked();
    NewInvoice.Origin origin =
        new NewInvoice.Origin(
            source.map(Prices.Source::list),
            source.map(Prices.Source::version),
            source.map(Prices.Source::rule),
            line.unit().map(ItemUnit::unit),
            line.unit().map(unit -> asked.quantity()),
            Optional.empty(),
            Optional.empty());
    return new NewInvoice.Line(
            asked.item(), line.quantity(), price, asked.taxCode(), discount, origin)
        .with(asked.dimensions());
  }
}
