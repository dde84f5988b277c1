package org.millrace.planning.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.document.mapping.Stored;
import org.millrace.item.ItemCode;
import org.millrace.planning.ProposalId;
import org.millrace.planning.ProposalState;
import org.millrace.planning.Source;
import org.millrace.shared.Quantity;

/**
 * What the list of proposals is narrowed and sorted by; {@code document} are those that stand
 * behind a proposal, {@code documentNumber} is the one that was made of it.
 */
@Listed(
    searched = {"id", "item", "documentNumber"},
    sorted = "dueDate",
    key = "proposal")
record ProposalColumns(
    @Stored("proposal") ProposalId id,
    ItemCode item,
    Source source,
    ProposalState state,
    Quantity quantity,
    LocalDate dueDate,
    Optional<String> documentNumber,
    List<String> document) {}
