package org.millrace.settlement.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.millrace.currency.Carried;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.document.reversal.Reversal;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.settlement.Direction;
import org.millrace.settlement.ForeignMoney;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.NewSettlement;
import org.millrace.settlement.OpenItem;
import org.millrace.settlement.PartyPayment;
import org.millrace.settlement.PaymentChanged;
import org.millrace.settlement.Settlements;
import org.millrace.settlement.Side;
import org.millrace.settlement.item.HeldItem;
import org.millrace.settlement.item.OpenItems;
import org.millrace.settlement.item.Part;
import org.millrace.settlement.item.SettleItems;
import org.millrace.settlement.item.Settled;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/** Posts payments of parties with what they settle, and takes them back. */
final class PostPayments implements Settlements {
  private static final String CASH_AND_BANK = "1000";

  private final Books books;
  private final Documents<PartyPayment> payments;
  private final OpenItems open;
  private final SettleItems items;

  PostPayments(Books books, Documents<PartyPayment> payments, OpenItems open, SettleItems items) {
    this.books = books;
    this.payments = payments;
    this.open = open;
    this.items = items;
  }

  /** What payments have to know of a company. */
  record Books(Companies companies, Parties parties, Rates rates, Clock clock) {}

  /** A payment that is planned, before its items are settled. */
  private record Planned(
      NewSettlement asked, Moment moment, Cash cash, PlanPayment.Plan plan, int firstPart) {}

  /** On which day it is, and when that counts as happened. */
  private record Moment(LocalDate day, Instant occurredAt) {}

  /** The money in its own currency, and what it is worth in the books. */
  private record Cash(Money money, Money bankFee, ExchangeRate rate, Carried amount) {}

  @Override
  public List<OpenItem> openItems(CompanyCode company) {
    return open.all(company);
  }

  @Override
  public List<Versioned<PartyPayment>> pay(CompanyCode company, List<NewSettlement> asked) {
    return post(company, asked, books.clock().instant());
  }

  List<Versioned<PartyPayment>> post(CompanyCode code, List<NewSettlement> asked, Instant now) {
    Company company = books.companies().named(code);
    Set<ItemRef> refs =
        asked.stream()
            .flatMap(each -> each.items().stream())
            .map(NewSettlement.Item::ref)
            .collect(Collectors.toSet());
    Map<ItemRef, HeldItem> held = new HashMap<>(items.hold(code, refs));
    List<Moment> moments = new ArrayList<>();
    for (NewSettlement each : asked) {
      Instant moment = company.happened(each.date(), now);
      moments.add(new Moment(company.dayOf(moment), moment));
    }
    List<String> numbers = payments.nextNumbers(code, moments.stream().map(Moment::day).toList());
    List<Planned> planned = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (NewSettlement each : asked) {
      Moment moment = moments.get(planned.size());
      DocumentNumber number = new DocumentNumber(numbers.get(planned.size()));
      Cash cash = cash(company, each, moment.day());
      requireFitting(each, cash, held);
      PlanPayment.Plan plan =
          new PlanPayment(each.direction(), available(each, cash), moment.day())
              .of(each.items(), held);
      planned.add(new Planned(each, moment, cash, plan, parts.size()));
      for (PlanPayment.Share share : plan.shares()) {
        parts.add(
            new Part(
                share.item(),
                share.money(),
                share.discount(),
                share.writeOff(),
                PartyPayment.KIND.ref(number),
                moment.occurredAt()));
        held.computeIfPresent(
            share.item(), (ref, item) -> item.opened(item.open().minus(share.all())));
      }
    }
    List<Settled> settled = items.settle(code, parts);
    List<Versioned<PartyPayment>> made = new ArrayList<>();
    for (Planned each : planned) {
      DocumentNumber number = new DocumentNumber(numbers.get(made.size()));
      int from = each.firstPart();
      PartyPayment payment =
          payment(company, number, each, settled.subList(from, from + each.plan().shares().size()));
      made.add(
          payments.make(
              code,
              payment,
              each.moment().occurredAt(),
              (head, of) -> new PaymentChanged(head, of, of.paymentDate(), of.postings())));
    }
    return made;
  }

  /** Of money in what the bank kept was paid as well; of money out it did not arrive. */
  private static Money available(NewSettlement asked, Cash cash) {
    return asked.direction() == Direction.IN
        ? cash.money().plus(cash.bankFee())
        : cash.money().minus(cash.bankFee());
  }

  private Cash cash(Company company, NewSettlement asked, LocalDate day) {
    NewSettlement.Cash told = asked.money();
    Currency home = company.currency();
    Currency currency = told.currency().orElse(home);
    Money money = Money.of(told.amount(), currency);
    Money fee = Money.of(told.bankFee().orElse(BigDecimal.ZERO), currency);
    new Problems()
        .require(
            !money.isNegative() && money.equals(money.rounded()),
            "amount",
            told.amount(),
            "0 or more, with the decimals of " + currency)
        .require(
            !fee.isNegative() && fee.equals(fee.rounded()),
            "bankFee",
            fee.amount(),
            "0 or more, with the decimals of " + currency)
        .require(
            !money.isZero() || !asked.items().isEmpty(), "amount", told.amount(), "more than 0")
        .refuse("The payment cannot be posted");
    ExchangeRate rate =
        currency.equals(home)
            ? ExchangeRate.ONE
            : books
                .rates()
                .rate(company.code(), told.rate(), new Rates.Wanted(currency, home, day));
    Money worth =
        told.homeAmount()
            .map(amount -> Money.of(amount, home))
            .orElseGet(() -> rate.of(money.amount(), home));
    new Problems()
        .require(
            worth.equals(worth.rounded())
                && !worth.isNegative()
                && (!currency.equals(home) || worth.equals(money)),
            "homeAmount",
            worth.amount(),
            "what the bank booked in " + home)
        .refuse("The payment cannot be posted");
    return new Cash(money, fee, rate, new Carried(money, worth));
  }

