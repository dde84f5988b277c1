package org.millrace.bank.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.bank.BankAccount;
import org.millrace.bank.BankBooking;
import org.millrace.bank.BankBookingChanged;
import org.millrace.bank.BankStatement;
import org.millrace.bank.BookingNumber;
import org.millrace.bank.LineStatus;
import org.millrace.bank.StatementChanged;
import org.millrace.bank.account.KeepAccounts;
import org.millrace.bank.match.Match;
import org.millrace.bank.match.MatchReason;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/**
 * Books matches: payments of partners, expenses, and money that came back; the lines and what they
 * settle are then done. Undoing takes all of that back.
 */
final class BookLines {
  private final Documents<BankStatement> statements;
  private final Documents<BankBooking> bookings;
  private final PartyMoney money;
  private final Companies companies;
  private final ExpenseTax taxes;
  private final KeepAccounts accounts;

  BookLines(
      Documents<BankStatement> statements,
      Documents<BankBooking> bookings,
      PartyMoney money,
      Companies companies,
      ExpenseTax taxes,
      KeepAccounts accounts) {
    this.statements = statements;
    this.bookings = bookings;
    this.money = money;
    this.companies = companies;
    this.taxes = taxes;
    this.accounts = accounts;
  }

  /** Who decided, and when that happened. */
  record Decision(BankBooking.DecidedBy by, Instant at) {}

  /** A match before it is booked: its number, its day, and the payments that it asks for. */
  private record Planned(
      Match match, BookingNumber number, LocalDate date, List<PartyMoney.Asked> asked) {}

  /**
   * Books matches of one account, in the order given.
   *
   * @throws Refused as conflict when a line is booked already, or less is open than is settled
   */
  void book(CompanyCode company, BankAccount account, List<Match> matches, Decision decision) {
    Map<String, Versioned<BankStatement>> held = held(company, matches);
    List<Match> real = new ArrayList<>();
    for (Match match : matches) {
      match.lines().forEach(line -> requireOpen(held, LineRef.of(line)));
      if (match.ground().reason() == MatchReason.UNMATCHED) {
        throw Refused.conflict(
            "Nothing is proposed for line %s. Correct it: say what it settles."
                .formatted(match.lines().get(0)));
      }
      if (match.ground().reason() != MatchReason.DUPLICATE) {
        real.add(match);
      }
    }
    List<Planned> planned = planned(company, account, real, held);
    List<String> paid =
        money.pay(company, planned.stream().flatMap(each -> each.asked().stream()).toList());
    Map<String, String> bookingOf = new HashMap<>();
    int next = 0;
    for (Planned each : planned) {
      List<String> payments = paid.subList(next, next + each.asked().size());
      next += each.asked().size();
      post(company, account, each, payments, decision, held);
      each.match().lines().forEach(line -> bookingOf.put(line, each.number().value()));
    }
    store(held, matches, bookingOf, decision.at());
  }

  private Map<String, Versioned<BankStatement>> held(CompanyCode company, List<Match> matches) {
    Map<String, Versioned<BankStatement>> held = new LinkedHashMap<>();
    statements
        .lock(
            company,
            matches.stream()
                .flatMap(match -> match.lines().stream())
                .map(line -> LineRef.of(line).statement())
                .distinct()
                .toList())
        .forEach(each -> held.put(each.document().number().value(), each));
    return held;
  }

  private static BankStatement.Line line(Map<String, Versioned<BankStatement>> held, LineRef ref) {
    Versioned<BankStatement> statement = held.get(ref.statement().value());
    return Optional.ofNullable(statement).stream()
        .flatMap(each -> each.document().lines().stream())
        .filter(each -> each.line() == ref.line())
        .findFirst()
        .orElseThrow(() -> Refused.notFound("There is no line %s.".formatted(ref)));
  }

