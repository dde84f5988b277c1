package org.millrace.crm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.crm.Outcome.Act;
import org.millrace.document.DocumentKind;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;

/**
 * A chance to sell on its way to won or lost. How likely it is nobody types: that is measured from
 * the stages of those before. Each act returns the opportunity as it is afterwards.
 */
public record Opportunity(
    OpportunityNumber number,
    Customer customer,
    String subject,
    String owner,
    Stage stage,
    Instant stageSince,
    Instant openedAt,
    LocalDate expectedCloseDate,
    Outcome outcome,
    Currency currency,
    List<Line> lines,
    List<StageEntry> stages,
    Optional<LocationCode> location,
    Optional<String> lostReason,
    Optional<OrderNumber> orderNumber,
    Optional<Instant> closedAt) {
  /** Stored in crm.opportunity with its lines and stages; numbered OP-000001. */
  public static final DocumentKind<Opportunity> KIND =
      DocumentKind.of(Opportunity.class, "crm", "opportunity")
          .numbered("OP")
          .lines("lines", "crm.opportunity_line", "number")
          .lines("stages", "crm.opportunity_stage", "number")
          .searched("number", "customer", "customer.name", "subject", "owner")
          .inRegionOf(Party.KIND, "customer")
          .sorted("expectedCloseDate")
          .steps(Opportunity::outcome, Act.values())
          .build();

  public Opportunity {
    subject = Code.checked("subject", subject, 200);
    owner = Code.checked("owner", owner, 80);
    lines = List.copyOf(lines);
    stages = List.copyOf(stages);
    new Problems()
        .require(!lines.isEmpty(), "lines", "none", "at least one line")
        .refuse("Opportunity " + number + " cannot be kept");
  }

  /** What the customer may take of an item, at a price of one. */
  public record Line(int line, ItemCode item, String itemName, Quantity quantity, Money unitPrice) {
    public Line {
      new Problems()
          .require(quantity.isPositive(), "lines." + line + ".quantity", quantity, "more than 0")
          .require(!unitPrice.isNegative(), "lines." + line + ".unitPrice", unitPrice, "0 or more")
          .refuse("The line cannot be used");
    }
  }

  /** A stage it entered, and when it left it. */
  public record StageEntry(
      @Stored("line") int entry,
      Stage stage,
      Instant enteredAt,
      Optional<Instant> leftAt,
      Optional<String> note) {
    private StageEntry left(Instant moment) {
      return new StageEntry(entry, stage, enteredAt, Optional.of(moment), note);
    }
  }

  /** What can be told about an opportunity at any time. */
  public record Outlook(
      String subject, String owner, LocalDate expectedCloseDate, Optional<LocationCode> location) {}

  /** How far it has come: the stage it is in, all that it entered, and how it ended. */
  private record Way(
      Stage stage,
      Instant since,
      List<StageEntry> stages,
      Outcome outcome,
      Optional<String> lostReason,
      Optional<OrderNumber> order,
      Optional<Instant> closedAt) {}

  /** An opportunity in its first stage. */
  public static Opportunity opened(
      OpportunityNumber number,
      Customer customer,
      Outlook outlook,
      Currency currency,
      List<Line> lines,
      Instant moment) {
    return new Opportunity(
        number,
        customer,
        outlook.subject(),
        outlook.owner(),
        Stage.QUALIFICATION,
        moment,
        moment,
        outlook.expectedCloseDate(),
        Outcome.OPEN,
        currency,
        lines,
        List.of(new StageEntry(1, Stage.QUALIFICATION, moment, Optional.empty(), Optional.empty())),
        outlook.location(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Outlook outlook() {
    return new Outlook(subject, owner, expectedCloseDate, location);
  }

  private Opportunity with(Outlook outlook, List<Line> now, Way way) {
    return new Opportunity(
        number,
        customer,
        outlook.subject(),
        outlook.owner(),
        way.stage(),
        way.since(),
        openedAt,
        outlook.expectedCloseDate(),
        way.outcome(),
        currency,
        now,
        way.stages(),
        outlook.location(),
        way.lostReason(),
        way.order(),
        way.closedAt());
  }

  /** The opportunity with another outlook and other lines. */
  public Opportunity changed(Outlook outlook, List<Line> now) {
    require(Act.CHANGE);
    return with(
        outlook,
        now,
        new Way(stage, stageSince, stages, outcome, lostReason, orderNumber, closedAt));
  }

  /**
   * The opportunity in its next stage.
   *
   * @throws Refused as conflict when that stage does not follow the present one
   */
  public Opportunity moved(Stage next, Instant moment, Optional<String> note) {
    require(Act.STAGE);
    if (!stage.next().contains(next)) {
      throw Refused.conflict(
          "Opportunity %s cannot go from %s to %s. It can go to %s, or be closed."
              .formatted(number, stage.word(), next.word(), stage.nextWords()));
    }
    requireNotBefore(moment);
    List<StageEntry> entries = left(moment);
    entries.add(
        new StageEntry(
            entries.size() + 1,
            next,
            moment,
            Optional.empty(),
            note.map(String::strip).filter(text -> !text.isEmpty())));
    return with(
        outlook(),
        lines,
        new Way(next, moment, entries, outcome, lostReason, orderNumber, closedAt));
  }

  /** The opportunity won, with the sales order it became where there is one. */
  public Opportunity won(Optional<OrderNumber> order, Instant moment) {
    return closed(Outcome.WON, Optional.empty(), order, moment);
  }

  /** The opportunity lost for a reason. */
  public Opportunity lost(String reason, Instant moment) {
    new Problems()
        .require(!reason.isBlank(), "lostReason", reason, "why it was lost")
        .refuse("Opportunity " + number + " cannot be closed");
    return closed(Outcome.LOST, Optional.of(reason.strip()), Optional.empty(), moment);
  }

  private Opportunity closed(
      Outcome end, Optional<String> reason, Optional<OrderNumber> order, Instant moment) {
    require(Act.CLOSE);
    requireNotBefore(moment);
    return with(
        outlook(),
        lines,
        new Way(stage, stageSince, left(moment), end, reason, order, Optional.of(moment)));
  }

  private List<StageEntry> left(Instant moment) {
    List<StageEntry> entries = new ArrayList<>(stages);
    int last = entries.size() - 1;
    entries.set(last, entries.get(last).left(moment));
    return entries;
  }

  private void require(Act act) {
    outcome.require(act, KIND.titled(number));
  }

  private void requireNotBefore(Instant moment) {
    new Problems()
        .require(
            !moment.isBefore(stageSince),
            "occurredAt",
            moment,
            "not before it entered " + stage.word() + " on " + stageSince)
        .refuse("Opportunity " + number + " cannot leave its stage");
  }

  /** The numbers of lines of an earlier state that this one lacks. */
  public List<Integer> lacking(Opportunity before) {
    List<Integer> here = lines.stream().map(Line::line).toList();
    return before.lines().stream().map(Line::line).filter(l -> !here.contains(l)).toList();
  }
}
