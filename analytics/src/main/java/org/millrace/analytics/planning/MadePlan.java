package org.millrace.analytics.planning;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.analytics.mrp.Plan;
import org.millrace.analytics.mrp.PlanMessage;
import org.millrace.analytics.mrp.Proposal;
import org.millrace.analytics.mrp.capacity.LoadWeek;
import org.millrace.analytics.mrp.facts.Peg;

/** A plan whose proposals have the ids by which people and documents know them. */
public final class MadePlan {

  private final Plan plan;
  private final Map<String, String> ids;
  private final List<LoadWeek> load;
  private final Map<String, Proposal> unnamed = new LinkedHashMap<>();
  private final List<Proposal> proposals;

  MadePlan(Plan plan, Map<String, String> ids, List<LoadWeek> load) {
    this.plan = plan;
    this.ids = Map.copyOf(ids);
    this.load = List.copyOf(load);
    proposals = plan.proposals().stream().map(this::named).toList();
  }

  /** By item and due day. */
  public List<Proposal> proposals() {
    return proposals;
  }

  /** What stands behind a proposal; the quantities add up to it. Each document comes once. */
  public List<Peg> behind(Proposal proposal) {
    Map<List<Object>, Peg> pegs = new LinkedHashMap<>();
    Proposal own =
        requireNonNull(unnamed.get(proposal.id()), () -> proposal.id() + " is not of this plan");
    for (Peg peg : plan.behind(own)) {
      pegs.merge(
          List.of(peg.reason(), peg.document()),
          peg,
          (one, more) -> new Peg(one.reason(), one.document(), one.quantity() + more.quantity()));
    }
    return List.copyOf(pegs.values());
  }

  /** Most urgent first. */
  public List<PlanMessage> messages() {
    return plan.messages().stream()
        .map(message -> message.about(name(message.document())))
        .toList();
  }

  /** The hours asked of each work centre and week. */
  public List<LoadWeek> load() {
    return load;
  }

  /** The document or proposal that a job is for. */
  public String name(String job) {
    return ids.getOrDefault(job, job);
  }

  /** The material of each item by week. */
  public Plan material() {
    return plan;
  }

  private Proposal named(Proposal proposal) {
    Proposal named =
        new Proposal(
            requireNonNull(ids.get(proposal.id()), () -> proposal.id() + " has no id"),
            proposal.item(),
            proposal.source(),
            proposal.quantity(),
            proposal.orders(),
            proposal.dates());
    unnamed.put(named.id(), proposal);
    return named;
  }
}
