package org.millrace.bank.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.millrace.bank.amount.SubsetSums;
import org.millrace.bank.match.Choice.Sure;
import org.millrace.bank.match.Partners.Payer;
import org.millrace.bank.match.Partners.Sureness;

/** Lines whose payer is known: by his account, his name or what was learned, and by amount. */
final class ByPartner {
  private static final int MOST_IN_PREFIX = 200;

  private final Desk desk;
  private final Fits fits;

  ByPartner(Desk desk, Fits fits) {
    this.desk = desk;
    this.fits = fits;
  }

  /** What fits to the cent, less a discount, or within the tolerance. */
  Optional<Choice> find(BankLine line) {
    return desk.payer(line).flatMap(payer -> find(line, payer));
  }

  private Optional<Choice> find(BankLine line, Payer payer) {
    long amount = desk.minor.of(line.amount());
    List<Item> open = desk.openOf(payer.code(), amount);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    SubsetSums.Found sums = sums(open, amount);
    return exact(open, amount, payer, sums)
        .or(() -> discounted(open, line, amount, payer))
        .or(() -> summed(open, amount, payer, sums))
        .or(() -> allThroughADay(open, amount, payer))
        .or(() -> withCredits(open, amount, payer))
        .or(() -> close(open, line, amount, payer));
  }

  private static SubsetSums.Found sums(List<Item> open, long amount) {
    return SubsetSums.of(open.stream().mapToLong(item -> item.open).toArray(), amount);
  }

  private Optional<Choice> exact(List<Item> open, long amount, Payer payer, SubsetSums.Found sums) {
    List<Item> exact = open.stream().filter(item -> item.open == amount).toList();
    if (exact.isEmpty()) {
      return Optional.empty();
    }
    String words =
        exact.size() > 1
            ? payer.words() + " and amount, oldest first"
            : sums.count() > 1
                ? payer.words() + " and amount; single item before sums"
                : payer.words() + " and amount";
    return Optional.of(choice(Settling.all(exact.subList(0, 1)), payer, words, amount, sums));
  }

  private Optional<Choice> discounted(List<Item> open, BankLine line, long amount, Payer payer) {
    List<Settling> found =
        open.stream()
            .flatMap(item -> fits.exactly(List.of(item), amount, line.date()).stream())
            .toList();
    if (found.isEmpty()) {
      return fits.exactly(open, amount, line.date())
          .map(all -> choice(all, payer, payer.words() + ", all less discount", amount, 1));
    }
    String words = payer.words() + "; discount in time";
    return Optional.of(choice(found.get(0), payer, words, amount, found.size()));
  }

  private Optional<Choice> summed(
      List<Item> open, long amount, Payer payer, SubsetSums.Found sums) {
    if (sums.count() == 0) {
      return Optional.empty();
    }
    Settling settling = Settling.all(sums.best().stream().map(open::get).toList());
    String words = payer.words() + "; " + sums.best().size() + " items add up";
    Choice choice = choice(settling, payer, words, amount, sums);
    return Optional.of(
        new Choice(
            settling, MatchReason.SUM_OF_ITEMS, words, choice.alternatives(), choice.sure()));
  }

  /** The oldest items, one after the other, until they add up. */
  private Optional<Choice> allThroughADay(List<Item> open, long amount, Payer payer) {
    long sum = 0;
    for (int i = 0; i < Math.min(open.size(), MOST_IN_PREFIX); i++) {
      sum += open.get(i).open;
      if (sum == amount) {
        Settling settling = Settling.all(open.subList(0, i + 1));
        String words =
            payer.words() + "; all that is due through " + open.get(i).facts.due() + " adds up";
        return Optional.of(
            Choice.of(settling, MatchReason.SUM_OF_ITEMS, words, sure(payer, amount)));
      }
    }
    return Optional.empty();
  }

  /** Items less credit notes. */
  private Optional<Choice> withCredits(List<Item> open, long amount, Payer payer) {
    List<Item> credits = desk.openOf(payer.code(), -amount);
    if (credits.isEmpty()) {
      return Optional.empty();
    }
    List<Item> all = new ArrayList<>(open);
    all.addAll(credits);
    SubsetSums.Found sums = sums(all, amount);
    if (sums.count() == 0) {
      return Optional.empty();
    }
    Settling settling = Settling.all(sums.best().stream().map(all::get).toList());
    Sure sure =
        sums.count() == 1 && sums.isComplete() && isSure(payer, amount) ? Sure.SAFE : Sure.ASK;
    return Optional.of(
        new Choice(
            settling,
            MatchReason.SUM_OF_ITEMS,
            payer.words() + "; items less credit notes add up",
            sums.count(),
            sure));
  }

  private Optional<Choice> close(List<Item> open, BankLine line, long amount, Payer payer) {
    List<Settling> found =
        open.stream()
            .flatMap(item -> fits.closely(List.of(item), amount, line.date()).stream())
            .sorted(Comparator.comparing(settling -> Math.abs(settling.writeOff())))
            .toList();
    if (!found.isEmpty()) {
      String words = payer.words() + "; " + found.get(0).words();
      return Optional.of(choice(found.get(0), payer, words, amount, found.size()));
    }
    return fits.closely(open, amount, line.date())
        .map(s -> choice(s, payer, payer.words() + ", all; " + s.words(), amount, 1))
        .or(
            () ->
                fits.lessFee(open, amount, line)
                    .map(
                        s ->
                            Choice.of(
                                s, reason(payer), payer.words() + "; " + s.words(), Sure.ASK)));
  }

  /** Nothing adds up: a part of the oldest items, the rest on account. */
  Optional<Choice> rest(BankLine line) {
    return desk.payer(line).map(payer -> rest(line, payer));
  }

  private Choice rest(BankLine line, Payer payer) {
    long amount = desk.minor.of(line.amount());
    Settling settling = Settling.inTurn(desk.openOf(payer.code(), amount), amount);
    String words =
        settling.parts().isEmpty()
            ? "nothing is open"
            : settling.onAccount() != 0 ? "overpaid" : "part payment, oldest first";
    MatchReason reason = settling.parts().isEmpty() ? MatchReason.ON_ACCOUNT : reason(payer);
    return Choice.of(settling, reason, payer.words() + "; " + words, Sure.ASK);
  }

  private static Choice choice(
      Settling settling, Payer payer, String words, long amount, SubsetSums.Found sums) {
    Choice found = choice(settling, payer, words, amount, Math.max(1, sums.count()));
    Sure sure = sums.isComplete() ? found.sure() : Sure.ASK;
    return new Choice(settling, found.reason(), words, found.alternatives(), sure);
  }

  private static Choice choice(
      Settling settling, Payer payer, String words, long amount, int alternatives) {
    Sure sure = alternatives == 1 && isSure(payer, amount) ? Sure.SAFE : Sure.ASK;
    return new Choice(settling, reason(payer), words, alternatives, sure);
  }

  private static Sure sure(Payer payer, long amount) {
    return isSure(payer, amount) ? Sure.SAFE : Sure.ASK;
  }

  /** Money out of which no reference tells is looked at, unless the account tells it. */
  private static boolean isSure(Payer payer, long amount) {
    return switch (payer.sureness()) {
      case IBAN, LEARNED -> true;
      case NAME -> amount > 0;
      case TEXT -> false;
    };
  }

  private static MatchReason reason(Payer payer) {
    return payer.sureness() == Sureness.IBAN
        ? MatchReason.ACCOUNT_NUMBER
        : payer.sureness() == Sureness.LEARNED ? MatchReason.LEARNED : MatchReason.PARTNER;
  }
}
