package org.millrace.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/**
 * What a plan proposes to buy or to make, and what stands behind it. Each act returns the proposal
 * as it is afterwards; an approved one names the single document that came of it.
 */
public record Proposal(
    ProposalId id,
    String planVersion,
    LocalDate asOf,
    ItemCode item,
    Source source,
    Quantity quantity,
    int orders,
    LocalDate startDate,
    LocalDate dueDate,
    LocalDate neededDate,
    List<Peg> pegs,
    ProposalState state,
    Optional<Decision> decision) {
  public Proposal {
    pegs = List.copyOf(pegs);
    planVersion = Code.checked("planVersion", "plan version", planVersion, 120);
    new Problems()
        .require(quantity.isPositive(), "quantity", quantity, "more than 0")
        .require(orders >= 1, "orders", orders, "1 or more")
        .require(
            !startDate.isAfter(dueDate),
            "startDate",
            startDate,
            "not after the due date " + dueDate)
        .refuse("Proposal " + id + " cannot be taken");
  }

  /** Why something is proposed. */
  public enum Reason {
    SALES_ORDER,
    WORK_ORDER,
    OTHER,
    FORECAST,
    SAFETY_STOCK,
    SHORT_STOCK,
    LOT_SIZE
  }

  /** What stands behind so much of a proposal: a document, or the item whose rule it is. */
  public record Peg(Reason reason, String document, Quantity quantity) {
    public Peg {
      document = Code.checked("document", "document of a peg", document, 200);
    }
  }

  /** What a planner decided, and what came of it. */
  public record Decision(
      String by,
      Instant at,
      Optional<String> note,
      Optional<Quantity> quantity,
      Optional<Document> document) {}

  /** What an approval made. */
  public record Document(DocumentType type, String number) {
    @Override
    public String toString() {
      return type.words + " " + number;
    }
  }

  /** The documents that an approval can make. */
  public enum DocumentType {
    PURCHASE_ORDER("purchase order"),
    WORK_ORDER("work order");

    private final String words;

    DocumentType(String words) {
      this.words = words;
    }
  }

  /** Whether another plan proposes just the same. */
  public boolean proposesWhat(Proposal other) {
    return item.equals(other.item)
        && source == other.source
        && quantity.equals(other.quantity)
        && orders == other.orders
        && startDate.equals(other.startDate)
        && dueDate.equals(other.dueDate)
        && neededDate.equals(other.neededDate)
        && pegs.equals(other.pegs);
  }

  /**
   * Passes when the proposal can be decided on.
   *
   * @throws Refused as conflict, naming the decision taken before and its document
   */
  public void requireOpen() {
    switch (state) {
      case OPEN -> {}
      case APPROVED -> {
        Decision taken = decision.orElseThrow();
        throw Refused.conflict(
            "Proposal %s was approved by %s on %s and became %s. Nothing was made again."
                .formatted(id, taken.by(), taken.at(), taken.document().orElseThrow()));
      }
      case REJECTED -> {
        Decision taken = decision.orElseThrow();
        throw Refused.conflict(
            "Proposal %s was rejected by %s on %s: %s. Reopen it to decide again."
                .formatted(id, taken.by(), taken.at(), taken.note().orElse("no reason given")));
      }
      case WITHDRAWN ->
          throw Refused.conflict(
              "Proposal %s was withdrawn: the latest plan lacks it. Look at the open ones."
                  .formatted(id));
    }
  }

  /** The proposal after a decision. */
  public Proposal decided(ProposalState next, Decision taken) {
    requireOpen();
    return in(next, Optional.of(taken));
  }

  /** The document that an approval made; empty unless the proposal is approved. */
  public Optional<Document> approvedDocument() {
    return decision.filter(taken -> state == ProposalState.APPROVED).flatMap(Decision::document);
  }

  /**
   * The proposal after the decision was taken back; the document of an approval is to be cancelled.
   *
   * @throws Refused as conflict unless it is decided
   */
  public Proposal reopened() {
    if (!state.isDecided()) {
      throw Refused.conflict(
          "Proposal %s is %s. Only one that was approved or rejected can be reopened."
              .formatted(id, state.name().toLowerCase(Locale.ROOT)));
    }
    return in(ProposalState.OPEN, Optional.empty());
  }

  /** The proposal after a plan that no longer proposes it. */
  public Proposal withdrawn() {
    requireOpen();
    return in(ProposalState.WITHDRAWN, Optional.empty());
  }

  private Proposal in(ProposalState next, Optional<Decision> taken) {
    return new Proposal(
        id,
        planVersion,
        asOf,
        item,
        source,
        quantity,
        orders,
        startDate,
        dueDate,
        neededDate,
        pegs,
        next,
        taken);
  }
}
