package org.millrace.sourcing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.sourcing.RequisitionStatus.Act;
import org.millrace.stock.LocationCode;

/**
 * What somebody needs to be bought, and by when. It is ordered at once, or suppliers are asked for
 * offers first; each line names the purchase order that it became. Each act returns it as it is
 * afterwards; quantities are in the unit of the item.
 *
 * @param requestedBy who needs it
 * @param location where it is needed
 * @param request by which suppliers are asked for it, or were asked last
 * @param reason why it was rejected or cancelled
 */
public record Requisition(
    RequisitionNumber number,
    LocalDate requestedOn,
    String requestedBy,
    RequisitionStatus status,
    List<Line> lines,
    Optional<LocationCode> location,
    Optional<String> note,
    Optional<RequestNumber> request,
    Optional<LocalDate> closedOn,
    Optional<String> reason) {
  /** Stored in sourcing.requisition with its lines; numbered PR-000001. */
  public static final DocumentKind<Requisition> KIND =
      DocumentKind.of(Requisition.class, "sourcing", "requisition")
          .numbered("PR")
          .lines("lines", "sourcing.requisition_line", "number")
          .searched("number", "requestedBy", "status", "lines.item")
          .steps(Act.values(), Requisition::refusal)
          .build();

  public Requisition {
    lines = List.copyOf(lines);
  }

  /** So many of an item, wanted for a day, and the order that they are on. */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      LocalDate wantedDate,
      @Stored("order_number") Optional<PurchaseOrderNumber> order) {
    private Line ordered(Optional<PurchaseOrderNumber> now) {
      return new Line(line, item, itemName, quantity, wantedDate, order.or(() -> now));
    }
  }

  /** What is needed, by whom and where. */
  public record Need(
      String requestedBy,
      Optional<LocationCode> location,
      Optional<String> note,
      List<Line> lines) {
    public Need {
      requestedBy = Code.checked("requestedBy", requestedBy, 80);
      note = note.map(text -> Code.checked("note", text, 200));
      lines = List.copyOf(lines);
    }

    private void requireSound(LocalDate day, String title) {
      Problems problems = new Problems();
      problems.require(!lines.isEmpty(), "lines", "none", "at least one line");
      for (Line line : lines) {
        String field = "lines." + line.line();
        problems
            .require(
                line.quantity().isPositive(), field + ".quantity", line.quantity(), "more than 0")
            .require(
                !line.wantedDate().isBefore(day),
                field + ".wantedDate",
                line.wantedDate(),
                "a day not before " + day);
      }
      problems.refuse(title);
    }
  }

  /** A requisition just made. */
  public static Requisition made(RequisitionNumber number, Need need, LocalDate day) {
    need.requireSound(day, "The requisition cannot be made so");
    return new Requisition(
        number,
        day,
        need.requestedBy(),
        RequisitionStatus.OPEN,
        need.lines(),
        need.location(),
        need.note(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Why an act is not possible: by the state, or because something of it is ordered. */
  private Optional<String> refusal(Act act) {
    boolean isForTheWhole = act == Act.CHANGE || act == Act.REJECT;
    boolean isOrderedInPart = lines.stream().anyMatch(line -> line.order().isPresent());
    return status
        .refusal(act, KIND.titled(number))
        .or(
            () ->
                isForTheWhole && isOrderedInPart
                    ? Optional.of(
                        "%s cannot %s: something of it is ordered. Order or cancel what is left."
                            .formatted(KIND.titled(number), act.words()))
                    : Optional.empty());
  }

  /**
   * Passes when the act is possible.
   *
   * @throws Refused as conflict when it is not
   */
  public void require(Act act) {
    Refused.conflictIf(refusal(act));
  }

  /** The lines that are on no order. */
  public List<Line> open() {
    return lines.stream().filter(line -> line.order().isEmpty()).toList();
  }

  /** The same requisition of something else; its day stays. */
  public Requisition changed(Need need) {
    require(Act.CHANGE);
    need.requireSound(requestedOn, KIND.titled(number) + " cannot be changed so");
    return new Requisition(
        number,
        requestedOn,
        need.requestedBy(),
        status,
        need.lines(),
        need.location(),
        need.note(),
        request,
        closedOn,
        reason);
  }

  /** The requisition once suppliers are asked for what is left of it. */
  public Requisition asked(RequestNumber by, LocalDate day) {
    require(Act.ASK);
    requireMadeBy(day);
    return with(RequisitionStatus.ASKED, lines, Optional.of(by), Optional.empty(), reason);
  }

  /** The requisition once its request for quotation was given up: it is open as before. */
  public Requisition reopened() {
    return with(RequisitionStatus.OPEN, lines, request, Optional.empty(), reason);
  }

  /** The requisition whose lines became those orders; open as long as one is on none. */
  public Requisition ordered(Map<Integer, PurchaseOrderNumber> orders, LocalDate day) {
    List<Line> now =
        lines.stream()
            .map(line -> line.ordered(Optional.ofNullable(orders.get(line.line()))))
            .toList();
    boolean isAllOrdered = now.stream().allMatch(line -> line.order().isPresent());
    return with(
        isAllOrdered ? RequisitionStatus.ORDERED : RequisitionStatus.OPEN,
        now,
        request,
        isAllOrdered ? Optional.of(day) : Optional.empty(),
        reason);
  }

  /** The requisition that is not bought, for a reason. */
  public Requisition rejected(String why, LocalDate day) {
    require(Act.REJECT);
    return closed(RequisitionStatus.REJECTED, why, day);
  }

  /** The requisition of which nothing more is needed, for a reason; what is ordered stays so. */
  public Requisition cancelled(String why, LocalDate day) {
    require(Act.CANCEL);
    return closed(RequisitionStatus.CANCELLED, why, day);
  }

  private Requisition closed(RequisitionStatus end, String why, LocalDate day) {
    requireMadeBy(day);
    return with(
        end, lines, request, Optional.of(day), Optional.of(Code.checked("reason", why, 200)));
  }

  /** Passes on its day and later. */
  public void requireMadeBy(LocalDate day) {
    new Problems()
        .require(
            !day.isBefore(requestedOn),
            "occurredAt",
            day,
            "not before the requisition's day " + requestedOn)
        .refuse(KIND.titled(number) + " cannot go on before it was made");
  }

  private Requisition with(
      RequisitionStatus now,
      List<Line> changed,
      Optional<RequestNumber> by,
      Optional<LocalDate> closed,
      Optional<String> why) {
    return new Requisition(
        number, requestedOn, requestedBy, now, changed, location, note, by, closed, why);
  }
}
