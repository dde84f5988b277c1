package org.millrace.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.millrace.chain.LinkedDocument.Name;
import org.millrace.party.Company;

/**
 * Goes from one document to all that hang together with it, against and along the references, by
 * whole rounds: what a round finds is read at once. A kind that may not be seen is not walked
 * through.
 */
final class FollowLinks {
  /** So many documents are read at most. */
  static final int MOST = 200;

  private final LinkedKinds kinds;
  private final LinkedDocuments documents;

  FollowLinks(LinkedKinds kinds, LinkedDocuments documents) {
    this.kinds = kinds;
    this.documents = documents;
  }

  /** What was found; not complete when the walk ended early. */
  record Found(List<LinkedDocument> documents, Set<Follows> links, boolean isComplete) {
    /** At which place of the chain each document stands, the first at 0. */
    Map<Name, Integer> stages() {
      Map<Name, Integer> stages = new HashMap<>();
      documents.forEach(document -> stages.put(document.name(), 0));
      boolean moved = true;
      for (int round = 0; moved && round < documents.size(); round++) {
        moved = false;
        for (Follows link : links) {
          int after = Objects.requireNonNull(stages.get(link.earlier())) + 1;
          if (after > Objects.requireNonNull(stages.get(link.later()))
              && after < documents.size()) {
            stages.put(link.later(), after);
            moved = true;
          }
        }
      }
      return stages;
    }
  }

  /** One document follows from another. */
  record Follows(Name later, Name earlier) {}

  Found from(Company company, Name start, Predicate<LinkedKind> seen) {
    Map<Name, LinkedDocument> found = new LinkedHashMap<>();
    Set<Name> wanted = new LinkedHashSet<>(List.of(start));
    boolean isComplete = true;
    while (!wanted.isEmpty()) {
      isComplete &= found.size() + wanted.size() <= MOST;
      List<LinkedDocument> read = read(company, first(wanted, MOST - found.size()), seen);
      read.forEach(document -> found.put(document.name(), document));
      wanted = new LinkedHashSet<>(named(read));
      wanted.addAll(naming(company, read, seen));
      wanted.removeAll(found.keySet());
      if (found.size() >= MOST) {
        isComplete &= wanted.isEmpty();
        wanted.clear();
      }
    }
    return new Found(List.copyOf(found.values()), links(found), isComplete);
  }

  private static List<Name> first(Set<Name> wanted, int most) {
    return wanted.stream().limit(most).toList();
  }

  private List<LinkedDocument> read(
      Company company, Collection<Name> wanted, Predicate<LinkedKind> seen) {
    List<LinkedDocument> read = new ArrayList<>();
    byKind(wanted)
        .forEach(
            (name, numbers) ->
                kinds
                    .named(name)
                    .filter(seen)
                    .ifPresent(kind -> read.addAll(documents.read(company, kind, numbers))));
    return read;
  }

  private static Map<String, List<String>> byKind(Collection<Name> names) {
    return names.stream()
        .collect(
            Collectors.groupingBy(
                Name::kind, TreeMap::new, Collectors.mapping(Name::number, Collectors.toList())));
  }

  private static List<Name> named(List<LinkedDocument> read) {
    return read.stream()
        .flatMap(document -> document.names().stream())
        .map(LinkedDocument.Named::name)
        .toList();
  }

  /** What names one of those just read. */
  private Set<Name> naming(Company company, List<LinkedDocument> read, Predicate<LinkedKind> seen) {
    Set<Name> naming = new LinkedHashSet<>();
    byKind(read.stream().map(LinkedDocument::name).toList())
        .forEach(
            (name, numbers) -> {
              LinkedKind target = kinds.named(name).orElseThrow();
              for (LinkedKind kind : kinds.all()) {
                if (seen.test(kind)) {
                  naming.addAll(namingBy(company, kind, target, numbers));
                }
              }
            });
    return naming;
  }

  private Set<Name> namingBy(
      Company company, LinkedKind kind, LinkedKind target, List<String> numbers) {
    Set<Name> naming = new LinkedHashSet<>();
    for (LinkedKind.Reference reference : kind.references()) {
      if (reference.target().only().map(target.name()::equals).orElse(true)) {
        LinkedDocuments.Naming asked =
            new LinkedDocuments.Naming(company, kind, reference, target, numbers);
        documents
            .naming(asked, MOST + 1)
            .forEach(number -> naming.add(new Name(kind.name(), number)));
      }
    }
    return naming;
  }

  private static Set<Follows> links(Map<Name, LinkedDocument> found) {
    Set<Follows> links = new LinkedHashSet<>();
    for (LinkedDocument document : found.values()) {
      for (LinkedDocument.Named other : new HashSet<>(document.names())) {
        if (found.containsKey(other.name()) && !other.name().equals(document.name())) {
          links.add(
              other.direction() == LinkedKind.Direction.FOLLOWS
                  ? new Follows(document.name(), other.name())
                  : new Follows(other.name(), document.name()));
        }
      }
    }
    return links;
  }
}
