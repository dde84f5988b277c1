package org.millrace.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.millrace.chain.LinkedDocument.Name;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;

/** The chain of any documents, in memory: orders, invoices that name them, payments of these. */
class AnyChainTest {
  private static final Company COMPANY =
      new Company(
          new CompanyCode("BIKES"),
          "Bikes",
          Currency.getInstance("EUR"),
          false,
          ZoneId.of("UTC"),
          Optional.empty());
  private static final LinkedKind ORDER = kind("sales/order");
  private static final LinkedKind INVOICE = kind("sales/invoice", "sales/order");
  private static final LinkedKind PAYMENT = kind("sales/payment", "sales/invoice");
  private static final List<LinkedKind> KINDS = List.of(ORDER, INVOICE, PAYMENT);

  /** Each document with those that it names. */
  private record Written(Map<Name, List<Name>> names) implements LinkedDocuments {
    @Override
    public List<LinkedDocument> read(Company company, LinkedKind kind, Collection<String> numbers) {
      return numbers.stream()
          .map(number -> new Name(kind.name(), number))
          .filter(names::containsKey)
          .map(this::document)
          .toList();
    }

    private LinkedDocument document(Name name) {
      LinkedDocument.Content nothing =
          new LinkedDocument.Content(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      return new LinkedDocument(
          name,
          nothing,
          names.get(name).stream()
              .map(other -> new LinkedDocument.Named(other, LinkedKind.Direction.FOLLOWS))
              .toList());
    }

    @Override
    public Set<String> naming(Naming asked, int most) {
      return names.entrySet().stream()
          .filter(e -> e.getKey().kind().equals(asked.kind().name()))
          .filter(
              e ->
                  e.getValue().stream()
                      .anyMatch(
                          other ->
                              other.kind().equals(asked.named().name())
                                  && asked.numbers().contains(other.number())))
          .map(e -> e.getKey().number())
          .limit(most)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<String> parties(Company company, String text, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> series(Company company, LinkedKind kind, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LinkedDocument> numbered(
        Company company, LinkedKind kind, Collection<String> numbers, String begins, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LinkedDocument> ofParties(
        Company company, LinkedKind kind, Collection<String> parties, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LinkedDocument> over(
        Company company, LinkedKind kind, BigDecimal amount, int most) {
      throw new UnsupportedOperationException();
    }

    /** All that hang together with one, however far, by the definition. */
    Set<Name> together(Name start, Set<String> seen) {
      Set<Name> all = new HashSet<>(Set.of(start));
      int before;
      do {
        before = all.size();
        names.forEach(
            (name, others) ->
                others.stream()
                    .filter(other -> seen.contains(name.kind()) && seen.contains(other.kind()))
                    .filter(other -> all.contains(name) || all.contains(other))
                    .forEach(other -> all.addAll(List.of(name, other))));
      } while (all.size() > before);
      return all;
    }
  }

  @Provide
  Arbitrary<Written> written() {
    Arbitrary<List<List<Integer>>> named =
        Arbitraries.integers().between(0, 5).list().ofMaxSize(2).list().ofSize(6);
    return Combinators.combine(named, named)
        .as(
            (ofInvoices, ofPayments) -> {
              Map<Name, List<Name>> names = new LinkedHashMap<>();
              for (int i = 0; i < 6; i++) {
                names.put(new Name("sales/order", "" + i), List.of());
                names.put(new Name("sales/invoice", "" + i), named("sales/order", ofInvoices, i));
                names.put(new Name("sales/payment", "" + i), named("sales/invoice", ofPayments, i));
              }
              return new Written(names);
            });
  }

  private static List<Name> named(String kind, List<List<Integer>> numbers, int of) {
    return numbers.get(of).stream().distinct().map(number -> new Name(kind, "" + number)).toList();
  }

  @Property(tries = 300)
  void isTheSameFromEachOfItsDocuments(@ForAll("written") Written written) {
    Set<String> seen = Set.of("sales/order", "sales/invoice", "sales/payment");
    for (Name start : written.names().keySet()) {
      FollowLinks.Found found = from(written, start, seen);
      assertThat(names(found)).containsExactlyInAnyOrderElementsOf(written.together(start, seen));
      assertThat(found.isComplete()).isTrue();
      Map<Name, Integer> stages = found.stages();
      assertThat(found.links())
          .allSatisfy(
              link ->
                  assertThat(stages.get(link.later())).isGreaterThan(stages.get(link.earlier())));
    }
  }

  @Property(tries = 100)
  void walksThroughNothingThatMayNotBeSeen(@ForAll("written") Written written) {
    Set<String> seen = Set.of("sales/order", "sales/payment");
    for (Name start : written.names().keySet()) {
      if (seen.contains(start.kind())) {
        assertThat(names(from(written, start, seen))).containsExactly(start);
      } else {
        assertThat(names(from(written, start, seen))).isEmpty();
      }
    }
  }

  @Example
  void saysThatAChainGoesOnWhereItEndsEarly() {
    Map<Name, List<Name>> names = new TreeMap<>(Comparator.comparing(Name::toString));
    Name order = new Name("sales/order", "1");
    names.put(order, List.of());
    IntStream.range(0, FollowLinks.MOST - 1)
        .forEach(i -> names.put(new Name("sales/invoice", "" + i), List.of(order)));
    Set<String> all = Set.of("sales/order", "sales/invoice", "sales/payment");
    FollowLinks.Found found = from(new Written(names), order, all);
    assertThat(found.documents()).hasSize(FollowLinks.MOST);
    assertThat(found.isComplete()).isTrue();
    names.put(new Name("sales/payment", "1"), List.of(new Name("sales/invoice", "7")));
    FollowLinks.Found more = from(new Written(names), order, all);
    assertThat(more.documents()).hasSize(FollowLinks.MOST);
    assertThat(more.isComplete()).isFalse();
  }

  private static List<Name> names(FollowLinks.Found found) {
    return found.documents().stream().map(LinkedDocument::name).toList();
  }

  private static FollowLinks.Found from(Written written, Name start, Set<String> seen) {
    Map<String, LinkedKind> byName =
        KINDS.stream().collect(Collectors.toMap(LinkedKind::name, kind -> kind));
    return new FollowLinks(new LinkedKinds(byName), written)
        .from(COMPANY, start, kind -> seen.contains(kind.name()));
  }

  private static LinkedKind kind(String name, String... named) {
    List<LinkedKind.Reference> references = new ArrayList<>();
    Stream.of(named)
        .forEach(
            other ->
                references.add(
                    new LinkedKind.Reference(
                        "names",
                        new LinkedKind.Target.Fixed(other),
                        LinkedKind.Direction.FOLLOWS)));
    return new LinkedKind(name, Set.of(), name.replace('/', '.'), false, Map.of(), references);
  }
}
