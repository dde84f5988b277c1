package org.millrace.settlement.opening;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.reversal.Reversal;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.OpeningItemChanged;
import org.millrace.settlement.Posting;
import org.millrace.settlement.SettlementAccount;
import org.millrace.settlement.Side;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Takes open items over against opening balances; each number of a party once. */
final class TakeOverItems {
  private static final int LONGEST = 80;

  private final Companies companies;
  private final Parties parties;
  private final Rates rates;
  private final Documents<OpeningItem> items;
  private final TakenOverJdbc taken;

  TakeOverItems(
      Companies companies,
      Parties parties,
      Rates rates,
      Documents<OpeningItem> items,
      TakenOverJdbc taken) {
    this.companies = companies;
    this.parties = parties;
    this.rates = rates;
    this.items = items;
    this.taken = taken;
  }

  Versioned<OpeningItem> take(CompanyCode code, OpeningItemsHttp.TakingOver asked, Instant now) {
    Company company = companies.named(code);
    Instant moment = company.happened(asked.date(), now);
    LocalDate day = company.dayOf(moment);
    Party party = parties.named(code, asked.party());
    String source = Code.checked("sourceNumber", "number", asked.sourceNumber(), LONGEST);
    TakenOverJdbc.Source of = new TakenOverJdbc.Source(party.code(), source);
    if (taken.has(code, asked.side(), of)) {
      throw Refused.conflict(
          "Open item %s of %s was taken over before. Look it up in the list of opening items."
              .formatted(source, party.code()));
    }
    Currency home = company.currency();
    Currency currency = asked.currency().orElse(home);
    Money amount = signed(asked.side(), Money.of(asked.amount(), currency));
    new Problems()
        .require(
            amount.equals(amount.rounded()),
            "amount",
            asked.amount(),
            "the decimals of " + currency)
        .refuse("The opening item cannot be posted");
    ExchangeRate rate = rates.rate(code, asked.rate(), new Rates.Wanted(currency, home, day));
    Money worth =
        asked
            .homeAmount()
            .map(told -> signed(asked.side(), Money.of(told, home)).rounded())
            .orElseGet(() -> converted(amount, rate, home));
    OpeningItem item =
        new OpeningItem(
            new DocumentNumber(items.nextNumber(code, day)),
            OpeningItem.Status.POSTED,
            asked.side(),
            party.code(),
            party.name(),
            asked.itemDate(),
            asked.dueDate().orElse(asked.itemDate()),
            day,
            source,
            asked.reference(),
            worth,
            worth,
            home,
            Optional.of(new OpeningItem.Foreign(currency, rate, amount.amount(), amount.amount()))
                .filter(unused -> !currency.equals(home)),
            Optional.empty(),
            Optional.empty());
    Versioned<OpeningItem> made =
        items.make(
            code,
            item,
            moment,
            (head, open) -> new OpeningItemChanged(head, open, day, against(open, open.amount())));
    taken.note(code, asked.side(), of);
    return made;
  }

  private static Money converted(Money amount, ExchangeRate rate, Currency home) {
    BigDecimal size = amount.amount().abs();
    Money worth = rate.of(size, home);
    return amount.isNegative() ? worth.negated() : worth;
  }

  private static Money signed(Side side, Money amount) {
    return side == Side.RECEIVABLES ? amount : amount.negated();
  }

  /** Takes back one that is locked. */
  Versioned<OpeningItem> reverse(Versioned<OpeningItem> before, Reversal asked, Instant now) {
    OpeningItem wrong = before.document();
    Company company = companies.named(before.company());
    LocalDate day =
        asked.day(OpeningItem.KIND.titled(wrong.number()), wrong.postingDate(), company.dayOf(now));
    return items.change(
        before,
        wrong.reversed(asked.reason(), day),
        company.momentAfter(items.lastMoment(before), day, now),
        (head, after) ->
            new OpeningItemChanged(head, after, day, against(after, wrong.amount().negated())));
  }

  private static List<Posting> against(OpeningItem item, Money amount) {
    return Posting.of(
        new Posting(SettlementAccount.of(item.side()), amount),
        new Posting(SettlementAccount.OPENING_BALANCES, amount.negated()));
  }
}
