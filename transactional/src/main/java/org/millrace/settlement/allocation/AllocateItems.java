package org.millrace.settlement.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.currency.Carried;
import org.millrace.currency.ExchangeRate;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.PostedStatus;
import org.millrace.document.reversal.Reversal;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.settlement.Allocation;
import org.millrace.settlement.AllocationChanged;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.Posting;
import org.millrace.settlement.SettlementAccount;
import org.millrace.settlement.item.HeldItem;
import org.millrace.settlement.item.Part;
import org.millrace.settlement.item.SettleItems;
import org.millrace.settlement.item.Settled;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/** Sets open items off against each other, and takes that back. */
public final class AllocateItems {
  private final Companies companies;
  private final Documents<Allocation> allocations;
  private final SettleItems items;

  AllocateItems(Companies companies, Documents<Allocation> allocations, SettleItems items) {
    this.companies = companies;
    this.allocations = allocations;
    this.items = items;
  }

  /** What is to be set off, and by which rates and limits. */
  public record Asked(
      List<Item> items,
      Map<Currency, ExchangeRate> rates,
      Map<Currency, BigDecimal> smallRests,
      Optional<LocalDate> date) {
    public Asked {
      items = List.copyOf(items);
      new Problems()
          .require(
              items.stream().map(Item::ref).distinct().count() == items.size(),
              "items",
              items.size(),
              "each item once")
          .require(items.size() >= 2, "items", items.size(), "at least two items")
          .refuse("The items cannot be set off");
    }
  }

  /** An item and how much of it, without its sign; else as much as can be. */
  public record Item(ItemRef ref, Optional<BigDecimal> amount) {}

  /**
   * Sets the items off against each other, in their order.
   *
   * @throws org.millrace.shared.Refused when they cannot be
   */
  public Versioned<Allocation> allocate(CompanyCode code, Asked asked, Instant now) {
    Company company = companies.named(code);
    Instant moment = company.happened(asked.date(), now);
    LocalDate day = company.dayOf(moment);
    Map<ItemRef, HeldItem> held = items.hold(code, asked.items().stream().map(Item::ref).toList());
    HeldItem first = held(held, asked.items().get(0));
    List<SetOff.Asked> wanted = new ArrayList<>();
    Problems problems = new Problems();
    for (Item each : asked.items()) {
      HeldItem item = held(held, each);
      problems.require(
          item.party().equals(first.party()),
          "items.number",
          each.ref(),
          "an item of " + first.party() + ", as the first one is");
      wanted.add(new SetOff.Asked(item, each.amount()));
    }
    problems.refuse("The items cannot be set off");
    List<SetOff.Share> shares = new SetOff(asked.rates(), asked.smallRests()).of(wanted);
    DocumentNumber number = new DocumentNumber(allocations.nextNumber(code, day));
    List<Settled> settled = items.settle(code, parts(shares, number, moment));
    Allocation allocation =
        new Allocation(
            number,
            PostedStatus.POSTED,
            first.party(),
            first.partyName(),
            day,
            worth(settled, company.currency()).negated(),
            company.currency(),
            lines(shares, settled),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return allocations.make(code, allocation, moment, AllocateItems::changed);
  }

  private static HeldItem held(Map<ItemRef, HeldItem> held, Item item) {
    return Objects.requireNonNull(held.get(item.ref()));
  }

  private static List<Part> parts(
      List<SetOff.Share> shares, DocumentNumber number, Instant moment) {
    List<Part> parts = new ArrayList<>();
    for (SetOff.Share share : shares) {
      Money none = Money.zero(share.amount().currency());
      parts.add(
          new Part(
              share.item().ref(), share.amount(), none, none, Allocation.KIND.ref(number), moment));
    }
    return parts;
  }

  private static Money worth(List<Settled> settled, Currency home) {
    return settled.stream().map(Settled::money).reduce(Money.zero(home), Money::plus);
  }

  private static List<Allocation.Line> lines(List<SetOff.Share> shares, List<Settled> settled) {
    List<Allocation.Line> lines = new ArrayList<>();
    for (Settled each : settled) {
      SetOff.Share share = shares.get(lines.size());
      lines.add(
          new Allocation.Line(
              lines.size() + 1,
              each.item().kind(),
              each.item().number(),
              each.money(),
              each.all().amount().currency(),
              each.all().amount().amount(),
              share.smallRest().map(Money::amount),
              each.payment()));
    }
    return lines;
  }

  /** The clearing account takes what the items tell; the difference is left. */
  private static AllocationChanged changed(EventHead head, Allocation allocation) {
    List<Posting> postings =
        Posting.of(
            new Posting(SettlementAccount.CLEARING, allocation.exchangeDifference()),
            new Posting(
                SettlementAccount.EXCHANGE_DIFFERENCE, allocation.exchangeDifference().negated()));
    return new AllocationChanged(head, allocation, allocation.allocationDate(), postings);
  }

  /** The allocation that takes back one that is locked. */
  Versioned<Allocation> reverse(Versioned<Allocation> before, Reversal asked, Instant now) {
    CompanyCode code = before.company();
    Allocation wrong = before.document();
    wrong.status().require(PostedStatus.Act.REVERSE, Allocation.KIND.titled(wrong.number()));
    Company company = companies.named(code);
    LocalDate day =
        asked.day(
            Allocation.KIND.titled(wrong.number()), wrong.allocationDate(), company.dayOf(now));
    Instant moment = company.momentAfter(allocations.lastMoment(before), day, now);
    items.hold(
        code, wrong.lines().stream().map(line -> new ItemRef(line.kind(), line.item())).toList());
    items.takeBack(
        code, wrong.lines().stream().map(AllocateItems::taken).toList(), asked.reason(), moment);
    DocumentNumber number = new DocumentNumber(allocations.nextNumber(code, day));
    Allocation reversal = wrong.reversal(number, day, asked.reason());
    Versioned<Allocation> made = allocations.make(code, reversal, moment, AllocateItems::changed);
    allocations.change(
        before,
        wrong.reversed(number),
        moment,
        (head, of) -> new AllocationChanged(head, of, day, List.of()));
    return made;
  }

  private static SettleItems.Taken taken(Allocation.Line line) {
    Money document = Money.of(line.documentAmount(), line.documentCurrency());
    return new SettleItems.Taken(
        new ItemRef(line.kind(), line.item()),
        new Carried(document, line.amount()),
        line.settledBy());
  }
}
