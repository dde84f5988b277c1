package org.millrace.demo.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Catalogue;
import org.millrace.demo.market.Shop;

/**
 * The business from its first day on, day after day. What happens until a day depends on the seed
 * and the first day alone, not on how far it is asked for.
 */
public final class BusinessYear {
  /** The code of the company. */
  public static final String COMPANY = Acts.COMPANY;

  /** The text of the first entry in its books. */
  public static final String FOUNDING_TEXT = Bookkeeper.CAPITAL_TEXT;

  /** How the company was founded: what it did not have then, it does not do later. */
  public enum Founding {
    /** Before Millrace knew taxes and fixed assets: neither is on its documents. */
    WITHOUT_TAXES,
    /** Value added tax on each document, equipment as fixed assets. */
    WITH_TAXES,
    /**
     * Besides: suppliers with currencies of their own, terms, a bank account, a second warehouse,
     * approvals and a budget.
     */
    WITH_CURRENCIES;

    boolean hasTaxes() {
      return this != WITHOUT_TAXES;
    }

    boolean hasCurrencies() {
      return this == WITH_CURRENCIES;
    }
  }

  private final LocalDate first;
  private final List<Shop> shops;
  private final Agenda agenda = new Agenda();
  private final Founding founding;
  private final Vat vat;
  private final Currencies currencies;
  private final BankDesk bank;
  private final Buyer buyer;
  private final Workshop workshop;
  private final SalesDesk sales;
  private final ServiceDesk service;
  private final Bookkeeper books;
  private final AccountDesk accounts;

  /** A company that was founded with all that Millrace knows. */
  public BusinessYear(long seed, LocalDate first) {
    this(seed, first, Founding.WITH_CURRENCIES);
  }

  public BusinessYear(long seed, LocalDate first, Founding founding) {
    this.founding = founding;
    vat = new Vat(founding);
    currencies = new Currencies(founding);
    bank = new BankDesk(founding, agenda);
    this.first = Agenda.working(first);
    shops = Shop.all(new Random(seed), this.first);
    Stockroom stock = new Stockroom();
    Outlook outlook = new Outlook(this.first, shops);
    buyer = new Buyer(new Random(seed + 1), agenda, stock, outlook, vat, currencies);
    workshop = new Workshop(new Random(seed + 2), agenda, stock, outlook);
    sales =
        new SalesDesk(
            new Random(seed + 3),
            agenda,
            stock,
            new SalesDesk.Money(founding, vat, bank),
            shops,
            this.first);
    service = new ServiceDesk(new Random(seed + 4), agenda, stock, shops);
    books = new Bookkeeper(new Random(seed + 5), this.first, vat);
    accounts = new AccountDesk(new Random(seed + 6), agenda, shops);
  }

  Vat vat() {
    return vat;
  }

  List<Shop> shops() {
    return shops;
  }

  /** All working days from the first one to the day before the end; to be asked once. */
  public List<Day> daysUntil(LocalDate end) {
    List<Day> days = new ArrayList<>();
    for (LocalDate date = first; date.isBefore(end); date = date.plusDays(1)) {
      if (Agenda.isWorking(date)) {
        Day day = new Day(date);
        if (date.equals(first)) {
          open(day);
        }
        work(day);
        days.add(day);
      }
    }
    return days;
  }

  private void open(Day day) {
    day.add(Phase.FOUNDING, Acts.company());
    vat.open(day);
    currencies.open(day);
    bank.open(day);
    if (founding.hasCurrencies()) {
      new Controller().open(day);
      sales.open(day);
    }
    Catalogue.SUPPLIERS.forEach(
        s -> day.add(Phase.PARTIES_AND_COMPONENTS, Acts.supplier(s, founding)));
    shops.forEach(s -> day.add(Phase.PARTIES_AND_COMPONENTS, Acts.customer(s, founding)));
    day.add(Phase.PARTIES_AND_COMPONENTS, Acts.walkIn(Shop.HOME_COUNTRY));
    Catalogue.COMPONENTS.forEach(c -> day.add(Phase.PARTIES_AND_COMPONENTS, Acts.component(c)));
    Catalogue.ASSEMBLIES.forEach(a -> day.add(Phase.ASSEMBLIES, Acts.made(a)));
    Catalogue.PRODUCTS.forEach(p -> day.add(Phase.FINISHED_GOODS, Acts.made(p)));
    new PlanningDesk().open(day);
    books.open(day);
    buyer.open(day);
  }

  private void work(Day day) {
    currencies.work(day);
    agenda.keep(day);
    buyer.work(day);
    workshop.work(day);
    sales.work(day);
    service.work(day);
    accounts.work(day);
    books.work(day);
    bank.work(day);
  }
}
