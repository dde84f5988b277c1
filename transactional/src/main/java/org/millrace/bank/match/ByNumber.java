package org.millrace.bank.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.bank.amount.SubsetSums;
import org.millrace.bank.match.Choice.Sure;
import org.millrace.bank.match.NumberIndex.Named;
import org.millrace.bank.match.Partners.Payer;
import org.millrace.bank.text.Words;

/** Lines that name items by number or reference. */
final class ByNumber {
  private final Desk desk;
  private final Fits fits;

  ByNumber(Desk desk, Fits fits) {
    this.desk = desk;
    this.fits = fits;
  }

  Optional<Choice> find(BankLine line) {
    String text = line.remittance().all();
    List<Named> named = desk.numbers.named(text);
    long amount = desk.minor.of(line.amount());
    Optional<Payer> payer = desk.payer(line);
    if (named.isEmpty()) {
      return alike(line, amount, payer);
    }
    List<Named> open = named.stream().filter(n -> n.item().isOpen()).toList();
    if (open.stream().noneMatch(n -> Long.signum(n.item().open) == Long.signum(amount))) {
      return paidAlready(line, named, amount, payer);
    }
    return whole(line, open, amount, payer)
        .or(() -> withOthers(open, amount))
        .or(() -> wrong(line, open, amount, payer))
        .or(() -> unequal(line, open, amount, payer));
  }

  /** All that is named, or one of it, or some of it, is what was paid. */
  private Optional<Choice> whole(
      BankLine line, List<Named> named, long amount, Optional<Payer> payer) {
    List<Item> items = NumberIndex.items(named);
    Optional<Choice> all =
        fits.closely(items, amount, line.date())
            .map(settling -> choice(line, named, settling, 1, payer));
    if (all.isPresent() || named.size() == 1) {
      return all;
    }
    List<Settling> single =
        items.stream()
            .sorted(Partners.OLDEST)
            .flatMap(item -> fits.exactly(List.of(item), amount, line.date()).stream())
            .toList();
    if (!single.isEmpty()) {
      return Optional.of(choice(line, named, single.get(0), single.size(), payer));
    }
    SubsetSums.Found sums =
        SubsetSums.of(items.stream().mapToLong(item -> item.open).toArray(), amount);
    return sums.count() == 0
        ? Optional.empty()
        : Optional.of(
            choice(line, named, Settling.all(chosen(items, sums.best())), sums.count(), payer));
  }

  private Choice choice(
      BankLine line, List<Named> named, Settling settling, int choices, Optional<Payer> payer) {
    Named first =
        named.stream()
            .filter(n -> settling.parts().containsKey(n.item()))
            .min(Comparator.comparing(Named::reason))
            .orElse(named.get(0));
    boolean isOther = isOther(line, payer, settling.parts().keySet());
    String detail = settling.words().isEmpty() ? " and amount" : "; " + settling.words();
    String words = first.words() + (settling.isWhole() ? detail : "; part payment");
    boolean isFeeless = settling.fee() == 0;
    return new Choice(
        settling,
        isOther ? MatchReason.NUMBER_OTHER_PAYER : first.reason(),
        isOther ? words + ", other payer" : words,
        choices,
        !isOther && choices == 1 && isFeeless && settling.onAccount() == 0 ? Sure.SAFE : Sure.ASK);
  }

  private boolean isOther(BankLine line, Optional<Payer> payer, Set<Item> items) {
    return items.stream().anyMatch(item -> desk.partners.isOtherPayer(line, payer, item));
  }

  private static List<Item> chosen(List<Item> items, List<Integer> places) {
    return places.stream().map(items::get).toList();
  }

  /** What is named and more of the same partner. */
  private Optional<Choice> withOthers(List<Named> named, long amount) {
    Set<Item> items = new LinkedHashSet<>(NumberIndex.items(named));
    long rest = amount - Fits.open(List.copyOf(items));
    if (rest == 0 || Long.signum(rest) != Long.signum(amount)) {
      return Optional.empty();
    }
    List<Item> others = new ArrayList<>();
    named.stream()
        .map(n -> n.item().facts.partner().code())
        .distinct()
        .forEach(partner -> others.addAll(desk.openOf(partner, amount)));
    others.removeAll(items);
    SubsetSums.Found sums =
        SubsetSums.of(others.stream().mapToLong(item -> item.open).toArray(), rest);
    if (sums.count() == 0) {
      return Optional.empty();
    }
    items.addAll(chosen(others, sums.best()));
    return Optional.of(
        new Choice(
            Settling.all(List.copyOf(items)),
            MatchReason.SUM_OF_ITEMS,
            "number, and other items of the partner add up",
            sums.count(),
            Sure.ASK));
  }

