package org.millrace.chain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.millrace.party.Company;

/** The documents of all kinds. */
interface LinkedDocuments {
  /** Those of a kind that exist among these. */
  List<LinkedDocument> read(Company company, LinkedKind kind, Collection<String> numbers);

  /** The numbers of at most so many documents of a kind that name one of these by a reference. */
  Set<String> naming(Naming asked, int most);

  /** Which documents are looked for: those whose reference names one of these of a kind. */
  record Naming(
      Company company,
      LinkedKind kind,
      LinkedKind.Reference reference,
      LinkedKind named,
      Collection<String> numbers) {}
}
