package org.millrace.stock.count;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentKind;
import org.millrace.document.reversal.ReversibleStatus;
import org.millrace.document.reversal.ReversibleStatus.Act;
import org.millrace.item.ItemCode;
import org.millrace.shared.Caller.Sensitive;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/**
 * What was found at a location, item by item, against what was booked there at that moment. Each
 * act returns the count as it is afterwards; values are at cost, in the currency of the company.
 */
public record Count(
    CountNumber number,
    ReversibleStatus status,
    LocationCode location,
    Instant draftedAt,
    Optional<Instant> postedAt,
    Optional<String> note,
    Optional<CountNumber> reverses,
    Optional<CountNumber> reversedBy,
    List<Line> lines,
    @Sensitive Money differenceValue,
    Currency currency) {
  /** Stored in stock.count with its lines; numbered SC-000001. */
  public static final DocumentKind<Count> KIND =
      DocumentKind.of(Count.class, "stock", "count")
          .numbered("SC")
          .lines("lines", "stock.count_line", "count_number")
          .searched("number", "location", "status", "note")
          .steps(Count::status, Act.values())
          .build();

  public Count {
    lines = List.copyOf(lines);
  }

  /**
   * An item: what was booked when it was counted, what was found, found less booked, and what one
   * cost where that was said or the difference is booked. A difference of -3 at 10 is worth -30.
   * Where lots are kept, it is one lot of the item.
   */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity bookedQuantity,
      Optional<Quantity> countedQuantity,
      Quantity differenceQuantity,
      @Sensitive Optional<Money> unitCost,
      @Sensitive Optional<Money> value,
      Optional<LotCode> lot) {
    /** A line of a draft. */
    public static Line of(int line, Item item, Optional<Quantity> counted, Optional<Money> cost) {
      Quantity difference = counted.map(c -> c.minus(item.booked())).orElse(Quantity.ZERO);
      return new Line(
          line,
          item.code(),
          item.name(),
          item.booked(),
          counted,
          difference,
          cost,
          Optional.empty(),
          item.lot());
    }

    /** The goods that it is about. */
    Goods goods() {
      return new Goods(item, lot);
    }

    Line booked(Money cost, Money worth) {
      return new Line(
          line,
          item,
          itemName,
          bookedQuantity,
          countedQuantity,
          differenceQuantity,
          Optional.of(cost),
          Optional.of(worth),
          lot);
    }

    boolean differs() {
      return !differenceQuantity.isZero();
    }
  }

  /** An item, or one of its lots, as it stands at the location. */
  public record Item(ItemCode code, String name, Quantity booked, Optional<LotCode> lot) {
    /** All of an item. */
    public Item(ItemCode code, String name, Quantity booked) {
      this(code, name, booked, Optional.empty());
    }
  }

  /** All of an item, or one of its lots. */
  record Goods(ItemCode item, Optional<LotCode> lot) {}

  /** A sheet just made. */
  public static Count drafted(
      CountNumber number,
      LocationCode location,
      Optional<String> note,
      List<Line> lines,
      Drafted drafted) {
    requireLines(location, lines, "The count cannot be made so");
    return made(number, location, note, lines, drafted);
  }

  private static void requireLines(LocationCode location, List<Line> lines, String title) {
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "items to count: nothing lies at " + location)
        .refuse(title);
  }

  private static Count made(
      CountNumber number,
      LocationCode location,
      Optional<String> note,
      List<Line> lines,
      Drafted drafted) {
    return new Count(
        number,
        ReversibleStatus.DRAFT,
        location,
        drafted.at(),
        Optional.empty(),
        note.map(String::strip).filter(text -> !text.isEmpty()),
        drafted.reverses(),
        Optional.empty(),
        lines,
        Money.zero(drafted.currency()),
        drafted.currency());
  }

  /** When a count was made, in which currency, and which one it takes back. */
  public record Drafted(Instant at, Currency currency, Optional<CountNumber> reverses) {}

  /**
   * The sheet with what was found.
   *
   * @throws Refused as conflict when it is no draft any more
   */
  public Count changed(Optional<String> text, List<Line> found) {
    require(Act.CHANGE);
    requireLines(location, found, KIND.titled(number) + " cannot be changed so");
    return made(number, location, text, found, new Drafted(draftedAt, currency, reverses));
  }

  /**
   * The count after its differences were booked; all lines with their costs and values.
   *
   * @throws Refused as conflict when it is no draft any more
   */
  public Count posted(Instant moment, List<Line> booked) {
    require(Act.POST);
    Money all =
        booked.stream()
            .flatMap(line -> line.value().stream())
            .reduce(Money.zero(currency), Money::plus);
    ReversibleStatus now =
        reverses.isPresent() ? ReversibleStatus.REVERSING : ReversibleStatus.POSTED;
    return with(now, Optional.of(moment), reversedBy, booked, all);
  }

  /**
   * The draft given up.
   *
   * @throws Refused as conflict when it is no draft any more
   */
  public Count cancelled() {
    require(Act.CANCEL);
    return with(ReversibleStatus.CANCELLED, postedAt, reversedBy, lines, differenceValue);
  }

  /**
   * The count after another one took its differences back.
   *
   * @throws Refused as conflict when it is not posted or found no difference, as invalid when it
   *     would be taken back before
   */
  public Count reversed(CountNumber by, Instant moment) {
    require(Act.REVERSE);
    Instant booked = postedAt.orElseThrow();
    new Problems()
        .require(
            !moment.isBefore(booked), "occurredAt", moment, "not before it was posted " + booked)
        .refuse(KIND.titled(number) + " cannot be reversed");
    if (lines.stream().noneMatch(Line::differs)) {
      throw Refused.conflict(
          KIND.titled(number) + " found no difference: there is nothing to take back.");
    }
    return with(ReversibleStatus.REVERSED, postedAt, Optional.of(by), lines, differenceValue);
  }

  void require(Act act) {
    status.require(act, KIND.titled(number));
  }

  private Count with(
      ReversibleStatus now,
      Optional<Instant> posted,
      Optional<CountNumber> takenBackBy,
      List<Line> all,
      Money difference) {
    return new Count(
        number,
        now,
        location,
        draftedAt,
        posted,
        note,
        reverses,
        takenBackBy,
        all,
        difference,
        currency);
  }
}
