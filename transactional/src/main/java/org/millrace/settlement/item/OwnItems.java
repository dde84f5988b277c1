package org.millrace.settlement.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.millrace.currency.Carried;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Companies;
import org.millrace.settlement.Direction;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.ItemRef;
import org.millrace.settlement.OpeningItem;
import org.millrace.settlement.OpeningItemChanged;
import org.millrace.settlement.PartyPayment;
import org.millrace.settlement.PaymentChanged;
import org.millrace.settlement.Posting;
import org.millrace.settlement.SettlementAccount;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** Money on account and opening items, as they are settled. */
final class OwnItems {
  private final Companies companies;
  private final Documents<PartyPayment> payments;
  private final Documents<OpeningItem> openings;

  OwnItems(Companies companies, Documents<PartyPayment> payments, Documents<OpeningItem> openings) {
    this.companies = companies;
    this.payments = payments;
    this.openings = openings;
  }

  List<HeldItem> hold(CompanyCode company, Collection<ItemRef> wanted) {
    List<HeldItem> held = new ArrayList<>();
    List<DocumentNumber> onAccount = numbers(wanted, ItemKind.PAYMENT);
    if (!onAccount.isEmpty()) {
      for (Versioned<PartyPayment> found : payments.lock(company, onAccount)) {
        PartyPayment payment = found.document();
        ItemRef ref = new ItemRef(ItemKind.PAYMENT, payment.number().value());
        held.add(HeldItem.of(ref, payment));
      }
    }
    List<DocumentNumber> opening = numbers(wanted, ItemKind.OPENING_ITEM);
    if (!opening.isEmpty()) {
      for (Versioned<OpeningItem> found : openings.lock(company, opening)) {
        OpeningItem item = found.document();
        ItemRef ref = new ItemRef(ItemKind.OPENING_ITEM, item.number().value());
        held.add(HeldItem.of(ref, item));
      }
    }
    return held;
  }

  private static List<DocumentNumber> numbers(Collection<ItemRef> of, ItemKind kind) {
    return of.stream()
        .filter(item -> item.kind() == kind)
        .map(ItemRef::number)
        .distinct()
        .sorted()
        .map(DocumentNumber::new)
        .toList();
  }

  Settled settle(CompanyCode company, Part part) {
    if (part.item().kind() == ItemKind.PAYMENT) {
      Versioned<PartyPayment> before = payment(company, part.item());
      Direction direction = before.document().direction();
      Carried used = before.document().carried(direction.signed(part.all()).negated());
      changePayment(before, used, part.occurredAt());
      return Settled.of(part.item(), signed(direction, used));
    }
    Versioned<OpeningItem> before = opening(company, part.item());
    Carried settled = before.document().carried(part.all());
    changeOpening(before, settled, part.occurredAt());
    return Settled.of(part.item(), settled);
  }

  void takeBack(CompanyCode company, SettleItems.Taken taken, Instant occurredAt) {
    if (taken.item().kind() == ItemKind.PAYMENT) {
      Versioned<PartyPayment> before = payment(company, taken.item());
      Carried used = signed(before.document().direction(), taken.part());
      changePayment(before, used.negated(), occurredAt);
    } else {
      changeOpening(opening(company, taken.item()), taken.part().negated(), occurredAt);
    }
  }

  /** Money in on account is owed to the party: seen from the company it is below 0. */
  private static Carried signed(Direction direction, Carried part) {
    return direction == Direction.IN ? part.negated() : part;
  }

  private Versioned<PartyPayment> payment(CompanyCode company, ItemRef item) {
    return payments.lock(company, List.of(new DocumentNumber(item.number()))).get(0);
  }

  private Versioned<OpeningItem> opening(CompanyCode company, ItemRef item) {
    return openings.lock(company, List.of(new DocumentNumber(item.number()))).get(0);
  }

  private void changePayment(Versioned<PartyPayment> before, Carried used, Instant occurredAt) {
    PartyPayment payment = before.document();
    Money worth = signed(payment.direction(), used).home();
    List<Posting> postings = against(payment.side(), worth);
    payments.change(
        before,
        payment.used(used),
        occurredAt,
        (head, after) ->
            new PaymentChanged(
                head, after, companies.dayOf(before.company(), occurredAt), postings));
  }

  private void changeOpening(Versioned<OpeningItem> before, Carried settled, Instant occurredAt) {
    OpeningItem item = before.document();
    List<Posting> postings = against(item.side(), settled.home());
    openings.change(
        before,
        item.settled(settled),
        occurredAt,
        (head, after) ->
            new OpeningItemChanged(
                head, after, companies.dayOf(before.company(), occurredAt), postings));
  }

  private static List<Posting> against(Side side, Money worth) {
    return Posting.of(
        new Posting(SettlementAccount.CLEARING, worth),
        new Posting(SettlementAccount.of(side), worth.negated()));
  }
}
