package org.millrace.sales.quotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.millrace.currency.DocumentCurrency;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.item.Item;
import org.millrace.party.PartyCode;
import org.millrace.price.DocumentDiscount;
import org.millrace.sales.NewInvoice;
import org.millrace.sales.QuotationNumber;
import org.millrace.sales.master.AgreedCurrency;
import org.millrace.sales.master.AskedLine;
import org.millrace.sales.master.FillLines;
import org.millrace.sales.master.LessDiscount;
import org.millrace.sales.master.SalesMasters;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.UnitPrice;

/** Offers registered items to a registered customer, and something else while it is open. */
final class MakeQuotation {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Documents<Quotation> quotations;
  private final SalesMasters masters;
  private final FillLines fill;
  private final AgreedCurrency currencies;

  MakeQuotation(
      Documents<Quotation> quotations,
      SalesMasters masters,
      FillLines fill,
      AgreedCurrency currencies) {
    this.currencies = currencies;
    this.quotations = quotations;
    this.masters = masters;
    this.fill = fill;
  }

  /** What is offered to whom, at net prices of one unit, and until when. */
  private record Wanted(
      PartyCode customer,
      LocalDate validUntil,
      List<NewInvoice.Line> lines,
      DocumentCurrency money,
      Optional<BigDecimal> documentDiscount) {}

  /** The same, where a line without a price has that of the price lists. */
  record Asked(
      PartyCode customer,
      LocalDate validUntil,
      List<AskedLine> lines,
      AgreedCurrency.Asked money,
      Optional<BigDecimal> documentDiscountPercent) {}

  Versioned<Quotation> make(CompanyCode company, Asked asked, Instant occurredAt) {
    String title = "The quotation cannot be made so";
    DocumentCurrency money =
        currencies.of(
            company, asked.customer(), asked.money(), masters.dayOf(company, occurredAt), title);
    return make(company, filled(company, asked, money, occurredAt, title), occurredAt);
  }

  Versioned<Quotation> change(Versioned<Quotation> before, Asked asked, Instant occurredAt) {
    String title = Quotation.KIND.titled(before.document().number()) + " cannot be changed so";
    Quotation quotation = before.document();
    DocumentCurrency money =
        currencies.of(
            before.company(), quotation.money(), asked.money(), quotation.quotationDate(), title);
    return change(before, filled(before.company(), asked, money, occurredAt, title), occurredAt);
  }

  /** The version that replaces one, of what is asked for now; the other names it. */
  Versioned<Quotation> revise(Versioned<Quotation> before, Asked asked, Instant occurredAt) {
    String title = Quotation.KIND.titled(before.document().number()) + " cannot be revised so";
    CompanyCode company = before.company();
    Quotation old = before.document();
    LocalDate day = masters.dayOf(company, occurredAt);
    DocumentCurrency money = currencies.of(company, old.money(), asked.money(), day, title);
    Wanted wanted = filled(company, asked, money, occurredAt, title);
    SalesMasters.Found found = find(company, wanted, title);
    masters.requireOrderable(company, wanted.lines(), Set.of(), title);
    QuotationNumber number = new QuotationNumber(quotations.nextNumber(company, day));
    Quotation next = old.revised(number, offer(wanted, found), day);
    Quotation replaced = old.replacedBy(number, day);
    Versioned<Quotation> made = quotations.make(company, next, occurredAt, QuotationMade::new);
    quotations.change(before, replaced, occurredAt, QuotationChanged::new);
    return made;
  }

  /** The quotation once it went to the customer. */
  Versioned<Quotation> send(Versioned<Quotation> before, Instant occurredAt) {
    LocalDate day = masters.dayOf(before.company(), occurredAt);
    return quotations.change(
        before, before.document().sent(day), occurredAt, QuotationChanged::new);
  }

  private Wanted filled(
      CompanyCode company, Asked asked, DocumentCurrency money, Instant occurredAt, String title) {
    FillLines.By by =
        new FillLines.By(company, asked.customer(), occurredAt, Optional.of(money.paper()));
    return new Wanted(
        asked.customer(),
        asked.validUntil(),
        fill.filled(by, asked.lines(), title),
        money,
        DocumentDiscount.asked(asked.documentDiscountPercent(), title));
  }

  private Versioned<Quotation> make(CompanyCode company, Wanted wanted, Instant occurredAt) {
    String title = "The quotation cannot be made so";
    SalesMasters.Found found = find(company, wanted, title);
    masters.requireOrderable(company, wanted.lines(), Set.of(), title);
    LocalDate day = found.company().dayOf(occurredAt);
    QuotationNumber number = new QuotationNumber(quotations.nextNumber(company, day));
    Quotation made = Quotation.made(number, offer(wanted, found), day);
    return quotations.make(company, made, occurredAt, QuotationMade::new);
  }

  private Versioned<Quotation> change(
      Versioned<Quotation> before, Wanted wanted, Instant occurredAt) {
    String title = Quotation.KIND.titled(before.document().number()) + " cannot be changed so";
    SalesMasters.Found found = find(before.company(), wanted, title);
    Quotation after = before.document().changed(offer(wanted, found));
    return quotations.change(before, after, occurredAt, QuotationChanged::new);
  }

  private SalesMasters.Found find(CompanyCode company, Wanted wanted, String title) {
    SalesMasters.Found found = masters.find(company, wanted.customer(), wanted.lines());
    Problems problems = new Problems();
    found.require(wanted.customer(), wanted.lines(), problems);
    problems.refuse(title);
    return found;
  }

  private static Quotation.Offer offer(Wanted wanted, SalesMasters.Found found) {
    List<Quotation.Line> priced = new ArrayList<>(wanted.lines().size());
    for (NewInvoice.Line line : wanted.lines()) {
      Item item = Objects.requireNonNull(found.items().get(line.item()));
      Money price = Money.of(offered(line), found.company().currency());
      priced.add(Quotation.Line.priced(priced.size() + 1, item.name(), line, price));
    }
    DocumentCurrency money = wanted.money();
    LessDiscount less =
        new LessDiscount(
            wanted.documentDiscount(),
            priced.stream().map(line -> line.amount(money)).toList(),
            money);
    List<Money> nets = less.nets();
    List<Quotation.Line> lines =
        priced.stream().map(line -> line.in(money, nets.get(line.line() - 1))).toList();
    return new Quotation.Offer(
        found.customer(wanted.customer()), wanted.validUntil(), lines, money, less.told());
  }

  /** The price less the discount in percent, half up to the decimals of a price. */
  private static BigDecimal offered(NewInvoice.Line line) {
    return line.discountPercent()
        .map(HUNDRED::subtract)
        .map(kept -> line.unitPrice().multiply(kept).movePointLeft(2))
        .map(price -> price.setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP))
        .orElse(line.unitPrice());
  }
}
