package org.millrace.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;

/**
 * Of which lots the goods of the lines of a document are, as somebody names them: a line that is
 * named several times is of several lots.
 *
 * @param byLine the shares of each line, by its number
 */
public record LotShares(Map<Integer, List<Share>> byLine) {
  /** Of no lots that anybody names. */
  public static final LotShares NONE = new LotShares(Map.of());

  public LotShares {
    byLine = Map.copyOf(byLine);
  }

  /** So much of a line is of that lot, which is good until that day where goods expire. */
  public record Share(Quantity quantity, Optional<LotCode> lot, Optional<LocalDate> expiresOn) {
    /** Of a lot whose day is known or that does not expire. */
    public Share(Quantity quantity, Optional<LotCode> lot) {
      this(quantity, lot, Optional.empty());
    }
  }

  /** Those of lines that name them. */
  public static <T> LotShares of(
      Collection<T> lines, ToIntFunction<T> number, Function<T, Share> share) {
    Map<Integer, List<Share>> shares = new TreeMap<>();
    for (T line : lines) {
      shares
          .computeIfAbsent(number.applyAsInt(line), any -> new ArrayList<>())
          .add(share.apply(line));
    }
    return new LotShares(shares);
  }

  /**
   * The lot of each line that names one.
   *
   * @throws org.millrace.shared.Refused as invalid where a line is of several
   */
  public Map<Integer, LotCode> single() {
    Map<Integer, LotCode> lots = new TreeMap<>();
    Problems problems = new Problems();
    byLine.forEach(
        (line, shares) -> {
          for (Share share : shares) {
            share.lot().ifPresent(lot -> requireSame(problems, lots, line, lot));
          }
        });
    problems.refuse("The goods cannot be moved");
    return lots;
  }

  private static void requireSame(
      Problems problems, Map<Integer, LotCode> lots, int line, LotCode lot) {
    problems.require(
        lots.computeIfAbsent(line, any -> lot).equals(lot),
        "lines.lot",
        lot,
        "one lot for line %s: take goods of another one in a document of their own"
            .formatted(line));
  }

  /** As how many lines the goods of a line move. */
  public int count(int line) {
    return Math.max(byLine.getOrDefault(line, List.of()).size(), 1);
  }

  /** The goods of a line, a line for each lot. */
  public List<GoodsMove.Line> split(int line, GoodsMove.Line whole) {
    List<Share> shares = byLine.getOrDefault(line, List.of());
    if (shares.size() < 2) {
      Optional<Share> only = shares.stream().findFirst();
      return List.of(whole.of(only.flatMap(Share::lot)).expiring(only.flatMap(Share::expiresOn)));
    }
    boolean leaves = whole.quantity().isNegative();
    return shares.stream()
        .map(
            share ->
                new GoodsMove.Line(
                    whole.item(),
                    whole.location(),
                    leaves ? share.quantity().negated() : share.quantity(),
                    whole.unitCost(),
                    share.lot(),
                    whole.backOf(),
                    share.expiresOn()))
        .toList();
  }
}
