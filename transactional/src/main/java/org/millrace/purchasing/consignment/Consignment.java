package org.millrace.purchasing.consignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.consignment.ConsignmentStatus.Act;
import org.millrace.shared.Code;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.shared.UnitPrice;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/**
 * Goods that a supplier leaves in a location of ours: they are his, have no value in our books and
 * are not among what is on hand, until they are taken over at the price agreed. What is taken over
 * is an order with its receipt, so that it is billed, valued and sent back as anything that was
 * bought. Each act returns it as it is afterwards; quantities are in the unit of the item.
 *
 * @param priceCurrency the currency of the prices agreed
 * @param takeOvers what was taken over, and below 0 what was given back, in the order in which that
 *     happened
 * @param reason why goods were returned last, or why it was cancelled
 */
public record Consignment(
    ConsignmentNumber number,
    LocalDate receivedOn,
    Supplier supplier,
    LocationCode location,
    Currency priceCurrency,
    ConsignmentStatus status,
    List<Line> lines,
    List<TakeOver> takeOvers,
    Optional<String> note,
    Optional<LocalDate> closedOn,
    Optional<String> reason) {
  /** Stored in purchasing.consignment with its lines; numbered CS-000001. */
  public static final DocumentKind<Consignment> KIND =
      DocumentKind.of(Consignment.class, "purchasing", "consignment")
          .numbered("CS")
          .lines("lines", "purchasing.consignment_line", "number")
          .lines("takeOvers", "purchasing.consignment_take_over", "number")
          .searched("number", "supplier", "supplier.name", "status", "lines.item", "lines.lot")
          .steps(Act.values(), Consignment::refusal)
          .build();

  public Consignment {
    lines = List.copyOf(lines);
    takeOvers = List.copyOf(takeOvers);
  }

  /**
   * So many of an item.
   *
   * @param unitPrice of one, in the currency of the prices
   * @param takenOverQuantity what is ours now
   * @param returnedQuantity what the supplier took home
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      @Amount(in = "priceCurrency") BigDecimal unitPrice,
      Optional<LotCode> lot,
      Optional<LocalDate> expiresOn,
      Quantity takenOverQuantity,
      Quantity returnedQuantity) {
    Quantity left() {
      return quantity.minus(takenOverQuantity).minus(returnedQuantity);
    }

    private Line taken(Quantity more) {
      return with(takenOverQuantity.plus(more), returnedQuantity);
    }

    private Line returned(Quantity more) {
      return with(takenOverQuantity, returnedQuantity.plus(more));
    }

    private Line with(Quantity taken, Quantity returned) {
      return new Line(line, item, itemName, quantity, unitPrice, lot, expiresOn, taken, returned);
    }
  }

  /** So much of a line was taken over by a receipt, or below 0 given back. */
  public record TakeOver(
      int line,
      int consignmentLine,
      @Stored("taken_on") LocalDate date,
      Quantity quantity,
      @Stored("order_number") PurchaseOrderNumber order,
      String receipt) {}

  /** What came, and where it lies. */
  record Came(
      Supplier supplier,
      LocationCode location,
      Currency priceCurrency,
      List<Line> lines,
      Optional<String> note) {
    Came {
      lines = List.copyOf(lines);
      note = note.map(text -> Code.checked("note", text, 200));
    }

    private void requireSound() {
      Problems problems = new Problems();
      problems.require(!lines.isEmpty(), "lines", "none", "at least one line");
      for (Line line : lines) {
        String field = "lines." + line.line();
        problems.require(
            line.quantity().isPositive(), field + ".quantity", line.quantity(), "more than 0");
        UnitPrice.require(problems, field + ".unitPrice", line.unitPrice());
      }
      problems.refuse("The consignment cannot be received so");
    }
  }

  /** A consignment just received. */
  static Consignment received(ConsignmentNumber number, Came came, LocalDate day) {
    came.requireSound();
    return new Consignment(
        number,
        day,
        came.supplier(),
        came.location(),
        came.priceCurrency(),
        ConsignmentStatus.OPEN,
        came.lines(),
        List.of(),
        came.note(),
        Optional.empty(),
        Optional.empty());
  }

  /** Why an act is not possible: by the state, or because something of it was moved. */
  private Optional<String> refusal(Act act) {
    boolean isMoved = lines.stream().anyMatch(line -> !line.left().equals(line.quantity()));
    boolean isTaken = lines.stream().anyMatch(line -> line.takenOverQuantity().isPositive());
    return status
        .refusal(act, KIND.titled(number))
        .or(
            () ->
                act == Act.CANCEL && isMoved
                    ? Optional.of(
                        "%s cannot be cancelled: goods of it were taken over or went back. Return"
                                .formatted(KIND.titled(number))
                            + " what is left.")
                    : Optional.empty())
        .or(
            () ->
                act == Act.GIVE_BACK && !isTaken
                    ? Optional.of(
                        "%s cannot have goods given back to it: none of it are taken over."
                            .formatted(KIND.titled(number)))
                    : Optional.empty());
  }

  /**
   * Passes when the act is possible.
   *
   * @throws Refused as conflict when it is not
   */
  void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /**
   * So much of its lines, by their numbers; all that is left where none is named.
   *
   * @throws Refused as invalid where more is asked for than is left, or nothing
   */
  Map<Integer, Quantity> asked(Map<Integer, Quantity> wanted, Act act) {
    require(act);
    Map<Integer, Quantity> asked = new TreeMap<>(wanted);
    if (wanted.isEmpty()) {
      lines.stream()
          .filter(line -> line.left().isPositive())
          .forEach(line -> asked.put(line.line(), line.left()));
    }
    Problems problems = new Problems();
    asked.forEach(
        (line, quantity) -> {
          Quantity left = line(line).map(Line::left).orElse(Quantity.ZERO);
          problems.require(
              quantity.isPositive() && quantity.compareTo(left) <= 0,
              "lines." + line + ".quantity",
              quantity,
              "more than 0 and at most the %s that are left".formatted(left));
        });
    problems.refuse(KIND.titled(number) + " cannot " + act.words());
    return asked;
  }

  /** The line of that number. */
  Optional<Line> line(int wanted) {
    return lines.stream().filter(line -> line.line() == wanted).findFirst();
  }

  /** With goods that are ours now by an order and its receipt. */
  Consignment takenOver(
      Map<Integer, Quantity> quantities, LocalDate day, PurchaseOrderNumber order, String receipt) {
    List<TakeOver> now = new ArrayList<>(takeOvers);
    quantities.forEach(
        (line, quantity) ->
            now.add(new TakeOver(now.size() + 1, line, day, quantity, order, receipt)));
    return with(
        lines.stream()
            .map(line -> line.taken(quantities.getOrDefault(line.line(), Quantity.ZERO)))
            .toList(),
        now,
        day,
        reason);
  }

  /**
   * What a receipt took over and nobody gave back.
   *
   * @throws Refused as invalid where that is nothing
   */
  List<TakeOver> takenBy(String receipt) {
    require(Act.GIVE_BACK);
    List<TakeOver> by = takeOvers.stream().filter(of -> of.receipt().equals(receipt)).toList();
    boolean isGivenBack = by.stream().anyMatch(of -> of.quantity().isNegative());
    new Problems()
        .require(
            !by.isEmpty() && !isGivenBack,
            "receipt",
            receipt,
            "a receipt by which goods of it were taken over, and not given back yet")
        .refuse(KIND.titled(number) + " cannot have goods given back to it");
    return by;
  }

  /** With the goods of that receipt as the supplier's again. */
  Consignment givenBack(String receipt, LocalDate day) {
    List<TakeOver> now = new ArrayList<>(takeOvers);
    List<Line> after = new ArrayList<>(lines);
    for (TakeOver of : takenBy(receipt)) {
      Quantity less = of.quantity().negated();
      now.add(new TakeOver(now.size() + 1, of.consignmentLine(), day, less, of.order(), receipt));
      after.replaceAll(line -> line.line() == of.consignmentLine() ? line.taken(less) : line);
    }
    return with(after, now, day, reason);
  }

  /** With goods that the supplier took home. */
  Consignment returned(Map<Integer, Quantity> quantities, String why, LocalDate day) {
    return with(
        lines.stream()
            .map(line -> line.returned(quantities.getOrDefault(line.line(), Quantity.ZERO)))
            .toList(),
        takeOvers,
        day,
        Optional.of(Code.checked("reason", why, 200)));
  }

  /** A consignment that was noted by mistake. */
  Consignment cancelled(String why, LocalDate day) {
    require(Act.CANCEL);
    requireReceivedBy(day);
    return new Consignment(
        number,
        receivedOn,
        supplier,
        location,
        priceCurrency,
        ConsignmentStatus.CANCELLED,
        lines,
        takeOvers,
        note,
        Optional.of(day),
        Optional.of(Code.checked("reason", why, 200)));
  }

  /** Passes on the day on which it came and later. */
  void requireReceivedBy(LocalDate day) {
    new Problems()
        .require(
            !day.isBefore(receivedOn), "occurredAt", day, "not before it came on " + receivedOn)
        .refuse(KIND.titled(number) + " cannot be moved before it came");
  }

  private Consignment with(
      List<Line> now, List<TakeOver> taken, LocalDate day, Optional<String> why) {
    requireReceivedBy(day);
    boolean isLeft = now.stream().anyMatch(line -> line.left().isPositive());
    return new Consignment(
        number,
        receivedOn,
        supplier,
        location,
        priceCurrency,
        isLeft ? ConsignmentStatus.OPEN : ConsignmentStatus.CLOSED,
        now,
        taken,
        note,
        isLeft ? Optional.empty() : Optional.of(day),
        why);
  }
}
