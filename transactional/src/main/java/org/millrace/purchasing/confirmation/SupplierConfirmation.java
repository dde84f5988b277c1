package org.millrace.purchasing.confirmation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.purchasing.Promised;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * What a supplier promised of an order on a day, and who noted it. Nothing of it changes; what he
 * promises later is another confirmation.
 *
 * @param supplierReference how he names it
 * @param reason why it is so, named where what was promised comes later
 */
public record SupplierConfirmation(
    Number number,
    PurchaseOrderNumber orderNumber,
    Supplier supplier,
    LocalDate confirmedOn,
    String confirmedBy,
    Optional<String> supplierReference,
    Optional<String> reason,
    List<Line> lines) {
  /** Stored in purchasing.supplier_confirmation with its lines; numbered OC-000001. */
  public static final DocumentKind<SupplierConfirmation> KIND =
      DocumentKind.of(SupplierConfirmation.class, "purchasing", "supplier-confirmation")
          .numbered("OC")
          .lines("lines", "purchasing.supplier_confirmation_line", "confirmation_number")
          .searched("number", "orderNumber", "supplier", "supplier.name", "supplierReference")
          .toldBy("purchase-order", "order_number", SupplierConfirmation::orderNumber)
          .build();

  public SupplierConfirmation {
    lines = List.copyOf(lines);
  }

  /** Names a confirmation within a company. */
  public record Number(String value) implements Code {
    public Number {
      value = Code.checked("confirmation number", value, 40);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /**
   * What is promised of one line of the order.
   *
   * @param quantity in the unit of the item
   * @param promisedBefore the day that counted until then
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      LocalDate promisedBefore,
      LocalDate promisedDate) {}

  /**
   * What the supplier told: a day for the lines that name none, and the lines; without lines all
   * that is to come.
   */
  public record Told(
      Optional<LocalDate> promisedDate,
      Optional<String> supplierReference,
      Optional<String> reason,
      List<ToldLine> lines) {
    public Told {
      lines = List.copyOf(lines);
    }
  }

  /** What he told of a line: all that is to come of it unless a quantity is named. */
  public record ToldLine(int line, Optional<LocalDate> promisedDate, Optional<Quantity> quantity) {}

  /** Under which number something is noted, when and by whom. */
  public record Noted(Number number, LocalDate day, String user) {}

  /**
   * The confirmation of an order.
   *
   * @throws org.millrace.shared.Refused as conflict when the order expects nothing, as invalid with
   *     all that is wrong
   */
  public static SupplierConfirmation of(PurchaseOrder order, Noted noted, Told told) {
    order.require(Act.CONFIRM);
    Problems problems = new Problems();
    Map<Integer, PurchaseOrder.Line> open =
        order.lines().stream()
            .filter(line -> line.outstandingQuantity().isPositive())
            .collect(Collectors.toMap(PurchaseOrder.Line::line, Function.identity()));
    Set<Integer> named = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (ToldLine one : told.lines().isEmpty() ? all(order) : told.lines()) {
      PurchaseOrder.Line line = open.get(one.line());
      problems
          .require(line != null, "lines.line", one.line(), "a line of the order with goods to come")
          .require(
              named.add(one.line()),
              "lines.line",
              one.line(),
              "each line of the order at most once");
      Optional<LocalDate> day = one.promisedDate().or(told::promisedDate);
      problems.require(
          day.isPresent(),
          field(one, "promisedDate"),
          "none",
          "the day that the supplier promises");
      if (line != null && day.isPresent()) {
        lines.add(line(order, line, day.get(), one, problems));
        requireReason(order, line, day.get(), told, problems);
      }
    }
    problems.refuse(PurchaseOrder.KIND.titled(order.number()) + " cannot be confirmed so");
    return new SupplierConfirmation(
        noted.number(),
        order.number(),
        order.supplier(),
        noted.day(),
        noted.user(),
        told.supplierReference(),
        told.reason(),
        lines);
  }

  private static List<ToldLine> all(PurchaseOrder order) {
    return order.lines().stream()
        .filter(line -> line.outstandingQuantity().isPositive())
        .map(line -> new ToldLine(line.line(), Optional.empty(), Optional.empty()))
        .toList();
  }

  private static Line line(
      PurchaseOrder order,
      PurchaseOrder.Line line,
      LocalDate day,
      ToldLine told,
      Problems problems) {
    Quantity open = line.outstandingQuantity();
    Quantity quantity = told.quantity().orElse(open);
    problems
        .require(
            !day.isBefore(order.orderDate()),
            field(told, "promisedDate"),
            day,
            "not before the order date " + order.orderDate())
        .require(
            quantity.isPositive() && quantity.compareTo(open) <= 0,
            field(told, "quantity"),
            quantity,
            "more than 0 and at most the %s that are to come".formatted(open));
    return new Line(
        line.line(), line.item(), line.itemName(), quantity, order.promisedFor(line), day);
  }

  private static void requireReason(
      PurchaseOrder order, PurchaseOrder.Line line, LocalDate day, Told told, Problems problems) {
    boolean isLater = line.promised().isPresent() && day.isAfter(order.promisedFor(line));
    problems.require(
        !isLater || told.reason().isPresent(),
        "reason",
        "none",
        "why line %s, which was promised for %s, comes later"
            .formatted(line.line(), order.promisedFor(line)));
  }

  private static String field(ToldLine line, String name) {
    return "lines." + line.line() + "." + name;
  }

  /** What its order is promised by it. */
  public Map<Integer, Promised> promised() {
    return lines.stream()
        .collect(
            Collectors.toMap(
                Line::line, line -> new Promised(line.promisedDate(), line.quantity())));
  }
}