  private static void requireOpen(Map<String, Versioned<BankStatement>> held, LineRef ref) {
    BankStatement.Line line = line(held, ref);
    if (line.status() != LineStatus.OPEN || !line.isWhole()) {
      throw Refused.conflict(
          "Line %s cannot be booked: it is %s."
              .formatted(
                  ref,
                  line.booking()
                      .map(by -> "booked already by " + by)
                      .orElse("to be booked with its batch, or not at all")));
    }
  }

  private List<Planned> planned(
      CompanyCode company,
      BankAccount account,
      List<Match> matches,
      Map<String, Versioned<BankStatement>> held) {
    List<LocalDate> days =
        matches.stream()
            .map(
                match ->
                    match.lines().stream()
                        .map(ref -> line(held, LineRef.of(ref)).date())
                        .max(LocalDate::compareTo)
                        .orElseThrow())
            .toList();
    List<String> numbers = bookings.nextNumbers(company, days);
    List<Planned> planned = new ArrayList<>();
    for (Match match : matches) {
      int at = planned.size();
      LocalDate date = days.get(at);
      List<PartyMoney.Asked> asked =
          match.ground().reason() == MatchReason.RETURNED
              ? List.of()
              : new SplitByParty(account, date, match.lines().get(0)).of(match);
      planned.add(new Planned(match, new BookingNumber(numbers.get(at)), date, asked));
    }
    return planned;
  }

  private void post(
      CompanyCode company,
      BankAccount account,
      Planned planned,
      List<String> payments,
      Decision decision,
      Map<String, Versioned<BankStatement>> held) {
    Match match = planned.match();
    Optional<BookingNumber> takesBack =
        match.ground().reason() == MatchReason.RETURNED
            ? Optional.of(takeBack(company, planned, decision.at(), held))
            : Optional.empty();
    requireHomeCurrency(company, account, match);
    BankBooking booking =
        new Booked(account, planned.number(), planned.date(), decision.by())
            .of(match, lines(match, held), payments(planned, payments), takesBack);
    Instant moment = companies.named(company).momentOn(planned.date(), decision.at());
    bookings.make(
        company,
        booking,
        moment,
        (head, made) -> new BankBookingChanged(head, made, planned.date(), made.postings(account)));
    taxes.add(company, booking, planned.date());
  }

  private void requireHomeCurrency(CompanyCode company, BankAccount account, Match match) {
    boolean isForeign = !companies.named(company).currency().equals(account.currency());
    if (isForeign && match.split().expense().isPresent()) {
      throw Refused.conflict(
          "An expense cannot be booked from the bank account %s, which is in %s. Post it by hand."
              .formatted(account.code(), account.currency()));
    }
  }

  /** Takes the payments of the booking back whose money came back. */
  private BookingNumber takeBack(
      CompanyCode company,
      Planned planned,
      Instant at,
      Map<String, Versioned<BankStatement>> held) {
    String paidBy = planned.match().linked().orElseThrow();
    BookingNumber number =
        bookingOf(company, LineRef.of(paidBy), held)
            .map(BookingNumber::new)
            .orElseThrow(
                () ->
                    Refused.conflict(
                        "Line %s takes back line %s, which is not booked. Book that one first."
                            .formatted(planned.match().lines().get(0), paidBy)));
    Versioned<BankBooking> before =
        bookings.lock(company, List.of(number)).stream()
            .findFirst()
            .orElseThrow(() -> BankBooking.KIND.notFound(company, number));
    BankBooking after = before.document().returned(planned.number());
    for (BankBooking.Payment payment : before.document().payments()) {
      money.takeBack(
          company,
          payment.payment(),
          "returned: " + planned.match().lines().get(0),
          Optional.of(planned.date()));
    }
    bookings.change(
        before,
        after,
        at,
        (head, now) -> new BankBookingChanged(head, now, planned.date(), List.of()));
    return number;
  }

  private Optional<String> bookingOf(
      CompanyCode company, LineRef ref, Map<String, Versioned<BankStatement>> held) {
    Versioned<BankStatement> statement =
        Optional.ofNullable(held.get(ref.statement().value()))
            .orElseGet(() -> statements.named(company, ref.statement()));
    return statement.document().lines().stream()
        .filter(line -> line.line() == ref.line())
        .flatMap(line -> line.booking().stream())
        .findFirst();
  }

