package org.millrace.chain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.Company;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;

/**
 * The documents of all kinds without those that the caller of this thread's request may not see:
 * who sees some documents only of a kind is shown those that the kernel finds for him.
 */
final class SeenLinkedDocuments implements LinkedDocuments {
  private final LinkedDocuments all;
  private final DocumentStores stores;

  SeenLinkedDocuments(LinkedDocuments all, DocumentStores stores) {
    this.all = all;
    this.stores = stores;
  }

  @Override
  public List<LinkedDocument> read(Company company, LinkedKind kind, Collection<String> numbers) {
    return seen(company, kind, all.read(company, kind, numbers));
  }

  @Override
  public Set<String> naming(Naming asked, int most) {
    return all.naming(asked, most);
  }

  @Override
  public List<String> parties(Company company, String text, int most) {
    return all.parties(company, text, most);
  }

  @Override
  public Map<String, String> series(Company company, LinkedKind kind, int most) {
    return all.series(company, kind, most);
  }

  @Override
  public List<LinkedDocument> numbered(
      Company company, LinkedKind kind, Collection<String> numbers, String begins, int most) {
    return seen(company, kind, all.numbered(company, kind, numbers, begins, most));
  }

  @Override
  public List<LinkedDocument> ofParties(
      Company company, LinkedKind kind, Collection<String> parties, int most) {
    return seen(company, kind, all.ofParties(company, kind, parties, most));
  }

  @Override
  public List<LinkedDocument> over(Company company, LinkedKind kind, BigDecimal amount, int most) {
    return seen(company, kind, all.over(company, kind, amount, most));
  }

  private List<LinkedDocument> seen(
      Company company, LinkedKind kind, List<LinkedDocument> documents) {
    if (Caller.current().may(company.code().value(), kind.readPermission())) {
      return documents;
    }
    Optional<Documents<?>> stored = stored(kind);
    if (documents.isEmpty() || stored.isEmpty()) {
      return List.of();
    }
    Set<String> seen = found(stored.get(), company.code(), documents);
    return documents.stream().filter(each -> seen.contains(each.name().number())).toList();
  }

  private Optional<Documents<?>> stored(LinkedKind kind) {
    List<String> names = kind.names();
    return stores.kinds().stream()
        .map(each -> each.name())
        .filter(names::contains)
        .findFirst()
        .map(stores::named);
  }

  private static <T extends Record> Set<String> found(
      Documents<T> stored, CompanyCode company, List<LinkedDocument> documents) {
    List<DocumentNumber> numbers =
        documents.stream().map(each -> new DocumentNumber(each.name().number())).toList();
    Set<String> seen = new HashSet<>();
    for (Versioned<T> found : stored.find(company, numbers)) {
      seen.add(stored.kind().numberOf(found.document()));
    }
    return seen;
  }
}
