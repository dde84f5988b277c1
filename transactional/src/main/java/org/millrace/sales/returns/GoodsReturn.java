package org.millrace.sales.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.party.Party;
import org.millrace.sales.Customer;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.returns.ReturnStatus.Act;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/**
 * Goods of an invoice that its customer sends back. Each act returns the return as it is
 * afterwards. Goods come into stock when it is settled, at the cost with which they left.
 */
public record GoodsReturn(
    ReturnNumber number,
    ReturnStatus status,
    Customer customer,
    InvoiceNumber invoice,
    LocalDate askedOn,
    Optional<LocalDate> receivedOn,
    Optional<LocalDate> settledOn,
    String reason,
    Optional<String> decision,
    LocationCode location,
    Optional<InvoiceNumber> creditNote,
    Optional<InvoiceNumber> replacementNote,
    List<Line> lines) {
  /** Stored in sales.goods_return with its lines; numbered RT-000001. */
  public static final DocumentKind<GoodsReturn> KIND =
      DocumentKind.of(GoodsReturn.class, "sales", "return")
          .numbered("RT")
          .storedIn("sales.goods_return")
          .lines("lines", "sales.goods_return_line", "return_number")
          .searched("number", "customer", "customer.name", "invoice", "reason")
          .sorted("-askedOn")
          .inRegionOf(Party.KIND, "customer")
          .steps(Act.values(), GoodsReturn::refusal)
          .build();

  public GoodsReturn {
    lines = List.copyOf(lines);
  }

  /** What becomes of goods that came back. */
  public enum Outcome {
    /** They go to the other goods. */
    RESTOCK,
    /** They are worth nothing any more. */
    SCRAP
  }

  /** What the customer gets for them. */
  public enum Compensation {
    /** They are taken off his bill. */
    CREDIT,
    /** They are delivered and billed once more by the order of the invoice. */
    REPLACEMENT
  }

  /**
   * How much of a line of the invoice comes back, and what becomes of it.
   *
   * @param lot the lot that came, where somebody named it
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      ItemKind itemKind,
      Quantity quantity,
      Quantity receivedQuantity,
      Optional<Outcome> outcome,
      Optional<Compensation> compensation,
      Optional<LotCode> lot) {
    private Line received(Quantity came, Optional<LotCode> of) {
      return new Line(line, item, itemName, itemKind, quantity, came, outcome, compensation, of);
    }

    private Line inspected(Outcome becomes, Compensation gets) {
      return new Line(
          line,
          item,
          itemName,
          itemKind,
          quantity,
          receivedQuantity,
          Optional.of(becomes),
          Optional.of(gets),
          lot);
    }
  }

  /**
   * A return just asked for.
   *
   * @throws Refused as invalid, with all that is wrong
   */
  static GoodsReturn asked(
      ReturnNumber number,
      Invoice invoice,
      Map<Integer, Quantity> wanted,
      String reason,
      LocationCode location,
      LocalDate day) {
    Problems problems = new Problems();
    problems
        .require(!wanted.isEmpty(), "lines", "none", "at least one line")
        .require(!reason.isBlank(), "reason", reason, "why the goods come back");
    Map<Integer, Invoice.Line> billed = new TreeMap<>();
    invoice.lines().forEach(line -> billed.put(line.line(), line));
    wanted.forEach(
        (line, quantity) -> {
          Quantity most =
              Optional.ofNullable(billed.get(line))
                  .map(Invoice.Line::quantity)
                  .orElse(Quantity.ZERO);
          problems.require(
              quantity.isPositive() && quantity.compareTo(most) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "more than 0 and at most the " + most + " that the invoice bills");
        });
    problems.refuse("The return cannot be asked for");
    List<Line> lines =
        invoice.lines().stream()
            .filter(line -> wanted.containsKey(line.line()))
            .map(
                line ->
                    new Line(
                        line.line(),
                        line.item(),
                        line.itemName(),
                        line.itemKind(),
                        wanted.getOrDefault(line.line(), Quantity.ZERO),
                        Quantity.ZERO,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new GoodsReturn(
        number,
        ReturnStatus.ASKED,
        invoice.customer(),
        invoice.number(),
        day,
        Optional.empty(),
        Optional.empty(),
        reason.strip(),
        Optional.empty(),
        location,
        Optional.empty(),
        Optional.empty(),
        lines);
  }

  private Optional<String> refusal(Act act) {
    return status
        .refusal(act, KIND.titled(number))
        .or(
            () ->
                act == Act.REVERSE && replacementNote.isPresent()
                    ? Optional.of(
                        ("%s is not reversed: its order delivers replacements. Invoice them, or"
                                + " cancel what is left of the order.")
                            .formatted(KIND.titled(number)))
                    : Optional.empty());
  }

  private GoodsReturn in(Act act, ReturnStatus next, UnaryOperator<Line> change) {
    Refused.conflictIf(refusal(act));
    return new GoodsReturn(
        number,
        next,
        customer,
        invoice,
        askedOn,
        receivedOn,
        settledOn,
        reason,
        decision,
        location,
        creditNote,
        replacementNote,
        lines.stream().map(change).toList());
  }

  /** The customer may send the goods. */
  GoodsReturn authorised() {
    return in(Act.AUTHORISE, ReturnStatus.AUTHORISED, UnaryOperator.identity());
  }

  /** He may not, for that reason. */
  GoodsReturn denied(String why) {
    return in(Act.DENY, ReturnStatus.DENIED, UnaryOperator.identity()).because(why);
  }

  /** Nothing comes of it. */
  GoodsReturn cancelled() {
    return in(Act.CANCEL, ReturnStatus.CANCELLED, UnaryOperator.identity());
  }

  /**
   * So much of each line came, all that was asked for when nothing is named, and of which lot.
   *
   * @throws Refused as conflict when it is not authorised, as invalid when more came than was asked
   */
  GoodsReturn received(Map<Integer, Quantity> came, Map<Integer, LotCode> lots, LocalDate day) {
    GoodsReturn next =
        in(
            Act.RECEIVE,
            ReturnStatus.RECEIVED,
            line ->
                line.received(
                    came.isEmpty()
                        ? line.quantity()
                        : came.getOrDefault(line.line(), Quantity.ZERO),
                    Optional.ofNullable(lots.get(line.line()))));
    Problems problems = new Problems();
    came.forEach(
        (line, quantity) -> {
          Quantity asked = asked(line);
          problems.require(
              !quantity.isNegative() && quantity.compareTo(asked) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "0 to the " + asked + " of the return");
        });
    boolean any = next.lines().stream().anyMatch(line -> line.receivedQuantity().isPositive());
    problems
        .require(any, "lines", "none", "at least one line of which goods came")
        .refuse(KIND.titled(number) + " cannot be received so");
    return next.with(Optional.of(day), settledOn, creditNote, replacementNote);
  }

  private Quantity asked(int line) {
    return lines.stream()
        .filter(one -> one.line() == line)
        .findFirst()
        .map(Line::quantity)
        .orElse(Quantity.ZERO);
  }

  /** What somebody decided on a line. */
  record Verdict(Outcome outcome, Compensation compensation) {
    /** Back to the other goods, and off the bill. */
    static final Verdict USUAL = new Verdict(Outcome.RESTOCK, Compensation.CREDIT);
  }

  /**
   * What becomes of each line; those not named are restocked and credited.
   *
   * @throws Refused as conflict when nothing came yet, as invalid when a line is not of the return
   */
  GoodsReturn inspected(Map<Integer, Verdict> verdicts, Optional<String> note) {
    Problems problems = new Problems();
    verdicts
        .keySet()
        .forEach(
            line ->
                problems.require(
                    lines.stream().anyMatch(one -> one.line() == line),
                    "lines.line",
                    line,
                    "a line of the return"));
    GoodsReturn next =
        in(
            Act.INSPECT,
            ReturnStatus.INSPECTED,
            line -> {
              Verdict verdict = verdicts.getOrDefault(line.line(), Verdict.USUAL);
              return line.inspected(verdict.outcome(), verdict.compensation());
            });
    problems.refuse(KIND.titled(number) + " cannot be inspected so");
    return note.map(next::because).orElse(next);
  }

  /** What came of the lines with that compensation, by line of the invoice. */
  Map<Integer, Quantity> came(Compensation compensation) {
    Map<Integer, Quantity> came = new TreeMap<>();
    lines.stream()
        .filter(line -> line.compensation().equals(Optional.of(compensation)))
        .filter(line -> line.receivedQuantity().isPositive())
        .forEach(line -> came.put(line.line(), line.receivedQuantity()));
    return came;
  }

  /** The lots that somebody named, by line of the invoice. */
  Map<Integer, LotCode> lots() {
    Map<Integer, LotCode> lots = new TreeMap<>();
    lines.forEach(line -> line.lot().ifPresent(lot -> lots.put(line.line(), lot)));
    return lots;
  }

  /** The stocked lines of which something is to be scrapped. */
  List<Line> scrapped() {
    return lines.stream()
        .filter(line -> line.outcome().equals(Optional.of(Outcome.SCRAP)))
        .filter(line -> line.itemKind() == ItemKind.STOCKED && line.receivedQuantity().isPositive())
        .toList();
  }

  /** The return after these credit notes took the goods back. */
  GoodsReturn settled(
      LocalDate day, Optional<InvoiceNumber> credit, Optional<InvoiceNumber> replacement) {
    return in(Act.SETTLE, ReturnStatus.SETTLED, UnaryOperator.identity())
        .with(receivedOn, Optional.of(day), credit, replacement);
  }

  /** The return after its customer was billed again and has the goods again. */
  GoodsReturn reversed(String why) {
    return in(Act.REVERSE, ReturnStatus.REVERSED, UnaryOperator.identity()).because(why);
  }

  private GoodsReturn because(String why) {
    new Problems()
        .require(!why.isBlank(), "reason", why, "why it is so")
        .refuse(KIND.titled(number) + " cannot be changed so");
    return new GoodsReturn(
        number,
        status,
        customer,
        invoice,
        askedOn,
        receivedOn,
        settledOn,
        reason,
        Optional.of(why.strip()),
        location,
        creditNote,
        replacementNote,
        lines);
  }

  private GoodsReturn with(
      Optional<LocalDate> came,
      Optional<LocalDate> settled,
      Optional<InvoiceNumber> credit,
      Optional<InvoiceNumber> replacement) {
    return new GoodsReturn(
        number,
        status,
        customer,
        invoice,
        askedOn,
        came,
        settled,
        reason,
        decision,
        location,
        credit,
        replacement,
        lines);
  }
}
