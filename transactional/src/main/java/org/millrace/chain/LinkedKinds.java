package org.millrace.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All kinds of document that are declared, by name. */
record LinkedKinds(Map<String, LinkedKind> byName) {
  LinkedKinds {
    byName = new TreeMap<>(byName);
  }

  /** The kinds of these files, by domain; refuses a reference to a kind that none declares. */
  static LinkedKinds of(Map<String, Map<?, ?>> files) {
    Map<String, LinkedKind> byName = new TreeMap<>();
    files.forEach(
        (domain, file) ->
            file.forEach(
                (type, said) -> {
                  LinkedKind kind = LinkedKind.of(domain, type.toString(), (Map<?, ?>) said);
                  byName.put(kind.name(), kind);
                }));
    LinkedKinds kinds = new LinkedKinds(byName);
    kinds.checkTargets();
    return kinds;
  }

  private void checkTargets() {
    List<String> wrong = new ArrayList<>();
    for (LinkedKind kind : byName.values()) {
      for (LinkedKind.Reference reference : kind.references()) {
        reference
            .target()
            .only()
            .filter(target -> named(target).isEmpty())
            .ifPresent(t -> wrong.add(kind.name() + "." + reference.column() + " names " + t));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "Documents name kinds that no chain/<domain>.yaml declares: %s; there are %s"
              .formatted(wrong, byName.keySet()));
    }
  }

  /** The kind of that name, or of which that is another name. */
  Optional<LinkedKind> named(String name) {
    return Optional.ofNullable(byName.get(name))
        .or(() -> all().stream().filter(kind -> kind.also().contains(name)).findFirst());
  }

  List<LinkedKind> all() {
    return List.copyOf(byName.values());
  }
}
