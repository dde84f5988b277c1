package org.millrace.sourcing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.millrace.party.PartyCode;
import org.millrace.shared.Problems;
import org.millrace.sourcing.RequestStatus.Act;

/** Whose offer is taken for which lines of a request; lines of nobody are not bought by it. */
public final class Award {
  private final Map<Integer, PartyCode> winners;

  private Award(Map<Integer, PartyCode> winners) {
    this.winners = Map.copyOf(winners);
  }

  /** Whose offer is taken for a line. */
  public record Choice(int line, PartyCode supplier) {}

  /** A line that is bought, with the offer that is taken for it. */
  public record Won(RequestForQuotation.Line line, Offer offer) {}

  /**
   * The choice of a supplier by line, and of one for all lines that none is named for.
   *
   * @throws org.millrace.shared.Refused as conflict when the request is closed, as invalid where a
   *     line is not offered by whom it is to go to, or his offer is not valid any more
   */
  public static Award of(
      RequestForQuotation request,
      Optional<PartyCode> forAll,
      List<Choice> choices,
      LocalDate day) {
    request.status().require(Act.AWARD, RequestForQuotation.KIND.titled(request.number()));
    request.requireIssuedBy(day);
    Problems problems = new Problems();
    Map<Integer, PartyCode> winners = new LinkedHashMap<>();
    forAll.ifPresent(by -> request.lines().forEach(line -> winners.put(line.line(), by)));
    Set<Integer> named = new HashSet<>();
    for (Choice choice : choices) {
      problems
          .require(
              request.line(choice.line()).isPresent(),
              "lines.line",
              choice.line(),
              "a line of the request")
          .require(
              named.add(choice.line()),
              "lines.line",
              choice.line(),
              "each line of the request at most once");
      winners.put(choice.line(), choice.supplier());
    }
    problems.require(
        !winners.isEmpty(), "supplier", "none", "a supplier for all lines, or one by line");
    winners.forEach((line, by) -> requireOffered(request, line, by, day, problems));
    problems.refuse(RequestForQuotation.KIND.titled(request.number()) + " cannot be awarded so");
    return new Award(winners);
  }

  private static void requireOffered(
      RequestForQuotation request, int line, PartyCode by, LocalDate day, Problems problems) {
    String field = "lines." + line + ".supplier";
    problems.require(
        request.offer(line, by).isPresent(), field, by, "a supplier who offered the line");
    request
        .asked(by)
        .flatMap(RequestForQuotation.Asked::answer)
        .filter(answer -> day.isAfter(answer.validUntil()))
        .ifPresent(
            answer ->
                problems.add(
                    field,
                    by,
                    "a supplier whose offer is valid on %s; his was until %s, so note a newer one"
                        .formatted(day, answer.validUntil())));
  }

  /** Whose offer is taken for a line. */
  public Optional<PartyCode> winner(int line) {
    return Optional.ofNullable(winners.get(line));
  }

  /** Who gets an order, in the order of the lines. */
  public Collection<PartyCode> winners() {
    return new TreeMap<>(winners).values().stream().distinct().toList();
  }

  /** What a supplier gets. */
  public List<Won> of(RequestForQuotation request, PartyCode supplier) {
    return request.lines().stream()
        .filter(line -> winner(line.line()).filter(supplier::equals).isPresent())
        .flatMap(line -> request.offer(line.line(), supplier).map(o -> new Won(line, o)).stream())
        .toList();
  }
}
