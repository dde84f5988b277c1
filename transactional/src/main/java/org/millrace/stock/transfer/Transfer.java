package org.millrace.stock.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind;
import org.millrace.document.reversal.ReversibleStatus;
import org.millrace.document.reversal.ReversibleStatus.Act;
import org.millrace.item.ItemCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.MoveReason;

/**
 * Goods that go from one location of a company to another; their value goes with them. Each act
 * returns the transfer as it is afterwards.
 */
public record Transfer(
    TransferNumber number,
    ReversibleStatus status,
    LocationCode fromLocation,
    LocationCode toLocation,
    Instant draftedAt,
    Optional<Instant> postedAt,
    Optional<String> note,
    Optional<TransferNumber> reverses,
    Optional<TransferNumber> reversedBy,
    List<Line> lines) {
  /** Stored in stock.transfer with its lines; numbered TR-000001. */
  public static final DocumentKind<Transfer> KIND =
      DocumentKind.of(Transfer.class, "stock", "transfer")
          .numbered("TR")
          .lines("lines", "stock.transfer_line", "transfer_number")
          .searched("number", "fromLocation", "toLocation", "status", "note")
          .steps(Transfer::status, Act.values())
          .build();

  public Transfer {
    lines = List.copyOf(lines);
  }

  /** How much of an item, above zero, and of which lot where lots are kept. */
  public record Line(
      int line, ItemCode item, String itemName, Quantity quantity, Optional<LotCode> lot) {
    /** Goods of no lot. */
    public Line(int line, ItemCode item, String itemName, Quantity quantity) {
      this(line, item, itemName, quantity, Optional.empty());
    }
  }

  /** What is to go where. */
  public record Request(
      LocationCode fromLocation, LocationCode toLocation, Optional<String> note, List<Line> lines) {
    public Request {
      lines = List.copyOf(lines);
      note = note.map(String::strip).filter(text -> !text.isEmpty());
    }

    private void requireSound(String title) {
      Problems problems =
          new Problems()
              .require(
                  !fromLocation.equals(toLocation),
                  "toLocation",
                  toLocation,
                  "another location than the goods lie at")
              .require(!lines.isEmpty(), "lines", "none", "at least one line");
      lines.forEach(
          line ->
              problems.require(
                  line.quantity().isPositive(),
                  "lines." + line.line() + ".quantity",
                  line.quantity(),
                  "more than 0"));
      problems.refuse(title);
    }
  }

  /** A transfer just drafted. */
  public static Transfer drafted(TransferNumber number, Request request, Instant draftedAt) {
    request.requireSound("The transfer cannot be made so");
    return made(number, request, draftedAt);
  }

  private static Transfer made(TransferNumber number, Request request, Instant draftedAt) {
    return new Transfer(
        number,
        ReversibleStatus.DRAFT,
        request.fromLocation(),
        request.toLocation(),
        draftedAt,
        Optional.empty(),
        request.note(),
        Optional.empty(),
        Optional.empty(),
        request.lines());
  }

  /**
   * The draft as it was meant.
   *
   * @throws Refused as conflict when it is no draft any more
   */
  public Transfer changed(Request request) {
    require(Act.CHANGE);
    request.requireSound(KIND.titled(number) + " cannot be changed so");
    return made(number, request, draftedAt);
  }

  /**
   * The transfer after its goods moved.
   *
   * @throws Refused as conflict when it is no draft any more
   */
  public Transfer posted(Instant moment) {
    require(Act.POST);
    ReversibleStatus now =
        reverses.isPresent() ? ReversibleStatus.REVERSING : ReversibleStatus.POSTED;
    return with(now, Optional.of(moment), reversedBy);
  }

  /**
   * The draft given up.
   *
   * @throws Refused as conflict when it is no draft any more
   */
  public Transfer cancelled() {
    require(Act.CANCEL);
    return with(ReversibleStatus.CANCELLED, postedAt, reversedBy);
  }

  /** The draft that takes the goods of this transfer back. */
  public Transfer back(TransferNumber as, Instant moment) {
    return new Transfer(
        as,
        ReversibleStatus.DRAFT,
        toLocation,
        fromLocation,
        moment,
        Optional.empty(),
        note,
        Optional.of(number),
        Optional.empty(),
        lines);
  }

  /**
   * The transfer after another one took its goods back.
   *
   * @throws Refused as conflict when it is not posted, as invalid when it would be taken back
   *     before
   */
  public Transfer reversed(Transfer by) {
    require(Act.REVERSE);
    Instant moved = postedAt.orElseThrow();
    new Problems()
        .require(
            !by.draftedAt().isBefore(moved),
            "occurredAt",
            by.draftedAt(),
            "not before it was posted " + moved)
        .refuse(KIND.titled(number) + " cannot be reversed");
    return with(ReversibleStatus.REVERSED, postedAt, Optional.of(by.number()));
  }

  private void require(Act act) {
    status.require(act, KIND.titled(number));
  }

  private Transfer with(
      ReversibleStatus now, Optional<Instant> posted, Optional<TransferNumber> takenBackBy) {
    return new Transfer(
        number,
        now,
        fromLocation,
        toLocation,
        draftedAt,
        posted,
        note,
        reverses,
        takenBackBy,
        lines);
  }

  /** Each line out of the one location and into the other, at the same cost. */
  GoodsMove move(Instant moment) {
    List<GoodsMove.Line> both = new ArrayList<>();
    lines.forEach(line -> both.addAll(outAndIn(line)));
    return new GoodsMove(MoveReason.TRANSFER, KIND.ref(number), moment, both);
  }

  private List<GoodsMove.Line> outAndIn(Line line) {
    return Stream.of(
            new GoodsMove.Line(
                line.item(), fromLocation, line.quantity().negated(), Optional.empty()),
            new GoodsMove.Line(line.item(), toLocation, line.quantity(), Optional.empty()))
        .map(goods -> goods.of(line.lot()))
        .map(goods -> reverses.map(of -> goods.backOf(KIND.ref(of))).orElse(goods))
        .toList();
  }
}
