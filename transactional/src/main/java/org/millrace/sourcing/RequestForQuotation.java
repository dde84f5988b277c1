package org.millrace.sourcing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.sourcing.RequestStatus.Act;

/**
 * Suppliers are asked, until a day, at which price and how soon they sell something; what they
 * answer is compared, and who is chosen by line gets the order. Each act returns it as it is
 * afterwards; quantities are in the unit of the item, prices of one in the currency of the company
 * where nothing else is said.
 *
 * @param suppliers who is asked, with when he answered last
 * @param offers what they offered last, one for each line that they offered something for
 * @param requisition what it was issued for
 * @param reason why it was cancelled
 */
public record RequestForQuotation(
    RequestNumber number,
    LocalDate issuedOn,
    LocalDate answerBy,
    Currency currency,
    RequestStatus status,
    List<Line> lines,
    List<Asked> suppliers,
    List<Offer> offers,
    Optional<RequisitionNumber> requisition,
    Optional<String> note,
    Optional<LocalDate> closedOn,
    Optional<String> reason) {
  /** Stored in sourcing.request_for_quotation with its lists; numbered RQ-000001. */
  public static final DocumentKind<RequestForQuotation> KIND =
      DocumentKind.of(RequestForQuotation.class, "sourcing", "request-for-quotation")
          .numbered("RQ")
          .listed("requests-for-quotation")
          .lines("lines", "sourcing.request_line", "number")
          .lines("suppliers", "sourcing.request_supplier", "number")
          .lines("offers", "sourcing.request_offer", "number")
          .searched("number", "requisition", "status", "lines.item", "suppliers.supplier")
          .steps(RequestForQuotation::status, Act.values())
          .build();

  public RequestForQuotation {
    lines = List.copyOf(lines);
    suppliers = List.copyOf(suppliers);
    offers = List.copyOf(offers);
  }

  /**
   * So many of an item, wanted for a day.
   *
   * @param requisitionLine the line of the requisition that it came from
   * @param awardedTo whose offer was taken
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      LocalDate wantedDate,
      Optional<Integer> requisitionLine,
      Optional<PartyCode> awardedTo,
      @Stored("order_number") Optional<PurchaseOrderNumber> order) {
    /** A line that nobody has got yet. */
    public static Line wanted(
        int line, ItemCode item, String itemName, Quantity quantity, LocalDate wantedDate) {
      return new Line(
          line,
          item,
          itemName,
          quantity,
          wantedDate,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The same for a line of a requisition. */
    public Line of(int wantedBy) {
      return new Line(
          line, item, itemName, quantity, wantedDate, Optional.of(wantedBy), awardedTo, order);
    }

    private Line awarded(PartyCode supplier, PurchaseOrderNumber placed) {
      return new Line(
          line,
          item,
          itemName,
          quantity,
          wantedDate,
          requisitionLine,
          Optional.of(supplier),
          Optional.of(placed));
    }
  }

  /** A supplier who is asked. */
  public record Asked(int line, PartyCode supplier, String supplierName, Optional<Answer> answer) {
    private Asked answered(Optional<Answer> now) {
      return new Asked(line, supplier, supplierName, now);
    }
  }

  /** What is wanted from whom until when. */
  public record Wanted(
      LocalDate answerBy,
      List<Line> lines,
      List<Supplier> suppliers,
      Optional<RequisitionNumber> requisition,
      Optional<String> note) {
    public Wanted {
      lines = List.copyOf(lines);
      suppliers = List.copyOf(suppliers);
      note = note.map(text -> Code.checked("note", text, 200));
    }

    private void requireSound(LocalDate day) {
      Problems problems = new Problems();
      problems
          .require(!lines.isEmpty(), "lines", "none", "at least one line")
          .require(!suppliers.isEmpty(), "suppliers", "none", "at least one supplier")
          .require(!answerBy.isBefore(day), "answerBy", answerBy, "a day not before " + day);
      requireOnce(suppliers.stream().map(Supplier::code).toList(), problems);
      for (Line line : lines) {
        String field = "lines." + line.line();
        problems
            .require(
                line.quantity().isPositive(), field + ".quantity", line.quantity(), "more than 0")
            .require(
                line.requisitionLine().isPresent() || !line.wantedDate().isBefore(day),
                field + ".wantedDate",
                line.wantedDate(),
                "a day not before " + day);
      }
      problems.refuse("The request for quotation cannot be issued so");
    }
  }

  private static void requireOnce(List<PartyCode> suppliers, Problems problems) {
    Set<PartyCode> named = new HashSet<>();
    suppliers.forEach(
        code ->
            problems.require(
                named.add(code), "suppliers", code, "each supplier at most once in a request"));
  }

  /** A request just issued. */
  public static RequestForQuotation issued(
      RequestNumber number, LocalDate day, Currency currency, Wanted wanted) {
    wanted.requireSound(day);
    return new RequestForQuotation(
        number,
        day,
        wanted.answerBy(),
        currency,
        RequestStatus.OPEN,
        wanted.lines(),
        asked(wanted.suppliers(), 0),
        List.of(),
        wanted.requisition(),
        wanted.note(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Asked> asked(List<Supplier> suppliers, int before) {
    List<Asked> asked = new ArrayList<>();
    for (Supplier one : suppliers) {
      asked.add(new Asked(before + asked.size() + 1, one.code(), one.name(), Optional.empty()));
    }
    return asked;
  }

  /** The items of its lines. */
  public List<ItemCode> items() {
    return lines.stream().map(Line::item).toList();
  }

  /** The line of that number. */
  public Optional<Line> line(int wanted) {
    return lines.stream().filter(line -> line.line() == wanted).findFirst();
  }

  /** What a supplier offers for a line. */
  public Optional<Offer> offer(int line, PartyCode supplier) {
    return offers.stream()
        .filter(offer -> offer.requestLine() == line && offer.supplier().equals(supplier))
        .findFirst();
  }

  /** A supplier who is asked by it. */
  public Optional<Asked> asked(PartyCode supplier) {
    return suppliers.stream().filter(one -> one.supplier().equals(supplier)).findFirst();
  }

  /**
   * The request answered by a supplier; whatever he offered before counts no more.
   *
   * @throws Refused as conflict when it is closed, its last day passed or he was not asked, as
   *     invalid with all that is wrong
   */
  public RequestForQuotation answered(PartyCode supplier, Answer answer, List<Offer.Told> told) {
    String title = KIND.titled(number) + " cannot be answered so";
    Asked by = requireAnswerable(supplier, answer.answeredOn());
    Offer.requireSound(this, answer, told, title);
    List<Offer> made = told.stream().map(one -> offer(by, answer, one)).toList();
    return with(answered(by, Optional.of(answer)), offers(supplier, made));
  }

  /** Each line of each supplier has a number of its own, which stays when he answers again. */
  private Offer offer(Asked by, Answer answer, Offer.Told told) {
    int number = (by.line() - 1) * lines.size() + told.line();
    return Offer.of(number, by.supplier(), answer, currency, told);
  }

  private Asked requireAnswerable(PartyCode supplier, LocalDate day) {
    status.require(Act.ANSWER, KIND.titled(number));
    requireIssuedBy(day);
    Asked by =
        asked(supplier)
            .orElseThrow(
                () ->
                    Refused.conflict(
                        ("%s cannot be answered by %s: he was not asked. Extend it to him, or take"
                                + " the offer of one of %s.")
                            .formatted(KIND.titled(number), supplier, names())));
    if (day.isAfter(answerBy)) {
      throw Refused.conflict(
          "%s cannot be answered on %s: the last day was %s. Extend it to a later day."
              .formatted(KIND.titled(number), day, answerBy));
    }
    return by;
  }

  private String names() {
    return suppliers.stream().map(one -> one.supplier().value()).collect(Collectors.joining(", "));
  }

  /**
   * The request without the offer of a supplier.
   *
   * @throws Refused as conflict when it is closed or he offered nothing
   */
  public RequestForQuotation withdrawn(PartyCode supplier) {
    status.require(Act.WITHDRAW, KIND.titled(number));
    Asked by =
        asked(supplier)
            .filter(one -> one.answer().isPresent())
            .orElseThrow(
                () ->
                    Refused.conflict(
                        "%s has no offer of %s that could be taken back."
                            .formatted(KIND.titled(number), supplier)));
    return with(answered(by, Optional.empty()), offers(supplier, List.of()));
  }

  private List<Asked> answered(Asked by, Optional<Answer> now) {
    return suppliers.stream().map(one -> one.equals(by) ? one.answered(now) : one).toList();
  }

  private List<Offer> offers(PartyCode supplier, List<Offer> now) {
    return Stream.concat(
            offers.stream().filter(offer -> !offer.supplier().equals(supplier)), now.stream())
        .sorted((a, b) -> Integer.compare(a.line(), b.line()))
        .toList();
  }

  /** The request with a later or earlier last day, and more suppliers. */
  public RequestForQuotation extended(LocalDate until, List<Supplier> more, LocalDate day) {
    status.require(Act.EXTEND, KIND.titled(number));
    List<Asked> all = new ArrayList<>(suppliers);
    all.addAll(asked(more, suppliers.size()));
    Problems problems = new Problems();
    problems.require(!until.isBefore(day), "answerBy", until, "a day not before " + day);
    requireOnce(all.stream().map(Asked::supplier).toList(), problems);
    problems.refuse(KIND.titled(number) + " cannot be extended so");
    return new RequestForQuotation(
        number,
        issuedOn,
        until,
        currency,
        status,
        lines,
        all,
        offers,
        requisition,
        note,
        closedOn,
        reason);
  }

  /** Whose offers are taken for which lines, once the orders for them are placed. */
  public RequestForQuotation awarded(
      Award award, Map<PartyCode, PurchaseOrderNumber> orders, LocalDate day) {
    status.require(Act.AWARD, KIND.titled(number));
    List<Line> now =
        lines.stream()
            .map(
                line ->
                    award
                        .winner(line.line())
                        .flatMap(
                            by ->
                                Optional.ofNullable(orders.get(by))
                                    .map(order -> line.awarded(by, order)))
                        .orElse(line))
            .toList();
    return closed(RequestStatus.AWARDED, now, day, Optional.empty());
  }

  /** The request given up for a reason. */
  public RequestForQuotation cancelled(String why, LocalDate day) {
    status.require(Act.CANCEL, KIND.titled(number));
    requireIssuedBy(day);
    return closed(
        RequestStatus.CANCELLED, lines, day, Optional.of(Code.checked("reason", why, 200)));
  }

  /** What became of the lines of the requisition that it was issued for. */
  public Map<Integer, PurchaseOrderNumber> ordersByRequisitionLine() {
    return lines.stream()
        .filter(line -> line.requisitionLine().isPresent() && line.order().isPresent())
        .collect(
            Collectors.toMap(
                line -> line.requisitionLine().orElseThrow(), line -> line.order().orElseThrow()));
  }

  /** Passes on its day and later. */
  void requireIssuedBy(LocalDate day) {
    new Problems()
        .require(
            !day.isBefore(issuedOn), "occurredAt", day, "not before the request's day " + issuedOn)
        .refuse(KIND.titled(number) + " cannot go on before it was issued");
  }

  private RequestForQuotation with(List<Asked> by, List<Offer> now) {
    return new RequestForQuotation(
        number,
        issuedOn,
        answerBy,
        currency,
        status,
        lines,
        by,
        now,
        requisition,
        note,
        closedOn,
        reason);
  }

  private RequestForQuotation closed(
      RequestStatus end, List<Line> now, LocalDate day, Optional<String> why) {
    return new RequestForQuotation(
        number,
        issuedOn,
        answerBy,
        currency,
        end,
        now,
        suppliers,
        offers,
        requisition,
        note,
        Optional.of(day),
        why);
  }
}