  private static List<BankBooking.Line> lines(
      Match match, Map<String, Versioned<BankStatement>> held) {
    List<BankBooking.Line> lines = new ArrayList<>();
    for (String text : match.lines()) {
      LineRef ref = LineRef.of(text);
      lines.add(
          new BankBooking.Line(
              lines.size() + 1, ref.statement(), ref.line(), line(held, ref).amount()));
    }
    return lines;
  }

  private static List<BankBooking.Payment> payments(Planned planned, List<String> numbers) {
    List<BankBooking.Payment> payments = new ArrayList<>();
    for (PartyMoney.Asked asked : planned.asked()) {
      payments.add(
          new BankBooking.Payment(
              payments.size() + 1,
              numbers.get(payments.size()),
              asked.party().value(),
              asked.amount()));
    }
    return payments;
  }

  /** The statements with their lines booked; those that repeat others need no booking. */
  private void store(
      Map<String, Versioned<BankStatement>> held,
      List<Match> matches,
      Map<String, String> bookingOf,
      Instant at) {
    Map<String, Map<String, List<Integer>>> done = new TreeMap<>();
    for (Match match : matches) {
      for (String text : match.lines()) {
        LineRef ref = LineRef.of(text);
        done.computeIfAbsent(ref.statement().value(), each -> new LinkedHashMap<>())
            .computeIfAbsent(bookingOf.getOrDefault(text, ""), each -> new ArrayList<>())
            .add(ref.line());
      }
    }
    done.forEach(
        (number, lines) -> {
          Versioned<BankStatement> before = Objects.requireNonNull(held.get(number));
          BankStatement after = before.document();
          for (Map.Entry<String, List<Integer>> each : lines.entrySet()) {
            after =
                each.getKey().isEmpty()
                    ? after.ignored(each.getValue())
                    : after.booked(each.getValue(), each.getKey());
          }
          statements.change(before, after, at, StatementChanged::new);
        });
  }

  /** Undoes a booking that is locked: its payments and expense are taken back. */
  Versioned<BankBooking> reverse(
      Versioned<BankBooking> before, String reason, Optional<LocalDate> date, Instant now) {
    CompanyCode company = before.company();
    BankBooking booking = before.document();
    BankBooking after = booking.reversed(reason);
    if (booking.takesBack().isPresent()) {
      throw Refused.conflict(
          "%s cannot be undone: by it the money of %s came back. Book a new payment instead."
              .formatted(BankBooking.KIND.titled(booking.number()), booking.takesBack().get()));
    }
    LocalDate day = date.orElseGet(() -> companies.dayOf(company, now));
    for (BankBooking.Payment payment : booking.payments()) {
      money.takeBack(company, payment.payment(), reason, date);
    }
    List<BankBookingChanged.Posting> postings =
        booking.postings(accounts.meant(company, Optional.of(booking.account().value()))).stream()
            .map(BankBookingChanged.Posting::negated)
            .toList();
    taxes.takeBack(company, booking, day);
    Map<String, List<Integer>> lines = new TreeMap<>();
    booking
        .lines()
        .forEach(
            line ->
                lines
                    .computeIfAbsent(line.statement().value(), each -> new ArrayList<>())
                    .add(line.statementLine()));
    statements
        .lock(company, booking.lines().stream().map(BankBooking.Line::statement).toList())
        .forEach(
            statement ->
                statements.change(
                    statement,
                    statement
                        .document()
                        .reopened(
                            lines.getOrDefault(statement.document().number().value(), List.of())),
                    now,
                    StatementChanged::new));
    return bookings.change(
        before,
        after,
        companies.named(company).momentAfter(bookings.lastMoment(before), day, now),
        (head, undone) -> new BankBookingChanged(head, undone, day, postings));
  }
}
