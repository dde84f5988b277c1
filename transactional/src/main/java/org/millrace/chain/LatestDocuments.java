package org.millrace.chain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.millrace.chain.LinkedKind.Part;
import org.millrace.party.Company;
import org.millrace.shared.Problems;

/**
 * The latest documents of a partner in one list, whatever their kind. What names no partner is of
 * the partner of the document that it names: a delivery of the customer of its order.
 */
final class LatestDocuments {
  private static final int MOST = 100;
  private static final Comparator<LinkedDocument> NEWEST_FIRST =
      Comparator.comparing((LinkedDocument found) -> found.content().date().orElse(LocalDate.MIN))
          .thenComparing(found -> found.name().number())
          .reversed();

  private final LinkedKinds kinds;
  private final LinkedDocuments documents;

  LatestDocuments(LinkedKinds kinds, LinkedDocuments documents) {
    this.kinds = kinds;
    this.documents = documents;
  }

  /**
   * At most so many documents of the kinds that may be seen, the newest first.
   *
   * @throws org.millrace.shared.Refused when it is asked for none or for more than 100
   */
  List<LinkedDocument> of(Company company, String party, int most, Predicate<LinkedKind> seen) {
    new Problems()
        .require(most >= 1 && most <= MOST, "size", most, "1 to " + MOST)
        .refuse("So many cannot be listed");
    List<LinkedKind> all = kinds.all().stream().filter(seen).toList();
    List<LinkedDocument> found = new ArrayList<>();
    Map<LinkedKind, List<String>> numbers = new HashMap<>();
    for (LinkedKind kind : all) {
      List<LinkedDocument> own = documents.ofParties(company, kind, List.of(party), most);
      numbers.put(kind, own.stream().map(one -> one.name().number()).toList());
      found.addAll(own);
    }
    for (LinkedKind kind : all) {
      if (!kind.columns().containsKey(Part.PARTY)) {
        found.addAll(documents.read(company, kind, naming(company, kind, numbers, most)));
      }
    }
    return found.stream().sorted(NEWEST_FIRST).limit(most).toList();
  }

  private Collection<String> naming(
      Company company, LinkedKind kind, Map<LinkedKind, List<String>> numbers, int most) {
    Set<String> naming = new TreeSet<>();
    for (LinkedKind.Reference reference : kind.references()) {
      reference
          .target()
          .only()
          .flatMap(kinds::named)
          .filter(named -> !numbers.getOrDefault(named, List.of()).isEmpty())
          .ifPresent(
              named ->
                  naming.addAll(
                      documents.naming(
                          new LinkedDocuments.Naming(
                              company,
                              kind,
                              reference,
                              named,
                              numbers.getOrDefault(named, List.of())),
                          most)));
    }
    return naming;
  }
}
