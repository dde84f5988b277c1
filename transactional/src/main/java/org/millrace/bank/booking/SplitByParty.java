package org.millrace.bank.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.bank.BankAccount;
import org.millrace.bank.booking.PartyMoney.Asked;
import org.millrace.bank.booking.PartyMoney.Part;
import org.millrace.bank.match.Match;
import org.millrace.bank.match.OpenItem;
import org.millrace.party.PartyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;

/** What a match is as payments, one for each partner. */
final class SplitByParty {
  private final BankAccount account;
  private final LocalDate date;
  private final String reference;

  /** Of money that the bank booked on that day. */
  SplitByParty(BankAccount account, LocalDate date, String reference) {
    this.account = account;
    this.date = date;
    this.reference = reference;
  }

  List<Asked> of(Match match) {
    Currency currency = account.currency();
    Money zero = Money.zero(currency);
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    Money discount = match.split().discount();
    Money writeOff = match.split().writeOff();
    for (Match.Allocation allocation : match.items()) {
      OpenItem item = allocation.item();
      Money takes = item.discount().map(OpenItem.Discount::amount).orElse(zero);
      Money kept = nearer(allocation.amount().isNegative() ? takes.negated() : takes, discount);
      discount = discount.minus(kept);
      Money let = nearer(allocation.amount().minus(kept), writeOff);
      writeOff = writeOff.minus(let);
      parts
          .computeIfAbsent(item.partner().code(), code -> new ArrayList<>())
          .add(new Part(item.ref(), allocation.amount().minus(kept).minus(let), kept, let));
    }
    match
        .partner()
        .filter(code -> !match.split().onAccount().isZero())
        .ifPresent(code -> parts.computeIfAbsent(code, each -> new ArrayList<>()));
    if (parts.isEmpty() && !match.split().onAccount().isZero()) {
      throw Refused.conflict(
          "Nobody is known who could have %s on account. Correct the line and name the partner."
              .formatted(match.split().onAccount()));
    }
    List<Asked> asked = new ArrayList<>();
    parts.forEach(
        (party, his) -> {
          boolean isHis = match.partner().map(party::equals).orElse(asked.isEmpty());
          Money fee = isHis ? match.split().fee() : zero;
          Money rest = isHis ? match.split().onAccount() : zero;
          Money sum = his.stream().map(Part::money).reduce(rest.minus(fee), Money::plus);
          asked.add(
              new Asked(
                  new PartyCode(party), date, sum, fee, account.ledgerAccount(), reference, his));
        });
    return asked;
  }

  /** As much of what is left as fits, 0 where the signs differ. */
  private static Money nearer(Money most, Money left) {
    if (most.amount().signum() != left.amount().signum()) {
      return Money.zero(most.currency());
    }
    return most.amount().abs().compareTo(left.amount().abs()) <= 0 ? most : left;
  }
}