  /** Another item of who pays is to the cent what was paid: the number is likely wrong. */
  private Optional<Choice> wrong(
      BankLine line, List<Named> named, long amount, Optional<Payer> payer) {
    if (Words.INSTALMENT.isIn(line.remittance().text())) {
      return Optional.empty();
    }
    String code =
        payer.map(Payer::code).orElseGet(() -> named.get(0).item().facts.partner().code());
    Set<Item> items = Set.copyOf(NumberIndex.items(named));
    List<Item> exact =
        desk.openOf(code, amount).stream()
            .filter(item -> item.open == amount && !items.contains(item))
            .toList();
    return exact.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Choice(
                Settling.all(exact.subList(0, 1)),
                MatchReason.WRONG_REFERENCE,
                named.get(0).item().facts.called()
                    + " is named, but not with this amount; partner and amount fit another item",
                exact.size(),
                Sure.ASK));
  }

  /** Less than is open is a part payment or a fee, more stays on account. */
  private Optional<Choice> unequal(
      BankLine line, List<Named> named, long amount, Optional<Payer> payer) {
    List<Item> items = NumberIndex.items(named);
    Optional<Settling> fee = fits.lessFee(items, amount, line);
    if (fee.isPresent()) {
      return Optional.of(choice(line, named, fee.get(), 1, payer));
    }
    Settling settling = Settling.inTurn(items.stream().sorted(Partners.OLDEST).toList(), amount);
    Choice part = choice(line, named, settling, 1, payer);
    if (settling.onAccount() != 0) {
      return Optional.of(new Choice(settling, part.reason(), "number; overpaid", 1, Sure.ASK));
    }
    long late = items.stream().mapToLong(item -> item.lateDiscountOn(line.date())).sum();
    if (late != 0 && Fits.open(items) - late == amount) {
      return Optional.of(
          new Choice(settling, part.reason(), "discount too late; part payment", 1, Sure.ASK));
    }
    Sure sure = items.size() == 1 ? part.sure() : Sure.ASK;
    return Optional.of(
        new Choice(settling, part.reason(), part.words(), part.alternatives(), sure));
  }

  /** All that is named was paid before. */
  private Optional<Choice> paidAlready(
      BankLine line, List<Named> named, long amount, Optional<Payer> payer) {
    if (named.stream().noneMatch(n -> Long.signum(n.item().amount) == Long.signum(amount))) {
      return Optional.empty();
    }
    Item item = named.get(0).item();
    return wrong(line, named, amount, payer)
        .or(
            () ->
                Optional.of(
                    Choice.of(
                        Settling.onAccount(amount),
                        MatchReason.PAID_ALREADY,
                        item.facts.called() + " is paid already",
                        Sure.ASK)));
  }

  /** A number like that of one item which is to the cent what was paid. */
  private Optional<Choice> alike(BankLine line, long amount, Optional<Payer> payer) {
    List<Named> exact =
        desk.numbers.alike(line.remittance().all()).stream()
            .filter(n -> n.item().isOpen())
            .filter(n -> fits.exactly(List.of(n.item()), amount, line.date()).isPresent())
            .toList();
    if (exact.size() != 1) {
      return Optional.empty();
    }
    Item item = exact.get(0).item();
    boolean isHis = payer.filter(p -> p.code().equals(item.facts.partner().code())).isPresent();
    if (payer.isPresent() && !isHis) {
      return Optional.empty();
    }
    Settling settling = fits.exactly(List.of(item), amount, line.date()).orElseThrow();
    return Optional.of(
        Choice.of(
            settling,
            MatchReason.NUMBER_LIKE,
            "number like it and amount",
            isHis ? Sure.SAFE : Sure.ASK));
  }
}