  private static void requireFitting(NewSettlement asked, Cash cash, Map<ItemRef, HeldItem> held) {
    Problems problems = new Problems();
    for (NewSettlement.Item item : asked.items()) {
      HeldItem found = Objects.requireNonNull(held.get(item.ref()));
      problems.require(
          found.party().equals(asked.party()),
          "items.number",
          item.number(),
          "an item of " + asked.party());
      problems.require(
          found.open().currency().equals(cash.money().currency()),
          "currency",
          cash.money().currency(),
          found.open().currency()
              + ", in which "
              + item.number()
              + " is; else post the money on account and set it off");
    }
    problems.refuse("The payment cannot be posted");
  }

  private PartyPayment payment(
      Company company, DocumentNumber number, Planned planned, List<Settled> settled) {
    NewSettlement asked = planned.asked();
    Cash cash = planned.cash();
    Currency home = company.currency();
    Party party = books.parties().named(company.code(), asked.party());
    boolean isForeign = !cash.money().currency().equals(home);
    Money fee = cash.rate().of(cash.bankFee().amount(), home);
    Money paid = asked.direction().signed(cash.amount().home()).plus(fee);
    Money items = settled.stream().map(Settled::money).reduce(Money.zero(home), Money::plus);
    Money rest =
        settled.isEmpty()
            ? asked.direction().signed(paid)
            : cash.rate().of(planned.plan().rest().amount(), home);
    Money difference = paid.minus(items).minus(asked.direction().signed(rest));
    return new PartyPayment(
        number,
        PostedStatus.POSTED,
        asked.direction(),
        asked.side().orElse(asked.direction() == Direction.IN ? Side.RECEIVABLES : Side.PAYABLES),
        party.code(),
        party.name(),
        planned.moment().day(),
        asked.reference(),
        asked.account().orElse(CASH_AND_BANK),
        cash.amount().home(),
        fee,
        rest,
        rest,
        difference,
        home,
        Optional.of(
                new ForeignMoney(
                    cash.money().currency(),
                    cash.rate(),
                    cash.money().amount(),
                    cash.bankFee().amount(),
                    planned.plan().rest().amount(),
                    planned.plan().rest().amount(),
                    asked.money().homeAmount()))
            .filter(unused -> isForeign),
        lines(settled),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<PartyPayment.Line> lines(List<Settled> settled) {
    List<PartyPayment.Line> lines = new ArrayList<>();
    for (Settled each : settled) {
      lines.add(
          new PartyPayment.Line(
              lines.size() + 1,
              each.item().kind(),
              each.item().number(),
              each.money(),
              each.discount(),
              each.writeOff(),
              each.all().amount().currency(),
              each.all().amount().amount(),
              each.payment()));
    }
    return lines;
  }

  @Override
  public Versioned<PartyPayment> reverse(
      CompanyCode company, DocumentNumber payment, String reason, Optional<LocalDate> date) {
    Versioned<PartyPayment> before =
        payments.lock(company, List.of(payment)).stream()
            .findFirst()
            .orElseThrow(() -> PartyPayment.KIND.notFound(company, payment));
    return reverse(before, new Reversal(reason, date), books.clock().instant());
  }

  /** The payment that takes back one that is locked. */
  Versioned<PartyPayment> reverse(Versioned<PartyPayment> before, Reversal asked, Instant now) {
    CompanyCode code = before.company();
    PartyPayment wrong = before.document();
    wrong.requireReversible();
    Company company = books.companies().named(code);
    LocalDate day =
        asked.day(
            PartyPayment.KIND.titled(wrong.number()), wrong.paymentDate(), company.dayOf(now));
    Instant moment = company.momentAfter(payments.lastMoment(before), day, now);
    items.takeBack(
        code, wrong.lines().stream().map(PostPayments::taken).toList(), asked.reason(), moment);
    DocumentNumber number = new DocumentNumber(payments.nextNumber(code, day));
    PartyPayment reversal = wrong.reversal(number, day, asked.reason());
    Versioned<PartyPayment> made =
        payments.make(
            code, reversal, moment, (head, of) -> new PaymentChanged(head, of, day, of.postings()));
    payments.change(
        before,
        wrong.reversed(number),
        moment,
        (head, of) -> new PaymentChanged(head, of, day, List.of()));
    return made;
  }

  private static SettleItems.Taken taken(PartyPayment.Line line) {
    Money home = line.amount().plus(line.discount()).plus(line.writeOff());
    Money document = Money.of(line.documentAmount(), line.documentCurrency());
    return new SettleItems.Taken(
        new ItemRef(line.kind(), line.item()), new Carried(document, home), line.settledBy());
  }
}
